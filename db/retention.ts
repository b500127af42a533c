import type { AuditMoment } from '../core/audit.ts'
import type { CalendarDate, EpochMs } from '../core/calendarDate.ts'
import {
  clockFitsRoll,
  cutoffOf,
  RETENTION_CLASSES,
  type Cutoff,
  type RetentionClass,
} from '../core/retention.ts'
import { appendAudit } from './audit.ts'
import type { Database } from './database.ts'
import { getDataState } from './dataState.ts'
import { RETENTION_JOBS } from './retentionJobs.ts'
import { addToRun, runOf } from './retentionRuns.ts'
import { getRetention } from './retentionSettings.ts'
import { reading, writing } from './writing.ts'

/** One class, before or after a run. */
export interface ClassReport {
  readonly of: RetentionClass
  readonly months: number
  /** what was before this day has had its time */
  readonly cutoff: CalendarDate
  /** to go, or gone in this run */
  readonly rows: number
  /** had its time, but the city has not got it or has refused it: it stays until then */
  readonly held: number
  /** all that is still there of this class */
  readonly remaining: number
  /** of what went (db/retentionRuns.ts); null: nothing */
  readonly digest: string | null
}

export type RetentionReport =
  | { readonly kind: 'done' | 'planned'; readonly classes: readonly ClassReport[] }
  /** the clock and the roll in force do not go together: a wrong clock must not delete a school */
  | { readonly kind: 'refused'; readonly why: 'clock' }

/** What a run would delete now; it writes nothing. */
export function planRetention(db: Database, now: EpochMs): RetentionReport {
  return reading('What has had its time was not counted', () => {
    if (!clockFits(db, now)) return { kind: 'refused', why: 'clock' }
    return { kind: 'planned', classes: RETENTION_CLASSES.map((of) => planned(db, of, now)) }
  })
}

/**
 * Deletes everything whose time is over, a portion at each step, each in a transaction with its proof
 * and its row in the log. Stopped between two steps it has done what it said; the next run goes on.
 * What it leaves in the file's free places, `clearFile` takes away: call it afterwards.
 *
 * @param order `runId`: UUIDv7; `moment`: now, with the operator, or none for a run by itself
 * @yields the class a portion was deleted of
 * @throws DeskError; then the portion is not deleted
 */
export function* runRetention(
  db: Database,
  order: { readonly runId: string; readonly moment: AuditMoment },
): Generator<RetentionClass, RetentionReport> {
  const now = order.moment.at
  if (!clockFits(db, now)) return { kind: 'refused', why: 'clock' }
  const months = getRetention(db)
  for (const of of RETENTION_CLASSES)
    while (deletePortion(db, of, cutoffOf(of, months, now), order)) yield of
  const classes = RETENTION_CLASSES.map((of): ClassReport => {
    const run = runOf(db, order.runId, of)
    return { ...planned(db, of, now), rows: run?.deleted ?? 0, digest: run?.digest ?? null }
  })
  return { kind: 'done', classes }
}

/** @returns false: there was nothing left */
function deletePortion(
  db: Database,
  of: RetentionClass,
  cutoff: Cutoff,
  { runId, moment }: { readonly runId: string; readonly moment: AuditMoment },
): boolean {
  return writing(db, 'What has had its time was not deleted', () => {
    const gone = RETENTION_JOBS[of].delete(db, cutoff, moment)
    if (gone.length === 0) return false
    addToRun(db, { runId, of, cutoff: cutoff.day }, gone, moment)
    const about = `${of} ${gone.length}`
    appendAudit(db, { kind: 'deleted', studentId: null, about, reason: null }, moment)
    return true
  })
}

function planned(db: Database, of: RetentionClass, now: EpochMs): ClassReport {
  const months = getRetention(db)
  const cutoff = cutoffOf(of, months, now)
  const job = RETENTION_JOBS[of]
  return {
    of,
    months: months[of],
    cutoff: cutoff.day,
    rows: job.due(db, cutoff),
    held: job.held(db, cutoff),
    remaining: job.remaining(db),
    digest: null,
  }
}

function clockFits(db: Database, now: EpochMs): boolean {
  return clockFitsRoll(now, getDataState(db)?.asOf ?? null)
}
