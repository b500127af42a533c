import { addDays, beijingMidnight, type CalendarDate } from '../core/calendarDate.ts'
import type { Collector } from '../core/case/collector.ts'
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

export interface CollectionMade {
  readonly at: number
  readonly collector: Collector
}

/** Who took a card last; null: nobody has, or it was taken back. */
export function lastCollection(db: Database, cardId: string): CollectionMade | null {
  return reading('The collection was not looked up', () => {
    const row = prepared<[string], { at: number; collector: string }>(
      db,
      `SELECT at, collector FROM collection WHERE card_id = ? AND undone = 0 ORDER BY seq DESC LIMIT 1`,
    ).get(cardId)
    return row === undefined
      ? null
      : { at: row.at, collector: JSON.parse(row.collector) as Collector }
  })
}
