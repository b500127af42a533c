import type { AuditMoment } from '../core/audit.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import type { Cutoff, RetentionClass } from '../core/retention.ts'
import { cityRowsHeld, cityRowsOver, deleteCityRowsOver } from './cityRetention.ts'
import type { Database } from './database.ts'
import { emptyActs, emptyLog, fullLog, oldLog } from './emptying.ts'
import { goneAgain, goneWithActs, markGone } from './gonePupils.ts'
import { actsOf, deletePupilRows } from './pupilRows.ts'
import { deletePhotos } from './photos.ts'
import { prepared } from './statements.ts'

/** How one class of data is counted and deleted. Every `delete` runs inside a transaction. */
export interface RetentionJob {
  /** its time is over, and it may go */
  due(db: Database, cutoff: Cutoff): number
  /** its time is over, and it waits for the city or for somebody to look */
  held(db: Database, cutoff: Cutoff): number
  /** all of its kind that is still there */
  remaining(db: Database): number
  /** A portion, small enough that the program stays awake. @returns ids of what went; none: done */
  delete(db: Database, cutoff: Cutoff, moment: AuditMoment): readonly string[]
}

const ROWS = 100
/** A pupil is a dozen rows in eight tables. */
const PUPILS = 25
/** 20 KB each */
const PHOTOS = 50
const nothingHeld = (): number => 0

export const RETENTION_JOBS: Readonly<Record<RetentionClass, RetentionJob>> = {
  'leaver-photos': {
    due: (db, { day }) => count(db, `photo WHERE student_id IN (${LEFT})`, day),
    held: nothingHeld,
    remaining: (db) => count(db, 'photo'),
    delete(db, { day }) {
      const due = ids(
        db,
        `SELECT student_id AS id FROM photo WHERE student_id IN (${LEFT}) LIMIT ?`,
        day,
        PHOTOS,
      )
      if (due.length > 0) deletePhotos(db, JSON.stringify(due))
      return due
    },
  },
  leavers: {
    due: (db, { day }) => leavers(db, day, Number.MAX_SAFE_INTEGER).length,
    held: nothingHeld,
    remaining: (db) => count(db, `student WHERE enrolment = 'left'`),
    delete(db, { day }, { at }) {
      const gone = leavers(db, day, PUPILS)
      if (gone.length === 0) return []
      markGone(db, gone, 'left', at)
      deletePupilRows(db, gone, actsOf(db, gone))
      return gone
    },
  },
  acts: {
    due: (db, { at }) =>
      count(db, OLD_SENT, uuidFrom(at)) +
      count(db, OVER, at) +
      sentOfGone(db).length +
      cityRowsOver(db, at),
    held: (db, { at }) =>
      HELD.reduce((sum, of) => sum + count(db, of, uuidFrom(at)), cityRowsHeld(db, at)),
    remaining: (db) => count(db, 'tap'),
    delete(db, { at }) {
      const old = ids(db, `SELECT cmd_id AS id FROM ${OLD_SENT} LIMIT ?`, uuidFrom(at), ROWS)
      const due = old.length > 0 ? old : sentOfGone(db).slice(0, ROWS)
      emptyActs(db, due)
      if (old.length > 0) forgetEvents(db, old)
      prepared<[number]>(db, 'DELETE FROM paper_print WHERE last_at < ?').run(at)
      if (due.length > 0) return due
      const over = ids(db, DELETE_OVER, at, ROWS)
      return over.length > 0 ? over : deleteCityRowsOver(db, at, ROWS)
    },
  },
  fares: {
    due: (db, { at }) => count(db, 'card_fare WHERE read_at < ?', at),
    held: nothingHeld,
    remaining: (db) => count(db, 'card_fare'),
    delete: (db, { at }) =>
      ids(
        db,
        `DELETE FROM card_fare WHERE card_id IN
           (SELECT card_id FROM card_fare WHERE read_at < ? LIMIT ?) RETURNING card_id AS id`,
        at,
        ROWS,
      ),
  },
  readers: {
    due: (db, { day }) => count(db, 'reader_day WHERE day < ?', day),
    held: nothingHeld,
    remaining: (db) => count(db, 'reader_day'),
    delete: (db, { day }) =>
      ids(
        db,
        `DELETE FROM reader_day WHERE (reader, day, family) IN
           (SELECT reader, day, family FROM reader_day WHERE day < ? LIMIT ?)
         RETURNING day || ' ' || family || ' ' || reader AS id`,
        day,
        ROWS,
      ),
  },
  log: {
    due: (db, { at }) => oldLog(db, at, Number.MAX_SAFE_INTEGER).rows,
    held: nothingHeld,
    remaining: fullLog,
    delete(db, { at }, moment) {
      const { rows, to } = oldLog(db, at, ROWS)
      if (rows === 0) return []
      emptyLog(db, to, moment)
      // who ended before then did nothing any row still tells of
      prepared<[number]>(db, 'DELETE FROM operator WHERE ended_at < ?').run(at)
      prepared<[number]>(db, 'DELETE FROM retention_run WHERE at < ?').run(at)
      prepared<[number]>(db, 'DELETE FROM roll_change WHERE at < ?').run(at)
      return Array.from({ length: rows }, (_, n) => String(to - rows + 1 + n))
    },
  },
}

