import type { ClassEntry, RollEntry, RollNow } from '../core/rollChange.ts'
import type { Sex } from '../core/student.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { enrolmentOf, type EnrolmentRow } from './students.ts'
import { reading } from './writing.ts'

interface PupilRow extends EnrolmentRow {
  readonly id: string
  readonly educationId: string
  readonly name: string
  readonly sex: Sex
  readonly classId: string | null
  readonly rooted: number
}

/** The roll of the own school, whole, for whoever decides a change of it: some 3,000 rows, in a thread. */
export function rollNow(db: Database): RollNow {
  return reading('The roll was not read', () => {
    const rows = prepared<[], PupilRow>(
      db,
      `SELECT student.id, education_id AS educationId, student.name, sex, class_id AS classId,
              enrolment, temporary_until AS temporaryUntil, suspended_since AS suspendedSince,
              left_on AS leftOn, left_why AS leftWhy, left_to AS leftTo,
              EXISTS (SELECT 1 FROM card WHERE card.student_id = student.id)
                OR EXISTS (SELECT 1 FROM application WHERE application.student_id = student.id) AS rooted
       FROM student JOIN school ON school.id = school_id
       WHERE own = 1 AND education_id IS NOT NULL`,
    ).all()
    return {
      classes: classesNow(db),
      pupils: new Map(rows.map((row) => [row.id, entryOf(row)])),
      rooted: new Set(rows.filter(({ rooted }) => rooted === 1).map(({ id }) => id)),
    }
  })
}

function classesNow(db: Database): ReadonlyMap<string, ClassEntry> {
  const rows = prepared<[], ClassEntry & { readonly id: string }>(
    db,
    `SELECT class.id, grade, number, class.name FROM class
     JOIN school ON school.id = school_id WHERE own = 1`,
  ).all()
  return new Map(rows.map(({ id, ...entry }) => [id, entry]))
}

function entryOf(row: PupilRow): RollEntry {
  const { educationId, name, sex, classId } = row
  return { educationId, name, sex, classId, enrolment: enrolmentOf(row) }
}
