import { DeskError } from '../core/errors.ts'
import { replaceRoll } from '../db/rolls.ts'
import { openKeyed, type DataPlace } from './localData.ts'
import { generateSchool } from './rehearsal/school.ts'
import type { RehearsalPlan } from './rehearsalFolder.ts'

/** What it takes to fill a rehearsal school's database; plain data, so that a worker can do it. */
export interface SeedJob {
  readonly place: DataPlace
  readonly key: Uint8Array
  readonly plan: RehearsalPlan
}

/** Makes the school and stores it. Blocks for seconds: main runs it in a worker, before it opens. */
export function seedRehearsal(job: SeedJob): void {
  const db = openKeyed(job.place, job.key)
  try {
    const taken = replaceRoll(db, generateSchool(job.plan).roll)
    if (taken.kind === 'refused')
      throw new DeskError('internal', `The rehearsal roll was refused: ${taken.why}.`)
  } finally {
    db.close()
  }
}
