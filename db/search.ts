import type { SearchWord } from '../core/searchQuery.ts'
import type { Database } from './database.ts'
import { matchesOf, wholeName } from './searchMatch.ts'
import { wordsAsked } from './searchWords.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

export interface FoundPupils {
  /** the nearest first, at most as many as wanted */
  readonly studentIds: readonly string[]
  /** all there are */
  readonly total: number
}

/** Pupils of the own school who fit every word. No words find nobody. */
export function findPupils(db: Database, words: readonly SearchWord[], limit: number): FoundPupils {
  return reading('The pupils were not searched', () => {
    const matches = matchesOf(words)
    const everything = matches.at(-1)
    if (everything === undefined) return { studentIds: [], total: 0 }
    const studentIds = nearest(db, matches, limit)
    // fewer than wanted are all there are
    const total = studentIds.length < limit ? studentIds.length : count(db, everything)
    return { studentIds, total }
  })
}

/** Each expression holds the ones before: what they found already is passed over. */
function nearest(db: Database, matches: readonly string[], limit: number): readonly string[] {
  const asked = wordsAsked(db)
  const select = prepared<[string, number], { studentId: string }>(
    db,
    `SELECT student_id AS studentId
     FROM (SELECT rowid AS place FROM ${asked} WHERE ${asked} MATCH ? ORDER BY rowid LIMIT ?)
     JOIN search_pupil USING (place) ORDER BY place`,
  )
  const found = new Set<string>()
  for (const match of matches) {
    if (found.size >= limit) break
    for (const { studentId } of select.all(match, limit + found.size)) found.add(studentId)
  }
  return [...found].slice(0, limit)
}

function count(db: Database, match: string): number {
  const asked = wordsAsked(db)
  const row = prepared<[string], { n: number }>(
    db,
    `SELECT count(*) AS n FROM ${asked} WHERE ${asked} MATCH ?`,
  ).get(match)
  return row?.n ?? 0
}

/** Pupils of the own school of exactly this name, also those who left. @param name as compared */
export function pupilsNamed(db: Database, name: string): readonly string[] {
  return reading('The pupils of this name were not looked up', () => {
    const asked = wordsAsked(db)
    return prepared<[string], { studentId: string }>(
      db,
      `SELECT student_id AS studentId
       FROM ${asked} JOIN search_pupil ON place = ${asked}.rowid
       WHERE ${asked} MATCH ? ORDER BY place`,
    )
      .all(wholeName(name))
      .map((row) => row.studentId)
  })
}
