import type { KioskBridge } from '../../core/contract.ts'

/*
 * Functions that run in the page: they are sent there as text, so each stands for itself. The page
 * is watched from outside, through what everybody sees (the DOM) and its own bridge.
 */

/** One verdict on its way, in ms by the steady clock that main and page share. */
export interface Painted {
  readonly tapId: string
  /** T0: the reader's event, in main */
  readonly placedAt: number
  /** main's word has come to the page */
  readonly toldAt: number
  /** the verdict stands in the DOM */
  readonly inDomAt: number
  /** T1: the second animation frame after that */
  readonly paintedAt: number
}

/** What the watcher leaves in the page. */
export interface VerdictWatch {
  /** all so far, in the order they were painted */
  readonly painted: readonly Painted[]
  /** ids of all verdicts main told of, in their order */
  readonly told: readonly string[]
  /** the next verdict that is painted */
  next(): Promise<Painted>
}

declare const window: { readonly kiosk: KioskBridge; bench?: VerdictWatch }

export function watchVerdicts(): void {
  const now = (): number => performance.timeOrigin + performance.now()
  const told = new Map<string, { readonly placedAt: number; readonly toldAt: number }>()
  const ids: string[] = []
  const painted: Painted[] = []
  let waiting: ((one: Painted) => void)[] = []
  let seen: string | null = null

  window.kiosk.on('tap.verdict', ({ tapId, placedAt }) => {
    ids.push(tapId)
    told.set(tapId, { placedAt, toldAt: now() })
  })
  const look = (): void => {
    const verdict = document.querySelector('[data-test="verdict"]')
    const tapId = verdict?.getAttribute('data-tap-id') ?? null
    if (tapId === null || tapId === seen) return
    seen = tapId
    const inDomAt = now()
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const times = told.get(tapId)
        if (times === undefined) return
        const one = { tapId, ...times, inDomAt, paintedAt: now() }
        painted.push(one)
        for (const tell of waiting) tell(one)
        waiting = []
      }),
    )
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-tap-id'],
  })
  window.bench = {
    painted,
    told: ids,
    next: () => new Promise((resolve) => waiting.push(resolve)),
  }
}

/** Lays a sample card on the clickable reader and waits for its verdict's picture. */
export async function tapAndSee(sampleId: string): Promise<Painted> {
  const { bench } = window
  if (bench === undefined) throw new Error('Nobody watches the verdicts here.')
  const next = bench.next()
  const reply = await window.kiosk.request('rehearsal.tap', { sampleId })
  if (!reply.ok) throw new Error(`The rehearsal reader refused: ${reply.code}`)
  return next
}

/** Taps on the beat, whatever becomes of the taps. @returns how many cards were laid down */
export async function tapOnBeat(burst: {
  readonly samples: readonly string[]
  readonly everyMs: number
  readonly taps: number
}): Promise<number> {
  const begin = performance.now()
  let made = 0
  for (let tap = 0; tap < burst.taps; tap++) {
    const due = begin + tap * burst.everyMs - performance.now()
    if (due > 0) await new Promise((resolve) => setTimeout(resolve, due))
    const sampleId = burst.samples[tap % burst.samples.length] ?? ''
    const reply = await window.kiosk.request('rehearsal.tap', { sampleId })
    if (reply.ok) made += 1
  }
  return made
}
