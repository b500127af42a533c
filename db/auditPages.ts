import type { AuditEntry, AuditKind } from '../core/audit.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** More than this are not shown at once, whatever is wished. */
export const AUDIT_PAGE_MOST = 200

/** What of the log is wanted; null or left out: all. */
export interface AuditWish {
  /** only rows before this one: the last one of the page before */
  readonly before: number | null
  readonly operatorId: string | null
  readonly kinds: readonly AuditKind[] | null
  readonly studentId?: string | null
  /** of that instant and later */
  readonly from?: EpochMs | null
  /** earlier than that instant */
  readonly to?: EpochMs | null
  /** one more than is shown tells whether there are older ones: at most 201 */
  readonly limit: number
}

/**
 * A page of the log, newest first. By the number of the row, not by date: the clock is evidence, never an
 * order, and a row that is written while somebody reads moves nothing. Rows whose text has gone
 * (db/emptying.ts) are left out.
 */
export function auditPage(db: Database, wish: AuditWish): readonly AuditEntry[] {
  const wanted = conditions(wish)
  const where = ["sealed <> ''", ...wanted.map(({ sql }) => sql)].join(' AND ')
  return reading('The log was not read', () =>
    prepared<(string | number)[], { sealed: string }>(
      db,
      `SELECT sealed FROM audit WHERE ${where} ORDER BY seq DESC LIMIT ?`,
    )
      .all(...wanted.map(({ value }) => value), Math.min(wish.limit, AUDIT_PAGE_MOST + 1))
      .map(({ sealed }) => JSON.parse(sealed) as AuditEntry),
  )
}

/** Only what is asked stands in the SQL, so that each wish finds its index. */
function conditions(
  wish: AuditWish,
): readonly { readonly sql: string; readonly value: string | number }[] {
  const kinds = wish.kinds === null ? null : JSON.stringify(wish.kinds)
  return [
    { sql: 'seq < ?', value: wish.before },
    { sql: 'operator_id = ?', value: wish.operatorId },
    { sql: 'student_id = ?', value: wish.studentId ?? null },
    { sql: 'kind IN (SELECT value FROM json_each(?))', value: kinds },
    { sql: 'at >= ?', value: wish.from ?? null },
    { sql: 'at < ?', value: wish.to ?? null },
  ].flatMap(({ sql, value }) => (value === null ? [] : [{ sql, value }]))
}

/**
 * The rows of a time in the order of the log, one by one: a year of a large school is not held in
 * memory. All are looked at, because a date is no order: off the main thread where there are many.
 * The connection can do nothing else before the last one was taken.
 */
export function* auditYear(db: Database, from: EpochMs, to: EpochMs): Generator<AuditEntry> {
  const rows = reading('The log of the year was not read', () =>
    prepared<[number, number], { sealed: string }>(
      db,
      `SELECT sealed FROM audit WHERE at >= ? AND at < ? AND sealed <> '' ORDER BY seq`,
    ).iterate(from, to),
  )
  try {
    for (;;) {
      const next = reading('The log of the year was not read', () => rows.next())
      if (next.done === true) return
      yield JSON.parse(next.value.sealed) as AuditEntry
    }
  } finally {
    rows.return?.()
  }
}

/** How many rows of a time have lost their text by retention. */
export function countEmptied(db: Database, from: EpochMs, to: EpochMs): number {
  return reading('The log of the year was not read', () => {
    const select = `SELECT count(*) AS n FROM audit WHERE at >= ? AND at < ? AND sealed = ''`
    return prepared<[number, number], { n: number }>(db, select).get(from, to)?.n ?? 0
  })
}
