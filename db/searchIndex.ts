import type { Database } from './database.ts'
import { classForms, searchedName, searchForms, type SearchedName } from './searchForms.ts'
import { prepared } from './statements.ts'
import { emptyWords, wordsAsked, wordsBeside, type SearchWords } from './searchWords.ts'
import { reading, writing } from './writing.ts'

/**
 * The form of the index. Raise it whenever one pupil's words change, or their order: an installed
 * desk then fills its index anew at the next start. `tests/db/searchIndex.test.ts` notices.
 */
export const INDEX_FORM = 1

/** Fills the index of a roll that another program indexed; costs one row read where none did. */
export function refreshSearchIndex(db: Database): void {
  if (isIndexOfRoll(db)) return
  writing(db, 'The search index was not made anew', () => fillSearchIndex(db))
}

/** The index is of the roll as it is now, in the form of today; also where there is no roll yet. */
export function isIndexOfRoll(db: Database): boolean {
  const roll = reading('The form of the search index was not read', () =>
    prepared<[], { form: number | null }>(
      db,
      'SELECT form FROM data_state LEFT JOIN search_form USING (one)',
    ).get(),
  )
  return roll === undefined || roll.form === INDEX_FORM
}

/**
 * Makes the index anew from the roll: all pupils of the own school, also those who left. Pupils of
 * other schools are not in it: their data are not ours to show. Inside a transaction.
 */
export function fillSearchIndex(db: Database): void {
  const asked = wordsAsked(db)
  db.exec('DELETE FROM search_pupil')
  emptyWords(db, asked)
  // What an index that was cut off has left: words of somebody who may be deleted by now.
  emptyWords(db, wordsBeside(db))
  const pupil = prepared<[number, string]>(db, 'INSERT INTO search_pupil VALUES (?, ?)')
  const word = prepared<[number, string]>(db, `INSERT INTO ${asked} (rowid, words) VALUES (?, ?)`)
  for (const { place, studentId, words } of indexLines(db)) {
    pupil.run(place, studentId)
    word.run(place, words)
  }
  keepForm(db, asked)
}

/** One pupil in the index. */
export interface IndexLine {
  /** 1…: the order of a list */
  readonly place: number
  readonly studentId: string
  readonly words: string
}

/** The whole index as it should be now. It only reads: a thread can do it. */
export function* indexLines(db: Database): Generator<IndexLine> {
  const classes = classesOf(db)
  const numbers = cardNumbersOf(db)
  for (const [at, { row, name }] of inOrder(pupilsOf(db)).entries()) {
    const forms = searchForms({
      name,
      educationId: row.educationId,
      classForms: classes.get(row.classId ?? '') ?? [],
      cardNumbers: numbers.get(row.studentId) ?? [],
    })
    yield { place: at + 1, studentId: row.studentId, words: forms.join(' ') }
  }
}

/** The index is of this form now, and these are its words. */
export function keepForm(db: Database, words: SearchWords): void {
  prepared<[number, SearchWords]>(
    db,
    `INSERT INTO search_form (one, form, words) VALUES (1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET form = excluded.form, words = excluded.words`,
  ).run(INDEX_FORM, words)
}

interface PupilRow {
  readonly studentId: string
  readonly name: string
  readonly educationId: string | null
  readonly classId: string | null
  readonly grade: number | null
  readonly classNumber: number | null
  readonly left: number
}

function pupilsOf(db: Database): readonly PupilRow[] {
  return prepared<[], PupilRow>(
    db,
    `SELECT student.id AS studentId, student.name, education_id AS educationId, class_id AS classId,
            grade, class.number AS classNumber, enrolment = 'left' AS left
     FROM student
     JOIN school ON school.id = student.school_id
     LEFT JOIN class ON class.id = student.class_id
     WHERE own = 1`,
  ).all()
}

interface Placed {
  readonly row: PupilRow
  readonly name: SearchedName
  readonly spoken: string
}

/** Behind every grade and class there is. */
const NO_CLASS = Number.MAX_SAFE_INTEGER

/** Who is here before who left; then by grade, class and name, as it is spoken. */
function inOrder(rows: readonly PupilRow[]): readonly Placed[] {
  const placed = rows.map((row) => {
    const name = searchedName(row.name)
    return { row, name, spoken: name.spoken.map(({ whole }) => whole[0]).join(' ') }
  })
  return placed.sort(
    (a, b) =>
      a.row.left - b.row.left ||
      (a.row.grade ?? NO_CLASS) - (b.row.grade ?? NO_CLASS) ||
      (a.row.classNumber ?? NO_CLASS) - (b.row.classNumber ?? NO_CLASS) ||
      compare(a.spoken, b.spoken) ||
      compare(a.row.name, b.row.name) ||
      compare(a.row.studentId, b.row.studentId),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function classesOf(db: Database): ReadonlyMap<string, readonly string[]> {
  const rows = prepared<[], { id: string; grade: number; number: number; name: string }>(
    db,
    'SELECT id, grade, number, name FROM class',
  ).all()
  return new Map(rows.map(({ id, grade, number, name }) => [id, classForms(grade, number, name)]))
}

/** By student: the numbers on cards and in chips; history finds nothing. */
function cardNumbersOf(db: Database): ReadonlyMap<string, readonly string[]> {
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
