import type { EpochMs } from './calendarDate.ts'
import { canonical } from './outbox.ts'

/**
 * What is kept of every act and of every look at a pupil's full record (Minors Regulations art. 36):
 * who, when, of whom, why. No names: ids only (hardening.md 3.5).
 */
export const AUDIT_KINDS = [
  // looks
  'tap', // a card was laid down and judged; `about` is the tap
  'list-shown', // a search showed pupils, or, with the reason `log`, the log itself did, with `names`, the list of names to check; `about` is their ids, or how many where they are many
  'page-opened', // one pupil's page
  'education-id-shown', // the whole 教育ID
  'history-shown', // what happened with the pupil's cards
  // people at the desk
  'signed-in',
  'pin-wrong', // about whom
  'locked', // `about` says why
  'purpose-chosen',
  're-authenticated', // `about` is the second person; null: the own PIN once more
  'operator-added', // about whom, as in the rest of these
  'operator-changed',
  'operator-ended',
  'pin-set',
  'tries-lifted',
  'staff-card-bound',
  'staff-card-unbound', // and with it the card they needed before their PIN
  // the desk
  'settings-changed', // `about` names them
  'key-made', // the first key, or the recovery pair
  'key-exception', // no key store: recorded by an administrator
  'key-recovered', // opened with the recovery sheet
  'recovery-sheet-renewed', // `about` is the short name of the new one
  'backup-made', // `about` names the backup
  'backup-copied', // to a stick; written before the first byte of it
  'backup-restored',
  'data-recovered', // `about` counts
  'log-notice-lifted',
  'calendar-changed', // a year's days off, a term, announced fee days; the reason is where it was taken from
  // the school's own data
  'roll-changed', // an import, a school year, a transfer; `about` is the change
  'photos-taken', // `about` is the change
  'card-bound', // `about` is the card
  'card-rebound', // it was another pupil's by the record
  'card-unbound', // a binding taken back
  'year-tapped', // 学年刷卡, 离校刷卡, 报到刷卡: the reason says which; `about` is the card
  'year-tap-undone',
  'list-exported', // a list as a file or on paper; `about` as core/listExported.ts writes it
  'application-opened', // `about` is the application, as in the next four
  'application-withdrawn',
  'card-data-confirmed',
  'card-data-disputed',
  'card-data-reopened', // what was said last was taken back
  'card-list-made', // `about` is the list, and how many
  // lost to handed over; `about` is the card, the order or the application
  'loss-reported',
  'loss-lifted',
  'replaced-reactivated',
  'card-found',
  'found-claimed',
  'card-damaged',
  'card-returned',
  'card-voided',
  'two-cards-settled',
  'reissue-applied',
  'waiver-decided',
  'application-held',
  'application-transferred',
  'order-opened',
  'order-moved',
  'payment-claimed',
  'payment-told',
  'city-told',
  'card-arrived',
  'card-handed-over',
  'pack-taken',
  'pack-closed',
  'case-undone',
  // what the city tells in files
  'city-file-taken', // payments; `about` is the beginning of the file's digest, and how many lines
  'payment-kept', // nothing came of it yet; `about` is its row
  'city-row-settled', // a payment nothing will become of; without a reason one that was taken after all; `about` is its row
  'delivery-listed', // cards on their way; `about` is the list, and how many
  'delivery-pupil-given', // whose a row is; `about` is the row
  'delivery-row-dropped', // a card that is not expected any more; `about` is its row
  // what left the desk, and what was deleted
  'paper-made', // a slip, a list or an inquiry, printed or as a file; `about` says which
  'report-made', // the yearly pack
  'support-bundle-made',
  'basis-recorded', // legal basis or consent of a pupil
  'deleted', // by retention; `about` names the class of data and how many
] as const

export type AuditKind = (typeof AUDIT_KINDS)[number]

/** What happened, before it has a place in the log. */
export interface AuditAct {
  readonly kind: AuditKind
  readonly studentId: string | null
  /** an id or the name of a setting; never a name, a number or a date of a person */
  readonly about: string | null
  readonly reason: string | null
}

/** What the shift is for: chosen once, and in every row of the log made under it. */
export const PURPOSES = [
  'desk', // 办理
  'exam', // 考试
  'physical-check', // 体检
  'competition', // 比赛
] as const

export type Purpose = (typeof PURPOSES)[number]

export interface AuditMoment {
  readonly at: EpochMs
  readonly bootId: string
  /** null: nobody was signed in */
  readonly operatorId: string | null
  /** null: nobody was signed in */
  readonly purpose: Purpose | null
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
    purpose: moment.purpose,
    kind: act.kind,
    studentId: act.studentId,
    about: act.about,
    reason: act.reason,
  }
  return canonical(entry)
}
