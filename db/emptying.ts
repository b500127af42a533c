import { logEmptiedAbout } from '../core/retention.ts'
import { appendAudit } from './audit.ts'
import type { AuditMoment } from '../core/audit.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'

/*
 * A chained row is never taken out: its text goes, its number and hashes stay. So every later row, the
 * head, the anchor and the city's word of any row still fit, and a row in the middle can lose its text
 * as well as one at the beginning. What could not be told by cutting the chain short: the row of one
 * pupil among rows of others.
 */

/**
 * Empties acts the city has, and takes away what the desk shows of them; any other act stays as it is,
 * for nothing unsent or refused is dropped. Inside a transaction.
 *
 * @returns how many were emptied now
 */
export function emptyActs(db: Database, cmdIds: readonly string[]): number {
  const ids = JSON.stringify(cmdIds)
  const { changes } = prepared<[string]>(
    db,
    `UPDATE outbox SET sealed = ''
     WHERE status = 'sent' AND sealed <> '' AND cmd_id IN (SELECT value FROM json_each(?))`,
  ).run(ids)
  prepared<[string]>(
    db,
    `DELETE FROM tap WHERE cmd_id IN (
       SELECT cmd_id FROM outbox WHERE sealed = '' AND cmd_id IN (SELECT value FROM json_each(?)))`,
  ).run(ids)
  // Events of pupils who are not here any more: nobody's timeline shows them.
  prepared<[string]>(
    db,
    `DELETE FROM event WHERE student_id NOT IN (SELECT id FROM student) AND cmd_id IN (
       SELECT cmd_id FROM outbox WHERE sealed = '' AND cmd_id IN (SELECT value FROM json_each(?)))`,
  ).run(ids)
  return changes
}

/** The beginning of the log whose rows are all older; a row that says it is younger ends it. */
export interface OldLog {
  readonly rows: number
  /** the last of them; 0: none */
  readonly to: number
}

export function oldLog(db: Database, before: number, limit: number): OldLog {
  const row = prepared<[number, number], { rows: number; to: number | null }>(
    db,
    `WITH full AS (SELECT seq FROM audit WHERE sealed <> '' ORDER BY seq LIMIT 1),
          young AS (SELECT seq FROM audit WHERE at >= ? ORDER BY seq LIMIT 1)
     SELECT count(*) AS rows, max(seq) AS "to" FROM (
       SELECT seq FROM audit
       WHERE seq >= (SELECT seq FROM full)
         AND seq < coalesce((SELECT seq FROM young), 9223372036854775807) LIMIT ?)`,
  ).get(before, limit)
  return { rows: row?.rows ?? 0, to: row?.to ?? 0 }
}

/** How many rows of the log have their text: all but its emptied beginning. */
export function fullLog(db: Database): number {
  const row = prepared<[], { n: number }>(
    db,
    `SELECT (SELECT max(seq) FROM audit)
            - (SELECT seq FROM audit WHERE sealed <> '' ORDER BY seq LIMIT 1) + 1 AS n`,
  ).get()
  return row?.n ?? 0
}

/**
 * Empties the log up to a row, and says so in the log itself: without that word an emptied row counts
 * as altered (db/auditCheck.ts). Inside a transaction.
 */
export function emptyLog(db: Database, to: number, moment: AuditMoment): void {
  prepared<[number]>(
    db,
    `UPDATE audit SET sealed = '', student_id = NULL, operator_id = NULL
     WHERE seq <= ? AND sealed <> ''`,
  ).run(to)
  const about = logEmptiedAbout(to)
  appendAudit(db, { kind: 'deleted', studentId: null, about, reason: null }, moment)
}
