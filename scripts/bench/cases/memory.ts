import { setTimeout as sleep } from 'node:timers/promises'
import { REPO } from '../../../tests/e2e/launch.ts'
import { bareWindow } from '../bareWindow.ts'
import { within } from '../desk.ts'
import { watchDelays } from '../delays.ts'
import { pssMb } from '../processes.ts'
import { script, signInAndTap, tellWhenPainted } from '../inStartingPage.ts'
import { benchPerson } from '../person.ts'
import { startTelling, type RawProgram } from '../rawStart.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'

const SHOWN_WITHIN_MS = 30_000
const SETTLE_MS = 10_000

const DESK = script(signInAndTap, { person: benchPerson(), sampleId: null })
const BARE = script(tellWhenPainted, '[data-test="bare"]')

/**
 * PSS of all processes, ten seconds after somebody signed in, nobody having touched anything; one
 * reading a start, in turn with the bare window. Both are told of by the same pipe, so that what it
 * takes itself is in both.
 */
export async function memory(n: number): Promise<Measured> {
  const delays = watchDelays()
  const desk: RawProgram = {
    args: [REPO, '--data', await schoolOf(3_000)],
    env: delays.env,
  }
  const bare = await bareWindow()
  let loopDelayMaxMs = 0
  const values: number[] = []
  const floor: number[] = []
  try {
    for (let turn = 0; turn < n; turn++) {
      const { mb, shownAt } = await idle(desk, DESK, 'ready')
      values.push(mb)
      loopDelayMaxMs = Math.max(loopDelayMaxMs, delays.longest(shownAt))
      floor.push((await idle(bare, BARE, 'painted')).mb)
    }
    return { values, floor, loopDelayMaxMs }
  } finally {
    bare.forget()
    delays.forget()
  }
}

async function idle(
  program: RawProgram,
  source: string,
  wanted: string,
): Promise<{ readonly mb: number; readonly shownAt: number }> {
  let tell = (): void => undefined
  const there = new Promise<void>((resolve) => (tell = resolve))
  const running = startTelling(program, source, (word) => {
    if (word === wanted) tell()
  })
  try {
    await within(SHOWN_WITHIN_MS, 'The window', there)
    const shownAt = Date.now()
    await sleep(SETTLE_MS)
    return { mb: pssMb(running.pid), shownAt }
  } finally {
    await running.end()
  }
}
