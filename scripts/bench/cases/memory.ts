import { setTimeout as sleep } from 'node:timers/promises'
import { REPO } from '../../../tests/e2e/launch.ts'
import { bareWindow } from '../bareWindow.ts'
import { within } from '../desk.ts'
import { watchDelays } from '../delays.ts'
import { pssMb } from '../processes.ts'
import { startRaw, type RawProgram } from '../rawStart.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'

const SHOWN_WITHIN_MS = 30_000
const SETTLE_MS = 10_000

/**
 * PSS of all processes, ten seconds after the window was shown, nobody having touched anything; one
 * reading a start, in turn with the bare window. No driver looks inside: a debugger takes memory too.
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
      const { mb, shownAt } = await idle(desk, 'desk: window shown')
      values.push(mb)
      loopDelayMaxMs = Math.max(loopDelayMaxMs, delays.longest(shownAt))
      floor.push((await idle(bare, 'bare: window shown')).mb)
    }
    return { values, floor, loopDelayMaxMs }
  } finally {
    bare.forget()
    delays.forget()
  }
}

async function idle(
  program: RawProgram,
  shown: string,
): Promise<{ readonly mb: number; readonly shownAt: number }> {
  const running = startRaw(program)
  try {
    await within(SHOWN_WITHIN_MS, 'The window', running.said(shown))
    const shownAt = Date.now()
    await sleep(SETTLE_MS)
    return { mb: pssMb(running.pid), shownAt }
  } finally {
    await running.end()
  }
}
