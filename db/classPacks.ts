import type { PackClass } from '../core/packRequests.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** Classes of the own school with cards at the desk or with their teachers, by grade and number. */
export function classesWithCardsHere(db: Database): readonly PackClass[] {
  return reading('The waiting cards were not counted', () =>
    prepared<[], PackClass>(
      db,
      `SELECT class.id AS classId, class.name, sum(state = 'ARRIVED') AS here,
              sum(state = 'WITH_TEACHER') AS withTeacher
       FROM class JOIN school ON school.id = class.school_id AND own = 1
       JOIN student ON class_id = class.id AND enrolment <> 'left'
       JOIN card ON card.student_id = student.id AND state IN ('ARRIVED', 'WITH_TEACHER')
       GROUP BY class.id ORDER BY grade, number`,
    ).all(),
  )
}
