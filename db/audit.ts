import {
  sealedAudit,
  type AuditAct,
  type AuditEntry,
  type AuditHead,
  type AuditMoment,
} from '../core/audit.ts'
import { FIRST_PREV_HASH } from '../core/outbox.ts'
import type { Database } from './database.ts'
import { sha256 } from './outbox.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/**
 * Writes an act or a look into the log. Called inside another act's transaction it becomes part of it:
 * an act and its row stand or fall together. A look is only answered once its row is on the disk.
 */
export function appendAudit(db: Database, act: AuditAct, moment: AuditMoment): AuditHead {
  return writing(db, 'The act was not written into the log', () => {
    const before = auditHead(db)
    const sealed = sealedAudit(before, act, moment)
    const head = { seq: before.seq + 1, hash: sha256(sealed) }
    const { at, operatorId } = moment
    const { kind, studentId } = act
    storeAuditRow(db, { ...head, at, operatorId, kind, studentId, sealed, prevHash: before.hash })
    return head
  })
}

/** So far back a clock that was set back is seen, however often somebody signed in since. */
const ROWS_LOOKED_AT = 1_000

/** The latest time this desk has known; null: it has known none. */
export function latestTime(db: Database): number | null {
  return reading('The log was not read', () => {
    const row = prepared<[number], { at: number | null }>(
      db,
      'SELECT max(at) AS at FROM (SELECT at FROM audit ORDER BY seq DESC LIMIT ?)',
    ).get(ROWS_LOOKED_AT)
    return row?.at ?? null
  })
}

/** A row of the log as it is kept: its columns, and the very text that was hashed. */
export interface AuditRow extends AuditHead {
  readonly at: number
  readonly operatorId: string | null
  readonly kind: string
  readonly studentId: string | null
  readonly sealed: string
  readonly prevHash: string
}

/** Stores a row that follows the end of the log, and makes it the end. */
export function storeAuditRow(db: Database, row: AuditRow): void {
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO audit (seq, at, operator_id, kind, student_id, sealed, prev_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    row.seq,
    row.at,
    row.operatorId,
    row.kind,
    row.studentId,
    row.sealed,
    row.prevHash,
    row.hash,
  )
  prepared<[number, string]>(
    db,
    `INSERT INTO audit_head (one, seq, hash) VALUES (1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
  ).run(row.seq, row.hash)
}

/** Where the log ends, by its own word. */
export function auditHead(db: Database): AuditHead {
  return reading('The end of the log was not read', () => {
    const head = prepared<[], AuditHead>(db, 'SELECT seq, hash FROM audit_head').get()
    return head ?? { seq: 0, hash: FIRST_PREV_HASH }
  })
}

/** The hash of one row, for whoever keeps an end of the log elsewhere; null: there is no such row. */
export function auditHashAt(db: Database, seq: number): string | null {
  return reading('The log was not looked up', () => {
    const select = 'SELECT hash FROM audit WHERE seq = ?'
    return prepared<[number], { hash: string }>(db, select).get(seq)?.hash ?? null
  })
}

/** Who looked at this pupil or did something for them, newest first. */
export function auditOfStudent(
  db: Database,
  studentId: string,
  limit: number,
): readonly AuditEntry[] {
  return reading('The log of the pupil was not read', () =>
    prepared<[string, number], { sealed: string }>(
      db,
      'SELECT sealed FROM audit WHERE student_id = ? ORDER BY seq DESC LIMIT ?',
    )
      .all(studentId, limit)
      .map(({ sealed }) => JSON.parse(sealed) as AuditEntry),
  )
}
