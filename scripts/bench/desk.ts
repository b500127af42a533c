import { setTimeout as sleep } from 'node:timers/promises'
import { deskReady, launchDesk, type RunningDesk } from '../../tests/e2e/launch.ts'
import { say } from '../setup/progress.mjs'
import { compareClocks } from './clocks.ts'
import { watchVerdicts } from './inPage.ts'
import { longestDelay, watchLoop } from './loopDelay.ts'

/** The start is measured by itself: fonts, sounds and lazy parts have come after this. */
const SETTLE_MS = 2_000

export interface Looked<T> {
  readonly value: T
  readonly loopDelayMaxMs: number
}

/** Runs the built desk on a school that is there, watched from outside, for as long as the work takes. */
export async function withDesk<T>(
  folder: string,
  work: (desk: RunningDesk) => Promise<T>,
): Promise<Looked<T>> {
  const desk = await launchDesk({ folder })
  try {
    await deskReady(desk)
    await sleep(SETTLE_MS)
    const { offsetMs, uncertaintyMs } = await compareClocks(desk)
    say(`  clocks of main and page: ${offsetMs.toFixed(3)} ± ${uncertaintyMs.toFixed(3)} ms apart`)
    await desk.page.evaluate(watchVerdicts)
    await watchLoop(desk.app)
    const value = await work(desk)
    return { value, loopDelayMaxMs: await longestDelay(desk.app) }
  } finally {
    await desk.close()
  }
}

/** A wait that ends, with words for what did not come. */
export async function within<T>(ms: number, what: string, wait: Promise<T>): Promise<T> {
  const timer = new AbortController()
  const late = sleep(ms, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`${what} did not come within ${ms} ms.`)
  })
  try {
    return await Promise.race([wait, late])
  } finally {
    timer.abort()
    late.catch(() => undefined)
  }
}
