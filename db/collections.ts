import { addDays, beijingMidnight, type CalendarDate } from '../core/calendarDate.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** Cards that came into pupils' hands on a day. */
export function handedOverOn(db: Database, day: CalendarDate): number {
  return reading('The collections were not read', () => {
    const row = prepared<[number, number], { n: number }>(
      db,
      `SELECT count(DISTINCT card_id) AS n FROM collection
       WHERE at >= ? AND at < ? AND undone = 0 AND json_extract(collector, '$.kind') <> 'class-teacher'`,
    ).get(beijingMidnight(day), beijingMidnight(addDays(day, 1)))
    return row?.n ?? 0
  })
}
