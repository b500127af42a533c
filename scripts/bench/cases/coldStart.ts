import { REPO } from '../../../tests/e2e/launch.ts'
import { bareWindow } from '../bareWindow.ts'
import { within } from '../desk.ts'
import { watchDelays } from '../delays.ts'
import { script, signInAndTap, tellWhenPainted } from '../inStartingPage.ts'
import { benchPerson } from '../person.ts'
import { startTelling, type RawProgram } from '../rawStart.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'
import { percentile } from '../statistics.ts'

const STARTED_WITHIN_MS = 30_000

const DESK =
  script(tellWhenPainted, '[data-test="verdict"]') +
  script(signInAndTap, { person: benchPerson(), sampleId: 'valid' })
const BARE = script(tellWhenPainted, '[data-test="bare"]')

/**
 * Launch → the verdict of the first tap is painted. Somebody is signed in the moment the desk can be
 * signed in to (a person's typing is no part of it, the PIN's hash is), and the tap is made the moment the
 * desk says that its reader is ready; its simulated read is part of the figure. Against launch → first picture of a
 * bare Vue window. In turn, after one start of each that does not count; files are in the system's cache.
 */
export async function coldStart(n: number): Promise<Measured> {
  const delays = watchDelays()
  const desk: RawProgram = {
    args: [REPO, '--data', await schoolOf(3_000)],
    env: delays.env,
  }
  const bare = await bareWindow()
  try {
    const desks: Start[] = []
    let loopDelayMaxMs = 0
    const bares: Start[] = []
    for (let turn = 0; turn <= n; turn++) {
      const start = await startOnce(desk, DESK)
      desks.push(start)
      loopDelayMaxMs = Math.max(loopDelayMaxMs, delays.longest(start.shownAt))
      bares.push(await startOnce(bare, BARE))
    }
    const [, ...counted] = desks
    return {
      values: counted.map(({ paintedMs }) => paintedMs),
      floor: bares.slice(1).map(({ paintedMs }) => paintedMs),
      loopDelayMaxMs,
      more: {
        'launch to sign-in (p50)': median(counted.map(({ lockedMs }) => lockedMs ?? Number.NaN)),
        'launch to reader ready (p50)': median(counted.map(({ readyMs }) => readyMs ?? Number.NaN)),
        'bare window (p50)': median(bares.slice(1).map(({ paintedMs }) => paintedMs)),
      },
    }
  } finally {
    bare.forget()
    delays.forget()
  }
}

const median = (values: readonly number[]): number => Math.round(percentile(values, 50))

interface Start {
  /** the desk can be signed in to */
  readonly lockedMs: number | null
  readonly readyMs: number | null
  readonly paintedMs: number
  /** epoch ms; what comes before is the start itself: nobody is kept waiting yet */
  readonly shownAt: number
}

async function startOnce(program: RawProgram, source: string): Promise<Start> {
  const begin = performance.now()
  let lockedMs: number | null = null
  let readyMs: number | null = null
  let tellPainted = (_ms: number): void => undefined
  const painted = new Promise<number>((resolve) => (tellPainted = resolve))
  const running = startTelling(program, source, (word) => {
    const ms = performance.now() - begin
    if (word === 'locked') lockedMs = ms
    else if (word === 'ready') readyMs = ms
    else tellPainted(ms)
  })
  let shownAt = Number.NaN
  void running.said('window shown').then(() => (shownAt = Date.now()))
  try {
    const what = `The first picture of ${source === DESK ? 'the desk' : 'the bare window'}`
    const paintedMs = await within(STARTED_WITHIN_MS, what, painted).catch((thrown: unknown) => {
      throw new Error(`ready after ${readyMs ?? 'never'} ms`, { cause: thrown })
    })
    return { lockedMs, readyMs, paintedMs, shownAt }
  } finally {
    await running.end()
  }
}
