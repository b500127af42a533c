import type { EpochMs } from '../core/calendarDate.ts'
import type { Database } from './database.ts'
import { nowKnown, rowsNaming } from './namedInFiles.ts'
import { prepared } from './statements.ts'

/*
 * What the city told in files, when its time is over: payments from their settling, lists of cards from their
 * making. A payment nobody has settled stays.
 */

const SETTLED = 'city_row WHERE settled_at < ?'
const LISTED = `delivery_row WHERE delivery_id IN (SELECT delivery_id FROM delivery WHERE at < ?)`
const EMPTY = `delivery WHERE at < ? AND delivery_id NOT IN (SELECT delivery_id FROM delivery_row)`

export const cityRowsOver = (db: Database, at: EpochMs): number =>
  count(db, SETTLED, at) + count(db, LISTED, at)

export const cityRowsHeld = (db: Database, at: EpochMs): number =>
  count(db, 'city_row WHERE settled_at IS NULL AND at < ?', at)

/** A portion. @returns ids of what went; none: done. Inside a transaction */
export function deleteCityRowsOver(db: Database, at: EpochMs, limit: number): readonly string[] {
  const settled = portion(db, SETTLED, 'city_row', at, limit)
  if (settled.length > 0) return settled
  const listed = portion(db, LISTED, 'delivery_row', at, limit)
  if (listed.length > 0) return listed
  prepared<[number]>(db, `DELETE FROM ${EMPTY}`).run(at)
  return []
}

/**
 * Of pupils who are deleted, while their 教育ID and their orders are still there. What waits for the city is found
 * again by the pupil. Inside a transaction.
 */
export function deleteCityRowsOf(db: Database, studentIds: string): void {
  const naming = rowsNaming(db, studentIds)
  for (const { rowId, studentId } of naming) nowKnown(db, rowId, studentId)
  const rows = JSON.stringify(naming.map(({ rowId }) => rowId))
  for (const table of ['city_row', 'delivery_row'])
    prepared<[string]>(
      db,
      `DELETE FROM ${table} WHERE row_id IN (SELECT value FROM json_each(?))`,
    ).run(rows)
  prepared<[string]>(
    db,
    `DELETE FROM delivery_row WHERE student_id IN (SELECT value FROM json_each(?))`,
  ).run(studentIds)
}

function portion(
  db: Database,
  of: string,
  table: 'city_row' | 'delivery_row',
  at: EpochMs,
  limit: number,
): readonly string[] {
  return prepared<[number, number], { id: string }>(
    db,
    `DELETE FROM ${table} WHERE row_id IN (SELECT row_id FROM ${of} LIMIT ?) RETURNING row_id AS id`,
  )
    .all(at, limit)
    .map(({ id }) => id)
}

const count = (db: Database, of: string, at: EpochMs): number =>
  prepared<[number], { n: number }>(db, `SELECT count(*) AS n FROM ${of}`).get(at)?.n ?? 0
