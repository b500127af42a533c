import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beijingDate } from '../../core/calendarDate.ts'
import type { Clock } from '../../electron/clock.ts'
import { newPlan } from '../../electron/rehearsalFolder.ts'
import { seedRehearsal } from '../../electron/rehearsalSeed.ts'
import { makeRehearsal } from '../../electron/school.ts'

const made = new Map<string, Promise<string>>()
const scratch: string[] = []
process.once('exit', () => {
  for (const folder of scratch) rmSync(folder, { recursive: true, force: true })
})

/**
 * Puts a rehearsal school of this size and day into a data folder that has none: made once, then copied. A
 * test that is about its making does without.
 */
export async function putRehearsal(home: string, students: number, clock: Clock): Promise<void> {
  const folder = join(home, 'rehearsal')
  if (existsSync(folder)) return
  const today = beijingDate(clock.now())
  const name = `${students} ${today}`
  const making = made.get(name) ?? make(students, clock)
  made.set(name, making)
  cpSync(await making, folder, { recursive: true })
}

async function make(students: number, clock: Clock): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-template-'))
  scratch.push(folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const plan = newPlan(students, beijingDate(clock.now()))
  const seed = (job: Parameters<typeof seedRehearsal>[0]): Promise<void> =>
    Promise.resolve(seedRehearsal(job))
  await makeRehearsal({ seed, clock }, { folder, nativeBinding: undefined }, plan)
  return folder
}
