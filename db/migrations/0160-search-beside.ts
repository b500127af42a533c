import type { Database } from '../database.ts'

/** A second table of words: one is asked, the next index is made in the other (db/searchFresh.ts). */
export function createSearchBeside(db: Database): void {
  db.exec(`
    -- What an index that was made in the way before, and cut off, has left.
    DROP TABLE IF EXISTS search_word_fresh;
    DROP TABLE IF EXISTS search_word_former;
    CREATE VIRTUAL TABLE search_word_beside USING fts5 (
      words, content = '', columnsize = 0, detail = none, tokenize = 'ascii', prefix = '1 2 3 4 5 6'
    );
    ALTER TABLE search_form ADD COLUMN
      words TEXT NOT NULL DEFAULT 'search_word' -- the table that is asked
      CHECK (words IN ('search_word', 'search_word_beside'));
  `)
}
