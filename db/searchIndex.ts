import type { Database } from './database.ts'
import { searchForms, spokenOf, type SearchedPupil } from './searchForms.ts'
import { prepared } from './statements.ts'

interface PupilRow extends Omit<SearchedPupil, 'cardNumbers'> {
  readonly studentId: string
  readonly left: number
}

/**
 * Makes the index anew from the roll: all pupils of the own school, also those who left. Pupils of
 * other schools are not in it: their data are not ours to show. Inside a transaction.
 */
export function fillSearchIndex(db: Database): void {
  db.exec(`DELETE FROM search_pupil; INSERT INTO search_word (search_word) VALUES ('delete-all')`)
  const pupil = prepared<[number, string]>(db, 'INSERT INTO search_pupil VALUES (?, ?)')
  const word = prepared<[number, string]>(
    db,
    'INSERT INTO search_word (rowid, words) VALUES (?, ?)',
  )
  const numbers = cardNumbers(db)
  for (const [at, row] of inOrder(pupils(db)).entries()) {
    const forms = searchForms({ ...row, cardNumbers: numbers.get(row.studentId) ?? [] })
    pupil.run(at + 1, row.studentId)
    word.run(at + 1, forms.join(' '))
  }
}

function pupils(db: Database): readonly PupilRow[] {
  return prepared<[], PupilRow>(
    db,
    `SELECT student.id AS studentId, student.name, education_id AS educationId, grade,
            class.number AS classNumber, class.name AS className, enrolment = 'left' AS left
     FROM student
     JOIN school ON school.id = student.school_id
     LEFT JOIN class ON class.id = student.class_id
     WHERE own = 1`,
  ).all()
}

/** Who is here before who left; then by grade, class and name, as it is spoken. */
function inOrder(rows: readonly PupilRow[]): readonly PupilRow[] {
  const last = 99
  const keyed = rows.map((row) => ({
    row,
    spoken: spokenOf(row.name)
      .map(({ syllable }) => syllable.whole[0])
      .join(' '),
  }))
  keyed.sort(
    (a, b) =>
      a.row.left - b.row.left ||
      (a.row.grade ?? last) - (b.row.grade ?? last) ||
      (a.row.classNumber ?? last) - (b.row.classNumber ?? last) ||
      compare(a.spoken, b.spoken) ||
      compare(a.row.name, b.row.name) ||
      compare(a.row.studentId, b.row.studentId),
  )
  return keyed.map(({ row }) => row)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By student: the numbers on cards and in chips; history finds nothing. */
function cardNumbers(db: Database): ReadonlyMap<string, readonly string[]> {
  const rows = prepared<[], { studentId: string; value: string }>(
    db,
    `SELECT student_id AS studentId, value FROM card_identifier
     JOIN card ON card.id = card_id
     WHERE kind <> 'uid' AND valid_to IS NULL AND student_id IS NOT NULL`,
  )
  const byStudent = new Map<string, string[]>()
  for (const { studentId, value } of rows.iterate()) {
    const known = byStudent.get(studentId)
    if (known) known.push(value)
    else byStudent.set(studentId, [value])
  }
  return byStudent
}
