import type { Database } from './database.ts'
import { classForms, searchedName, searchForms } from './searchForms.ts'
import { wordsAsked } from './searchWords.ts'
import { prepared } from './statements.ts'

/**
 * Does something that changes what one pupil is found by, a card's number say, and changes the index with
 * it. The place in lists stays: a name or a class that changes is a matter of the whole roll. Inside a
 * transaction; nothing where the index does not know the pupil.
 */
export function withPupilFound<T>(
  db: Database,
  studentIds: readonly (string | null)[],
  change: () => T,
): T {
  const before = studentIds.flatMap((id) => (id === null ? [] : wordsOf(db, id)))
  const done = change()
  const asked = wordsAsked(db)
  for (const { studentId, place, words } of before) {
    // An index without its text is told what to forget.
    prepared<[number, string]>(
      db,
      `INSERT INTO ${asked} (${asked}, rowid, words) VALUES ('delete', ?, ?)`,
    ).run(place, words)
    const now = wordsOf(db, studentId)[0]?.words ?? ''
    prepared<[number, string]>(db, `INSERT INTO ${asked} (rowid, words) VALUES (?, ?)`).run(
      place,
      now,
    )
  }
  return done
}

interface Found {
  readonly studentId: string
  readonly place: number
  readonly words: string
}

interface PupilRow {
  readonly place: number
  readonly name: string
  readonly educationId: string | null
  readonly grade: number | null
  readonly number: number | null
  readonly className: string | null
}

function wordsOf(db: Database, studentId: string): readonly Found[] {
  const row = prepared<[string], PupilRow>(
    db,
    `SELECT place, student.name, education_id AS educationId, grade, number, class.name AS className
     FROM search_pupil JOIN student ON student.id = student_id
     LEFT JOIN class ON class.id = class_id WHERE student_id = ?`,
  ).get(studentId)
  if (row === undefined) return []
  const { place, name, educationId, grade, number, className } = row
  const words = searchForms({
    name: searchedName(name),
    educationId,
    classForms:
      grade === null || number === null || className === null
        ? []
        : classForms(grade, number, className),
    cardNumbers: cardNumbersOf(db, studentId),
  })
  return [{ studentId, place, words: words.join(' ') }]
}

function cardNumbersOf(db: Database, studentId: string): readonly string[] {
  return prepared<[string], { value: string }>(
    db,
    `SELECT value FROM card_identifier JOIN card ON card.id = card_id
     WHERE student_id = ? AND kind <> 'uid' AND valid_to IS NULL`,
  )
    .all(studentId)
    .map(({ value }) => value)
}
