import type { Database } from '../database.ts'

/** Which form the words of the search index have; none yet means an index of before this step. */
export function createSearchForm(db: Database): void {
  db.exec(`
    CREATE TABLE search_form (
      one  INTEGER PRIMARY KEY CHECK (one = 1),
      form INTEGER NOT NULL -- INDEX_FORM (db/searchIndex.ts) of the program that filled it
    ) STRICT;
  `)
}
