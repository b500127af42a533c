import type { CalendarDate, EpochMs } from '../core/calendarDate.ts'
import type { FareFacts } from '../core/validity.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/** What a chip told of bus fares, and when. */
export interface CardFare {
  readonly readAt: EpochMs
  readonly fare: FareFacts
}

/** Keeps what the chip of a known card has just told, in place of what it told before. */
export function keepCardFare(db: Database, cardId: string, { readAt, fare }: CardFare): void {
  writing(db, 'The fare dates were not stored', () =>
    prepared<(string | number | null)[]>(
      db,
      `INSERT INTO card_fare (card_id, read_at, enabled, blacklisted, transit_from, transit_to)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (card_id) DO UPDATE SET
         read_at = excluded.read_at, enabled = excluded.enabled, blacklisted = excluded.blacklisted,
         transit_from = excluded.transit_from, transit_to = excluded.transit_to`,
    ).run(
      cardId,
      readAt,
      bit(fare.enabled),
      bit(fare.blacklisted),
      fare.transit?.from ?? null,
      fare.transit?.to ?? null,
    ),
  )
}

interface CardFareRow {
  readonly readAt: number
  readonly enabled: number | null
  readonly blacklisted: number | null
  readonly from: string | null
  readonly to: string | null
}

/** null: its chip has never told any here */
export function getCardFare(db: Database, cardId: string): CardFare | null {
  const row = reading('The fare dates were not looked up', () =>
    prepared<[string], CardFareRow>(
      db,
      `SELECT read_at AS readAt, enabled, blacklisted, transit_from AS "from", transit_to AS "to"
       FROM card_fare WHERE card_id = ?`,
    ).get(cardId),
  )
  if (row === undefined) return null
  const { readAt, enabled, blacklisted, from, to } = row
  return {
    readAt,
    fare: {
      enabled: enabled === null ? null : enabled === 1,
      blacklisted: blacklisted === null ? null : blacklisted === 1,
      transit:
        from === null || to === null
          ? null
          : { from: from as CalendarDate, to: to as CalendarDate },
    },
  }
}

function bit(value: boolean | null): number | null {
  return value === null ? null : Number(value)
}
