import type { HeldCard } from '../core/rollCards.ts'
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

const PUPILS = `
  SELECT student.id, education_id AS educationId, student.name, sex, class_id AS classId,
         enrolment, temporary_until AS temporaryUntil, suspended_since AS suspendedSince,
         left_on AS leftOn, left_why AS leftWhy, left_to AS leftTo,
         EXISTS (SELECT 1 FROM card WHERE card.student_id = student.id)
           OR EXISTS (SELECT 1 FROM application WHERE application.student_id = student.id) AS rooted
  FROM student JOIN school ON school.id = school_id
  WHERE own = 1 AND education_id IS NOT NULL`

const CARDS = `
  SELECT card.id, student_id AS studentId, state
  FROM card JOIN student ON student.id = student_id JOIN school ON school.id = school_id
  WHERE own = 1`

/** The roll of the own school, whole, for whoever decides a change of it: some 3,000 rows, in a thread. */
export function rollNow(db: Database): RollNow {
  return reading('The roll was not read', () =>
    rollOf(db, prepared<[], PupilRow>(db, PUPILS).all(), prepared<[], CardRow>(db, CARDS).all()),
  )
}

/** As much of it as a change of one pupil is decided by: the pupil, and whoever has this 教育ID. */
export function rollAround(db: Database, studentId: string, educationId: string): RollNow {
  return reading('The roll was not read', () => {
    const pupils = prepared<[string, string], PupilRow>(
      db,
      `${PUPILS} AND (student.id = ? OR education_id = ?)`,
    ).all(studentId, educationId)
    const cards = pupils.flatMap(({ id }) =>
      prepared<[string], CardRow>(db, `${CARDS} AND student_id = ?`).all(id),
    )
    return rollOf(db, pupils, cards)
  })
}

interface CardRow extends HeldCard {
  readonly id: string
}

function rollOf(db: Database, pupils: readonly PupilRow[], cards: readonly CardRow[]): RollNow {
  return {
    classes: classesNow(db),
    pupils: new Map(pupils.map((row) => [row.id, entryOf(row)])),
    cards: new Map(cards.map(({ id, ...card }) => [id, card])),
    rooted: new Set(pupils.filter(({ rooted }) => rooted === 1).map(({ id }) => id)),
  }
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
