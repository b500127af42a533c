import { setTimeout as sleep } from 'node:timers/promises'
import { REPO } from '../../../tests/e2e/launch.ts'
import { bareWindow } from '../bareWindow.ts'
import { within } from '../desk.ts'
import { pssMb } from '../processes.ts'
import { startRaw, type RawProgram } from '../rawStart.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'

const SHOWN_WITHIN_MS = 30_000
const SETTLE_MS = 10_000

/**
 * PSS of all processes, ten seconds after the window was shown, nobody having touched anything; one
 * reading a start, in turn with the bare window. Nothing looks inside: a debugger takes memory too.
 */
export async function memory(n: number): Promise<Measured> {
  const desk: RawProgram = { args: [REPO, '--data', await schoolOf(3_000)] }
  const bare = await bareWindow()
  const values: number[] = []
  const floor: number[] = []
  try {
    for (let turn = 0; turn < n; turn++) {
      values.push(await idle(desk, 'desk: window shown'))
      floor.push(await idle(bare, 'bare: window shown'))
    }
    return { values, floor, loopDelayMaxMs: null }
  } finally {
    bare.forget()
  }
}

async function idle(program: RawProgram, shown: string): Promise<number> {
  const running = startRaw(program)
  try {
    await within(SHOWN_WITHIN_MS, 'The window', running.said(shown))
    await sleep(SETTLE_MS)
    return pssMb(running.pid)
  } finally {
    await running.end()
  }
}
