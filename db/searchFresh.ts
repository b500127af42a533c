import type { Database } from './database.ts'
import { keepForm, type IndexLine } from './searchIndex.ts'
import { emptyWords, wordsBeside } from './searchWords.ts'
import { prepared } from './statements.ts'
import { writingSlice } from './writing.ts'

/*
 * The index made anew beside the one in use, slice by slice, and put in its place in one short transaction:
 * the whole of it takes 0.4 s for 3,000 pupils, too long for one turn of main. What is lost of it is made again at a start
 * (its form is 0 until it is whole).
 */

/** An empty one; what an earlier try left goes. */
export function beginFreshIndex(db: Database): void {
  writingSlice(db, 'The search index was not begun', () => {
    emptyWords(db, wordsBeside(db))
    db.exec(`
      DROP TABLE IF EXISTS search_pupil_fresh;
      CREATE TABLE search_pupil_fresh (
        place      INTEGER PRIMARY KEY,
        student_id TEXT    NOT NULL
      ) STRICT;
    `)
  })
}

export function addToFreshIndex(db: Database, lines: readonly IndexLine[]): void {
  writingSlice(db, 'The search index was not written', () => {
    const pupil = prepared<[number, string]>(db, 'INSERT INTO search_pupil_fresh VALUES (?, ?)')
    const word = prepared<[number, string]>(
      db,
      `INSERT INTO ${wordsBeside(db)} (rowid, words) VALUES (?, ?)`,
    )
    for (const { place, studentId, words } of lines) {
      pupil.run(place, studentId)
      word.run(place, words)
    }
  })
}

/** From now on it is the one that is asked. What it replaces waits for `dropFormerIndex`. */
export function useFreshIndex(db: Database): void {
  writingSlice(db, 'The search index was not put in place', () => {
    db.exec(`
      DROP TABLE IF EXISTS search_pupil_former;
      DROP INDEX IF EXISTS search_pupil_by_student;
      ALTER TABLE search_pupil RENAME TO search_pupil_former;
      ALTER TABLE search_pupil_fresh RENAME TO search_pupil;
      CREATE INDEX search_pupil_by_student ON search_pupil (student_id);
    `)
    keepForm(db, wordsBeside(db))
  })
}

/** In a turn of its own: what a table held is given back page by page. */
export function dropFormerIndex(db: Database): void {
  writingSlice(db, 'The former search index was not taken away', () => {
    emptyWords(db, wordsBeside(db))
    db.exec('DROP TABLE IF EXISTS search_pupil_former')
  })
}
