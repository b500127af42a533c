import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

export interface RollSize {
  readonly classes: number
  /** without who left */
  readonly pupils: number
  readonly withPhoto: number
  /** who holds a card that is good */
  readonly bound: number
}

/** The own school, counted. */
export function rollSize(db: Database): RollSize {
  return reading('The roll was not counted', () => {
    const row = prepared<[], RollSize>(
      db,
      `SELECT
         (SELECT count(*) FROM class JOIN school ON school.id = school_id WHERE own = 1) AS classes,
         count(*) AS pupils,
         coalesce(sum(EXISTS (SELECT 1 FROM photo WHERE student_id = student.id)), 0) AS withPhoto,
         coalesce(sum(EXISTS (
           SELECT 1 FROM card WHERE card.student_id = student.id AND state = 'ACTIVE')), 0) AS bound
       FROM student JOIN school ON school.id = school_id WHERE own = 1 AND enrolment <> 'left'`,
    ).get()
    return row ?? { classes: 0, pupils: 0, withPhoto: 0, bound: 0 }
  })
}
