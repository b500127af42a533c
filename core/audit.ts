import type { EpochMs } from './calendarDate.ts'
import { canonical } from './outbox.ts'

/**
 * What is kept of every act and of every look at a pupil's full record (Minors Regulations art. 36):
 * who, when, of whom, why. No names: ids only (hardening.md 3.5).
 */
export type AuditKind =
  /** a card was laid down and judged; `about` is the tap */
  | 'tap'
  /** one pupil's page, with cards and history, was opened */
  | 'page-opened'
  /** the whole 教育ID was shown */
  | 'education-id-shown'
  /** settings were changed; `about` names them */
  | 'settings-changed'

/** What happened, before it has a place in the log. */
export interface AuditAct {
  readonly kind: AuditKind
  readonly studentId: string | null
  /** an id or the name of a setting; never a name, a number or a date of a person */
  readonly about: string | null
  readonly reason: string | null
}

export interface AuditMoment {
  readonly at: EpochMs
  readonly bootId: string
  /** null while nobody signs in at this desk */
  readonly operatorId: string | null
}

/** One row of the log: an act, its moment, its place in the chain. */
export interface AuditEntry extends AuditAct, AuditMoment {
  /** gapless, from 1 */
  readonly seq: number
  /** hash of the row before; 64 zeros at the first */
  readonly prevHash: string
}

/** The end of the log, as it is written down elsewhere. */
export interface AuditHead {
  readonly seq: number
  readonly hash: string
}

/** The text that is hashed. Field by field: what else a caller's objects carry stays outside. */
export function sealedAudit(head: AuditHead, act: AuditAct, moment: AuditMoment): string {
  const entry: AuditEntry = {
    seq: head.seq + 1,
    prevHash: head.hash,
    at: moment.at,
    bootId: moment.bootId,
    operatorId: moment.operatorId,
    kind: act.kind,
    studentId: act.studentId,
    about: act.about,
    reason: act.reason,
  }
  return canonical(entry)
}
