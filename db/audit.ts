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
    prepared<(string | number | null)[]>(
      db,
      `INSERT INTO audit (seq, at, operator_id, kind, student_id, sealed, prev_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      head.seq,
      moment.at,
      moment.operatorId,
      act.kind,
      act.studentId,
      sealed,
      before.hash,
      head.hash,
    )
    prepared<[number, string]>(
      db,
      `INSERT INTO audit_head (one, seq, hash) VALUES (1, ?, ?)
       ON CONFLICT (one) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
    ).run(head.seq, head.hash)
    return head
  })
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
