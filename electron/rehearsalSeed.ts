import { DeskError } from '../core/errors.ts'
import { addOperator } from '../db/operators.ts'
import { replaceRoll } from '../db/rolls.ts'
import { putTerm } from '../db/terms.ts'
import { writing } from '../db/writing.ts'
import { FIRST_PIN } from './keys/newKeys.ts'
import { openKeyed, type DataPlace } from './localData.ts'
import { generateSchool } from './rehearsal/school.ts'
import { REHEARSAL_STAFF } from './rehearsal/staff.ts'
import { rehearsalTerms } from './rehearsal/terms.ts'
import type { RehearsalPlan } from './rehearsalFolder.ts'
import type { EpochMs } from '../core/calendarDate.ts'

/** What it takes to fill a rehearsal school's database; plain data, so that a worker can do it. */
export interface SeedJob {
  readonly place: DataPlace
  readonly key: Uint8Array
  readonly plan: RehearsalPlan
  readonly at: EpochMs
}

/** Makes the school and stores it. Blocks for seconds: main runs it in a worker, before it opens. */
export function seedRehearsal({ place, key, plan, at }: SeedJob): void {
  const db = openKeyed(place, key)
  try {
    const { roll, samples } = generateSchool(plan)
    const taken = replaceRoll(db, roll)
    if (taken.kind === 'refused')
      throw new DeskError('internal', `The rehearsal roll was refused: ${taken.why}.`)
    // The class whose cards lie among the samples: what a class teacher sees can be tried with them.
    const own = samples.find(({ id }) => id === 'valid')?.className
    writing(db, 'The rehearsal staff and terms were not stored', () => {
      for (const term of rehearsalTerms(plan.today, at)) putTerm(db, term)
      for (const { id, name, roles } of REHEARSAL_STAFF) {
        const classes = roles.includes('class-teacher') && own ? [own] : []
        addOperator(db, { id, name, roles, classes }, FIRST_PIN, at)
      }
    })
  } finally {
    db.close()
  }
}
