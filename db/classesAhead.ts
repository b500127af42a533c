import type { ClassAhead } from '../core/schoolYearRequests.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** The classes of the own school before they go up, with who is in them, by grade and number. */
export function classesAhead(
  db: Database,
): readonly (Omit<ClassAhead, 'next'> & { readonly number: number })[] {
  return reading('The classes were not counted', () =>
    prepared<[], Omit<ClassAhead, 'next'> & { readonly number: number }>(
      db,
      `SELECT class.id AS classId, class.name, grade, number, count(student.id) AS pupils,
              coalesce(sum(enrolment = 'suspended'), 0) AS suspended,
              coalesce(sum(EXISTS (
                SELECT 1 FROM card WHERE card.student_id = student.id AND state = 'ACTIVE')), 0) AS cards
       FROM class JOIN school ON school.id = class.school_id AND own = 1
       LEFT JOIN student ON class_id = class.id AND enrolment <> 'left'
       GROUP BY class.id ORDER BY grade, number`,
    ).all(),
  )
}
