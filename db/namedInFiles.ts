import type { ByAct } from './acts.ts'
import type { Database } from './database.ts'
import { storeEvent } from './events.ts'
import { prepared } from './statements.ts'

/*
 * Whom a line of a list or a file names. What the act says of a pupil must be found when the pupil is deleted
 * (pupilRows.ts), also where nobody was known by the line when it was stored: then its row stands in the pupil's place.
 */

interface NamedRow {
  readonly rowId: string
  /** null: nobody is known by it */
  readonly studentId: string | null
}

const placeOf = (rowId: string): string => `row ${rowId}`

/** Inside the transaction of the act. */
export function rememberNamed(
  db: Database,
  { cmdId, at }: Pick<ByAct, 'cmdId' | 'at'>,
  { rowId, studentId }: NamedRow,
): void {
  const event = { type: 'named-in-file', studentId: studentId ?? placeOf(rowId) } as const
  storeEvent(db, { cmdId, at, event })
}

/** Whose the row is was found out: the acts that named it name the pupil. Inside a transaction. */
export function nowKnown(db: Database, rowId: string, studentId: string): void {
  prepared<string[]>(
    db,
    `UPDATE event SET student_id = ?, body = json_set(body, '$.studentId', ?) WHERE student_id = ?`,
  ).run(studentId, studentId, placeOf(rowId))
}

const THEIRS = 'student.id IN (SELECT value FROM json_each(?))'

/** Rows that name these pupils, by 教育ID or by the city's own number of a payment of theirs. */
export function rowsNaming(
  db: Database,
  studentIds: string,
): readonly { readonly rowId: string; readonly studentId: string }[] {
  return prepared<string[], { rowId: string; studentId: string }>(
    db,
    `SELECT row_id AS rowId, student.id AS studentId FROM delivery_row
       JOIN student USING (education_id) WHERE ${THEIRS}
     UNION SELECT row_id, student.id FROM city_row JOIN student USING (education_id) WHERE ${THEIRS}
     UNION SELECT row_id, student.id FROM city_row
       JOIN fee_order ON city_no = json_extract(content, '$.cityNo') AND city_no NOT LIKE '#%'
       JOIN student ON student.id = fee_order.student_id
     WHERE readable = 1 AND city_row.education_id IS NULL AND ${THEIRS}`,
  ).all(studentIds, studentIds, studentIds)
}

/** What stands in the place of these pupils, in acts that were stored before anybody knew. */
export const placesOf = (db: Database, studentIds: string): readonly string[] =>
  rowsNaming(db, studentIds).map(({ rowId }) => placeOf(rowId))
