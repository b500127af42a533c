import type { RunningDesk } from '../../tests/e2e/launch.ts'

const ROUNDS = 400
const AGREE_WITHIN_MS = 1

/** How far the page's clock is ahead of main's. */
export interface ClockDifference {
  readonly offsetMs: number
  /** half of the shortest round trip: the offset is known this well */
  readonly uncertaintyMs: number
}

/**
 * T0 is taken in main and T1 in the page: their clocks are compared first, as NTP does, by the
 * shortest of many round trips.
 * @throws when they cannot be shown to agree within 1 ms: then no figure would mean anything
 */
export async function compareClocks({ app }: Pick<RunningDesk, 'app'>): Promise<ClockDifference> {
  const rounds = await app.evaluate(async ({ BrowserWindow }, times) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) throw new Error('There is no window.')
    const now = (): number => performance.timeOrigin + performance.now()
    const taken: { readonly sent: number; readonly page: number; readonly back: number }[] = []
    for (let round = 0; round < times; round++) {
      const sent = now()
      const page = (await window.webContents.executeJavaScript(
        'performance.timeOrigin + performance.now()',
      )) as number
      taken.push({ sent, page, back: now() })
    }
    return taken
  }, ROUNDS)
  return differenceOf(rounds)
}

export function differenceOf(
  rounds: readonly { readonly sent: number; readonly page: number; readonly back: number }[],
): ClockDifference {
  const [best] = rounds.toSorted((a, b) => a.back - a.sent - (b.back - b.sent))
  if (best === undefined) throw new Error('The clocks were not compared.')
  const offsetMs = best.page - (best.sent + best.back) / 2
  const uncertaintyMs = (best.back - best.sent) / 2
  if (!(Math.abs(offsetMs) + uncertaintyMs <= AGREE_WITHIN_MS))
    throw new Error(
      `The clocks of main and page differ by ${offsetMs.toFixed(2)} ± ${uncertaintyMs.toFixed(2)} ms: nothing can be measured between them.`,
    )
  return { offsetMs, uncertaintyMs }
}
