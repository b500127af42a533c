import type { ClassProgress } from '../core/bindingShown.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** The classes of the own school with how many hold a good card, by grade and number. */
export function classProgress(db: Database): readonly ClassProgress[] {
  return reading('The classes were not counted', () =>
    prepared<[], ClassProgress>(
      db,
      `SELECT class.id AS classId, class.name, count(student.id) AS pupils,
              coalesce(sum(EXISTS (
                SELECT 1 FROM card WHERE card.student_id = student.id AND state = 'ACTIVE')), 0) AS bound
       FROM class JOIN school ON school.id = class.school_id AND own = 1
       LEFT JOIN student ON class_id = class.id AND enrolment <> 'left'
       GROUP BY class.id ORDER BY grade, number`,
    ).all(),
  )
}

/** Who is in a class, in the order of lists; null: there is no such class in the own school. */
export function pupilsOfClass(
  db: Database,
  classId: string,
): { readonly name: string; readonly studentIds: readonly string[] } | null {
  return reading('The class was not looked up', () => {
    const found = prepared<[string], { name: string }>(
      db,
      `SELECT class.name FROM class JOIN school ON school.id = school_id AND own = 1 WHERE class.id = ?`,
    ).get(classId)
    if (found === undefined) return null
    const pupils = prepared<[string], { id: string }>(
      db,
      `SELECT student.id FROM student LEFT JOIN search_pupil ON student_id = student.id
       WHERE class_id = ? AND enrolment <> 'left' ORDER BY place IS NULL, place, education_id`,
    ).all(classId)
    return { name: found.name, studentIds: pupils.map(({ id }) => id) }
  })
}
