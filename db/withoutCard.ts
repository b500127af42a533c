import { OVER_STATES } from '../core/binding.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** A pupil who needs a card and for whom none is applied for. */
export interface PupilWithoutCard {
  readonly studentId: string
  readonly classId: string | null
  readonly className: string | null
}

/** On the roll, with no card that is good or awaited and no open application; class by class. */
export function pupilsWithoutCard(db: Database): readonly PupilWithoutCard[] {
  return reading('The pupils without a card were not read', () =>
    prepared<[string], PupilWithoutCard>(
      db,
      `SELECT student.id AS studentId, class.id AS classId, class.name AS className
       FROM student JOIN school ON school.id = student.school_id AND own = 1
       LEFT JOIN class ON class.id = class_id
       LEFT JOIN search_pupil ON search_pupil.student_id = student.id
       WHERE enrolment <> 'left' AND education_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM card WHERE card.student_id = student.id
                         AND card.state NOT IN (SELECT value FROM json_each(?)))
         AND NOT EXISTS (SELECT 1 FROM application
                         WHERE application.student_id = student.id AND ended_at IS NULL)
       ORDER BY grade, number, place IS NULL, place, education_id`,
    ).all(JSON.stringify(OVER_STATES)),
  )
}
