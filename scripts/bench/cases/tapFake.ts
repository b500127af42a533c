import { setTimeout as sleep } from 'node:timers/promises'
import { createFakeReaders } from '../../../native/fake.ts'
import { differentCards, inTurn } from '../cards.ts'
import { withDesk, within } from '../desk.ts'
import { tapAndSee, type Painted } from '../inPage.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'
import { percentile } from '../statistics.ts'

const SEEN_WITHIN_MS = 5_000

/** Card on the fake reader → its verdict painted, in a school of this size. */
export const tapFake =
  (students: number) =>
  async (n: number): Promise<Measured> => {
    const folder = await schoolOf(students)
    const cards = differentCards(folder)
    const { value: taps, loopDelayMaxMs } = await withDesk(folder, async ({ page }) => {
      const painted: Painted[] = []
      for (let turn = 0; turn < n; turn++) {
        const seen = page.evaluate(tapAndSee, inTurn(cards, turn))
        painted.push(await within(SEEN_WITHIN_MS, 'A verdict', seen))
        await sleep(pause(turn))
      }
      return painted
    })
    return {
      values: taps.map(({ placedAt, paintedAt }) => paintedAt - placedAt),
      floor: await readAlone(n),
      loopDelayMaxMs,
      more: wayOf(taps),
    }
  }

/** A hand is never in step with the screen: 100 to 199 ms, in an order that is always the same. */
const pause = (turn: number): number => 100 + ((turn * 37) % 100)

/** Where the time goes, at the median: reader, storing and main's word, Vue, two frames. */
export function wayOf(taps: readonly Painted[]): Readonly<Record<string, number>> {
  const median = (of: (tap: Painted) => number): number =>
    Math.round(percentile(taps.map(of), 50) * 100) / 100
  return {
    'placed to told (p50)': median(({ placedAt, toldAt }) => toldAt - placedAt),
    'told to DOM (p50)': median(({ toldAt, inDomAt }) => inDomAt - toldAt),
    'DOM to painted (p50)': median(({ inDomAt, paintedAt }) => paintedAt - inDomAt),
  }
}

/** The fake reader alone, without a desk: card → its numbers. */
async function readAlone(n: number): Promise<readonly number[]> {
  const now = (): number => performance.timeOrigin + performance.now()
  const reader = 'alone'
  const fake = createFakeReaders({ now })
  const took: number[] = []
  let told = (): void => undefined
  fake.addReader(reader)
  fake.start((event) => {
    if (event.kind !== 'card-read') return
    took.push(now() - event.placedAt)
    told()
  })
  for (let turn = 0; turn < n; turn++) {
    const read = new Promise<void>((resolve) => (told = resolve))
    fake.place(reader, { kind: 'card', card: { family: 'm1', uid: 'DE4F2610' } })
    await read
    fake.lift(reader)
  }
  await fake.stop()
  return took
}
