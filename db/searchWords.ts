import type { Database } from './database.ts'
import { prepared } from './statements.ts'

/** The tables of words. To rename one takes FTS5 10 ms, to say in a row which is asked nothing. */
export type SearchWords = 'search_word' | 'search_word_beside'

/** The one that is asked. */
export function wordsAsked(db: Database): SearchWords {
  const row = prepared<[], { words: SearchWords }>(db, 'SELECT words FROM search_form').get()
  return row?.words ?? 'search_word'
}

/** The other one: the next index is made in it. */
export const wordsBeside = (db: Database): SearchWords =>
  wordsAsked(db) === 'search_word' ? 'search_word_beside' : 'search_word'

export function emptyWords(db: Database, words: SearchWords): void {
  prepared<[]>(db, `INSERT INTO ${words} (${words}) VALUES ('delete-all')`).run()
}