/** What came of acts whose time is over: the tables hold what still counts. */
function forgetEvents(db: Database, cmdIds: readonly string[]): void {
  for (const table of ['event', 'collection'])
    prepared<[string]>(
      db,
      `DELETE FROM ${table} WHERE cmd_id IN (SELECT value FROM json_each(?))`,
    ).run(JSON.stringify(cmdIds))
}

/** Applications that ended; what was said of their data goes with them. */
/** What was paid for one that is over may still have to go back: until then it stays. */
const OVER = `application WHERE ended_at < ? AND NOT EXISTS (
  SELECT 1 FROM fee_order WHERE fee_order.application_id = application.application_id
    AND state NOT IN ('CONFIRMED', 'FAILED', 'CANCELLED', 'REFUNDED'))`
const DELETE_OVER = `DELETE FROM application WHERE application_id IN (
  SELECT application_id FROM ${OVER} LIMIT ?) RETURNING application_id AS id`

const LEFT = 'SELECT id FROM student WHERE left_on < ?'

/** Whose time is over, and whom a newer roll has brought back after they were deleted. */
function leavers(db: Database, day: string, limit: number): readonly string[] {
  const left = ids(db, `${LEFT} LIMIT ?`, day, limit)
  if (left.length === limit) return left
  return [...new Set([...left, ...goneAgain(db)])].slice(0, limit)
}

/** Each by an index that holds no row of another status. */
const OLD_SENT = `outbox WHERE status = 'sent' AND sealed <> '' AND cmd_id < ?`
const HELD = [
  `outbox INDEXED BY outbox_waiting WHERE status = 'waiting' AND cmd_id < ?`,
  `outbox INDEXED BY outbox_parked WHERE status = 'parked' AND cmd_id < ?`,
]

/** What of deleted pupils had to wait for the city, and what it has now. */
function sentOfGone(db: Database): readonly string[] {
  const acts = actsOf(db, goneWithActs(db))
  return acts.filter(({ status }) => status === 'sent').map(({ cmdId }) => cmdId)
}

/** Below every UUIDv7 made at that moment or later, above every one made before. */
export function uuidFrom(at: EpochMs): string {
  const hex = Math.max(0, at).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}

function count(db: Database, of: string, ...values: (string | number)[]): number {
  const sql = `SELECT count(*) AS n FROM ${of}`
  return prepared<(string | number)[], { n: number }>(db, sql).get(...values)?.n ?? 0
}

function ids(db: Database, sql: string, before: string | number, limit: number): readonly string[] {
  return prepared<[string | number, number], { id: string }>(db, sql)
    .all(before, limit)
    .map(({ id }) => id)
}
