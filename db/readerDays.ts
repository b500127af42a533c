import { beijingDate, type CalendarDate, type EpochMs } from '../core/calendarDate.ts'
import type { CardFamily } from '../core/cardRead.ts'
import type { FamilyFacts } from '../core/devices.ts'
import { failuresOf, type Reading } from '../core/failedReadings.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/** Counts a tap that is about to be stored, and what failed just before for its card. */
export function countReading(db: Database, tap: Reading): void {
  const { family } = tap
  writing(db, 'The reading was not counted', () => {
    if (family !== null)
      for (const failure of failuresOf(tap, readingsBackwards(db)))
        if (takeFromUnknown(db, failure)) count(db, failure, family)
    count(db, tap, family ?? 'unknown')
  })
}

function count(
  db: Database,
  { reader, at, family: read, failed }: Reading,
  family: CardFamily | 'unknown',
): void {
  prepared<(string | number)[]>(
    db,
    `INSERT INTO reader_day (reader, day, family, read, failed, last_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (reader, day, family) DO UPDATE SET
       read = read + excluded.read, failed = failed + excluded.failed, last_at = excluded.last_at`,
  ).run(reader, beijingDate(at), family, read === null ? 0 : 1, failed ? 1 : 0, at)
}

/** @returns false where it was never counted: then it is not counted for the card either */
function takeFromUnknown(db: Database, { reader, at }: Reading): boolean {
  const taken = prepared<string[]>(
    db,
    `UPDATE reader_day SET failed = failed - 1
     WHERE reader = ? AND day = ? AND family = 'unknown' AND failed > 0`,
  ).run(reader, beijingDate(at))
  return taken.changes === 1
}

function* readingsBackwards(db: Database): Generator<Reading> {
  const rows = prepared<[], Omit<Reading, 'failed'> & { readonly failed: number }>(
    db,
    `SELECT reader, at, family, verdict = 'unreadable' AS failed FROM tap ORDER BY seq DESC`,
  ).iterate()
  for (const row of rows) yield { ...row, failed: row.failed === 1 }
}

/** What is recorded of one reader. */
export interface ReaderRecord {
  readonly reader: string
  readonly lastTapAt: EpochMs
  /** within the days asked for, most read first */
  readonly families: readonly FamilyFacts[]
  readonly failedUnknown: number
  /** cards were laid down at it within the days asked for */
  readonly used: boolean
}

interface ReaderDayRow {
  readonly reader: string
  readonly family: CardFamily | 'unknown'
  readonly lastAt: number
  readonly days: number
  readonly read: number
  readonly failed: number
}

/**
 * Every reader a card was ever laid down at, the last used first.
 * Days after `to` do not count: the clock was ahead then.
 */
export function readerRecords(
  db: Database,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): readonly ReaderRecord[] {
  const rows = reading('The readers were not looked up', () =>
    prepared<[string, string, string, string], ReaderDayRow>(
      db,
      `SELECT reader, family, max(last_at) AS lastAt, sum(day >= ?) AS days,
              sum(iif(day >= ?, read, 0)) AS read, sum(iif(day >= ?, failed, 0)) AS failed
       FROM reader_day WHERE day <= ? GROUP BY reader, family ORDER BY read DESC`,
    ).all(from, from, from, to),
  )
  return [...new Set(rows.map((row) => row.reader))]
    .map((reader) =>
      recordOf(
        reader,
        rows.filter((row) => row.reader === reader),
      ),
    )
    .sort((a, b) => b.lastTapAt - a.lastTapAt)
}

function recordOf(reader: string, rows: readonly ReaderDayRow[]): ReaderRecord {
  return {
    reader,
    lastTapAt: Math.max(...rows.map((row) => row.lastAt)),
    families: rows.flatMap(({ family, read, failed }) =>
      family === 'unknown' || read + failed === 0 ? [] : [{ family, read, failed }],
    ),
    failedUnknown: rows.find((row) => row.family === 'unknown')?.failed ?? 0,
    used: rows.some((row) => row.days > 0),
  }
}
