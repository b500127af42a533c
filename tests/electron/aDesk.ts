import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { DeskState } from '../../core/deskState.ts'
import { DeskError } from '../../core/errors.ts'
import type { TapShown } from '../../core/tapShown.ts'
import { createDesk } from '../../electron/desk.ts'
import type { Desk, DeskParts } from '../../electron/deskFace.ts'
import { createFakeReaders, type FakeReaders } from '../../native/fake.ts'
import { stoppedClock } from './builders.ts'
import { putRehearsal } from '../helpers/rehearsalTemplate.ts'
import { deskParts } from './openDesk.ts'

export let home: string
export let devices: FakeReaders
export let taps: TapShown[]
export let states: DeskState[]
export let desk: Desk
/** the next word about an open desk fails, as when its database cannot be asked any more */
let failing: boolean

/** Each test has a folder of its own, and no desk outlives it. */
export function foldersOfTheirOwn(): void {
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'desk-'))
    devices = createFakeReaders({ readMs: 0 })
    taps = []
    states = []
    failing = false
  })

  afterEach(async () => {
    await desk.close()
    rmSync(home, { recursive: true, force: true })
  })
}

/** The database fails from here on, or is mended. */
export function fail(now: boolean): void {
  failing = now
}

/** A desk on a small rehearsal school. */
export function aDesk(
  argv: readonly string[] = ['--students', '500'],
  change: Partial<DeskParts> = {},
) {
  const given = deskParts(home, argv)
  const { options } = given
  const clock = change.clock ?? stoppedClock()
  const made = createDesk({
    ...given,
    clock,
    devices,
    onState(state) {
      if (failing && state.kind === 'open') throw new DeskError('db-ruined', 'as the test says')
      states.push(state)
    },
    onTap: (tap) => taps.push(tap),
    onTested: () => undefined,
    onProgress: () => undefined,
    ...change,
  })
  const making = options.fresh || options.mode === 'real' || change.seed !== undefined
  desk = {
    ...made,
    async open() {
      if (!making && options.students !== null) await putRehearsal(home, options.students, clock)
      return made.open()
    },
  }
  return desk
}

export const openState = (state: DeskState) => {
  if (state.kind !== 'open') throw new Error(`The desk is ${state.kind}.`)
  return state
}

export async function tapped(sampleId: string): Promise<TapShown> {
  const before = taps.length
  desk.tapSample(sampleId)
  await vi.waitFor(() => expect(taps.length).toBe(before + 1), { timeout: 3_000, interval: 5 })
  const tap = taps.at(-1)
  if (!tap) throw new Error('no tap')
  return tap
}
