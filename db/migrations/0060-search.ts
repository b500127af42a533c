import type { Database } from '../database.ts'

/**
 * Finding pupils of the own school by what is typed. Filled with each roll, and at a start that
 * finds it in another form (db/searchIndex.ts); inside the encrypted file like everything else.
 */
export function createSearch(db: Database): void {
  db.exec(`
    CREATE TABLE search_pupil (
      place      INTEGER PRIMARY KEY, -- 1…: the order of a list; the rowid of search_word
      student_id TEXT    NOT NULL -- without a reference: it goes and comes with the whole roll
    ) STRICT;

    -- One row a pupil: everything that can be typed for one, each so long that what is typed is its
    -- beginning (db/searchForms.ts). 'ascii' takes every character beyond ASCII as part of a word,
    -- also those that are newer than SQLite's tables: 𬭎. Only the index is kept, no text.
    CREATE VIRTUAL TABLE search_word USING fts5 (
      words, content = '', columnsize = 0, detail = none, tokenize = 'ascii', prefix = '1 2 3 4 5 6'
    );
  `)
}
