import { deleteCityRowsOf } from './cityRetention.ts'
import type { Database } from './database.ts'
import { emptyActs } from './emptying.ts'
import { placesOf } from './namedInFiles.ts'
import { deletePhotos } from './photos.ts'
import { prepared } from './statements.ts'

export interface PupilRowsGone {
  readonly cards: number
  /** acts whose text and tap are gone */
  readonly emptied: number
  /** acts that name the pupil and that the city has not got or has refused: they stay */
  readonly held: number
}

/** A row of the outbox, and what the city has said of it. */
export interface Act {
  readonly cmdId: string
  readonly status: string
}

/**
 * Takes pupils out of every table: pupil, photo, basis, cards with numbers and fare dates, applications,
 * orders, signatures, the search, and those of the acts that the city has. Their rows in the log stay: ids only, and at least three
 * years. Inside a transaction; `refreshSearchIndex` makes the index anew.
 */
export function deletePupilRows(
  db: Database,
  studentIds: readonly string[],
  acts: readonly Act[],
): PupilRowsGone {
  const ids = JSON.stringify(studentIds)
  const run = (sql: string): number => prepared<[string]>(db, sql).run(ids).changes
  const sent = acts.filter(({ status }) => status === 'sent').map(({ cmdId }) => cmdId)
  deleteCityRowsOf(db, ids) // first: they are found by 教育ID and orders
  const emptied = emptyActs(db, sent)
  forgetEvents(db, ids, sent)
  run(`DELETE FROM card_identifier WHERE card_id IN (SELECT id FROM card WHERE ${THEIRS})`)
  const cards = run(`DELETE FROM card WHERE ${THEIRS}`)
  deletePhotos(db, ids)
  run(`DELETE FROM application WHERE ${THEIRS}`) // and with them orders, and what was said of their data
  run(`DELETE FROM collection WHERE ${THEIRS}`)
  run(`DELETE FROM paper_print WHERE ${THEIRS}`)
  // of an act that is held, the place stays: it is found again when the city has it
  run(`UPDATE event SET body = '{}' WHERE ${THEIRS}`)
  run(`DELETE FROM search_pupil WHERE ${THEIRS}`)
  run(`DELETE FROM annual_tap WHERE ${THEIRS}`)
  run('DELETE FROM student WHERE id IN (SELECT value FROM json_each(?))')
  // the index itself has no text to be deleted by: an old form is filled anew, now or at the next start
  db.exec('UPDATE search_form SET form = 0')
  return { cards, emptied, held: acts.length - sent.length }
}

/** Of these pupils, in acts that are empty now; other pupils of the same act keep theirs. */
function forgetEvents(db: Database, studentIds: string, cmdIds: readonly string[]): void {
  prepared<[string, string]>(
    db,
    `DELETE FROM event WHERE ${THEIRS} AND cmd_id IN (SELECT value FROM json_each(?))`,
  ).run(studentIds, JSON.stringify(cmdIds))
}

const THEIRS = 'student_id IN (SELECT value FROM json_each(?))'

/** Acts that name these pupils, also pupils who are not here any more. */
export function actsOf(db: Database, studentIds: readonly string[]): readonly Act[] {
  const ids = JSON.stringify(studentIds)
  const named = JSON.stringify([...studentIds, ...placesOf(db, ids)])
  return prepared<[string, string], Act>(
    db,
    `SELECT cmd_id AS cmdId, status FROM outbox WHERE cmd_id IN (
       SELECT cmd_id FROM tap WHERE student_id IS NOT NULL AND ${THEIRS}
       UNION SELECT cmd_id FROM event WHERE ${THEIRS})`,
  ).all(ids, named)
}

/**
 * Acts that name nobody and carry a number of one of the pupil's cards: the chip and the roll disagreed.
 * Looks through every such act, so only for one pupil at a time.
 */
export function actsWithNumbersOf(db: Database, studentId: string): readonly Act[] {
  return prepared<[string], Act>(
    db,
    `SELECT tap.cmd_id AS cmdId, status FROM tap JOIN outbox ON outbox.cmd_id = tap.cmd_id
     WHERE tap.student_id IS NULL AND EXISTS (
       SELECT 1 FROM card JOIN card_identifier ON card_id = card.id
       WHERE card.student_id = ? AND instr(sealed, '"' || value || '"') > 0)`,
  ).all(studentId)
}
