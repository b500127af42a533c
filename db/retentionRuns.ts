import { createHmac, randomBytes } from 'node:crypto'
import type { AuditMoment } from '../core/audit.ts'
import type { CalendarDate } from '../core/calendarDate.ts'
import type { RetentionClass } from '../core/retention.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** What one run deleted of one class. */
export interface RunOfClass {
  readonly runId: string
  /** 'pupil': one pupil, by hand */
  readonly of: RetentionClass | 'pupil'
  readonly at: number
  /** null: by itself */
  readonly operatorId: string | null
  /** what was before this day went; null: by hand */
  readonly cutoff: CalendarDate | null
  readonly deleted: number
  /** 32 hex */
  readonly salt: string
  /**
   * 64 hex. By portions, the first after an empty text: HMAC-SHA256, with the salt, of the digest so far
   * and the portion's ids in code-point order, by lines. Who has the ids of a run can tell that it
   * deleted these and no others; nobody reads an id out of it.
   */
  readonly digest: string
}

const SELECT = `
  SELECT run_id AS runId, class AS "of", at, operator_id AS operatorId, cutoff, deleted, salt, digest
  FROM retention_run`

/** Adds a portion to what the run has deleted of its class. Inside the transaction that deletes it. */
export function addToRun(
  db: Database,
  run: Pick<RunOfClass, 'runId' | 'of' | 'cutoff'>,
  ids: readonly string[],
  { at, operatorId }: AuditMoment,
): void {
  const before = runOf(db, run.runId, run.of)
  const salt = before?.salt ?? randomBytes(16).toString('hex')
  const digest = nextDigest(salt, before?.digest ?? '', ids)
  const deleted = (before?.deleted ?? 0) + ids.length
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO retention_run (run_id, class, at, operator_id, cutoff, deleted, salt, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (run_id, class) DO UPDATE SET deleted = excluded.deleted, digest = excluded.digest`,
  ).run(run.runId, run.of, at, operatorId, run.cutoff, deleted, salt, digest)
}

/** The digest after one more portion. */
export function nextDigest(salt: string, before: string, ids: readonly string[]): string {
  const text = [before, ...[...ids].sort()].join('\n')
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(text).digest('hex')
}

/** null: the run deleted nothing of this class */
export function runOf(db: Database, runId: string, of: RunOfClass['of']): RunOfClass | null {
  return reading('The deletions were not looked up', () => {
    const sql = `${SELECT} WHERE run_id = ? AND class = ?`
    return prepared<[string, string], RunOfClass>(db, sql).get(runId, of) ?? null
  })
}

/** The last deletions, newest first: for the yearly pack and the screen. */
export function lastRuns(db: Database, limit: number): readonly RunOfClass[] {
  return reading('The deletions were not looked up', () => {
    const sql = `${SELECT} ORDER BY at DESC, run_id DESC, class LIMIT ?`
    return prepared<[number], RunOfClass>(db, sql).all(limit)
  })
}

/** Of that time, the latest first. */
export function runsBetween(db: Database, from: number, to: number): readonly RunOfClass[] {
  return reading('The runs of that time were not read', () =>
    prepared<[number, number], RunOfClass>(
      db,
      `${SELECT} WHERE at >= ? AND at < ? ORDER BY at DESC, run_id DESC`,
    ).all(from, to),
  )
}
