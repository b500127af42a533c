import { AUDIT_KINDS, type AuditKind } from '../../../core/audit.ts'

export const KIND_GROUPS = ['looks', 'sign-in', 'staff', 'data'] as const

/** Where a kind of row is looked for. */
export type KindGroup = (typeof KIND_GROUPS)[number]

/** What `about` of a row says. */
export type About =
  | 'pupils' // their ids, or how many they are
  | 'person' // id of a person of the desk
  | 'lock' // why it was locked
  | 'purpose'
  | 'act'
  | 'settings' // their names
  | 'name' // of a backup, or the short one of a recovery sheet
  | 'count' // how many, after what
  | 'export' // which list, in what form
  | 'calendar' // a year or a term
  | 'nothing' // or nothing that says more

/** A new kind does not compile without its place. */
const KINDS: Readonly<Record<AuditKind, readonly [KindGroup, About]>> = {
  tap: ['looks', 'nothing'],
  'list-shown': ['looks', 'pupils'],
  'page-opened': ['looks', 'nothing'],
  'education-id-shown': ['looks', 'nothing'],
  'history-shown': ['looks', 'nothing'],
  'signed-in': ['sign-in', 'nothing'],
  'pin-wrong': ['sign-in', 'person'],
  locked: ['sign-in', 'lock'],
  'purpose-chosen': ['sign-in', 'purpose'],
  're-authenticated': ['sign-in', 'act'],
  'operator-added': ['staff', 'person'],
  'operator-changed': ['staff', 'person'],
  'operator-ended': ['staff', 'person'],
  'pin-set': ['staff', 'person'],
  'tries-lifted': ['staff', 'person'],
  'staff-card-bound': ['staff', 'person'],
  'staff-card-unbound': ['staff', 'person'],
  'settings-changed': ['data', 'settings'],
  'key-made': ['data', 'nothing'],
  'key-exception': ['data', 'nothing'],
  'key-recovered': ['data', 'nothing'],
  'recovery-sheet-renewed': ['data', 'name'],
  'backup-made': ['data', 'name'],
  'backup-copied': ['data', 'name'],
  'backup-restored': ['data', 'name'],
  'data-recovered': ['data', 'count'],
  'log-notice-lifted': ['data', 'nothing'],
  'calendar-changed': ['data', 'calendar'],
  'roll-changed': ['data', 'nothing'],
  'photos-taken': ['data', 'nothing'],
  'card-bound': ['data', 'nothing'],
  'card-rebound': ['data', 'nothing'],
  'card-unbound': ['data', 'nothing'],
  'year-tapped': ['data', 'nothing'],
  'year-tap-undone': ['data', 'nothing'],
  'list-exported': ['data', 'export'],
  'application-opened': ['data', 'nothing'],
  'application-withdrawn': ['data', 'nothing'],
  'card-data-confirmed': ['data', 'nothing'],
  'card-data-disputed': ['data', 'nothing'],
  'card-data-reopened': ['data', 'nothing'],
  'card-list-made': ['data', 'count'],
  'loss-reported': ['data', 'nothing'],
  'loss-lifted': ['data', 'nothing'],
  'replaced-reactivated': ['data', 'nothing'],
  'card-found': ['data', 'nothing'],
  'found-claimed': ['data', 'nothing'],
  'card-damaged': ['data', 'nothing'],
  'card-returned': ['data', 'nothing'],
  'card-voided': ['data', 'nothing'],
  'two-cards-settled': ['data', 'nothing'],
  'reissue-applied': ['data', 'nothing'],
  'waiver-decided': ['data', 'nothing'],
  'application-held': ['data', 'nothing'],
  'application-transferred': ['data', 'nothing'],
  'order-opened': ['data', 'nothing'],
  'order-moved': ['data', 'nothing'],
  'payment-claimed': ['data', 'nothing'],
  'payment-told': ['data', 'nothing'],
  'city-told': ['data', 'nothing'],
  'card-arrived': ['data', 'nothing'],
  'card-handed-over': ['data', 'nothing'],
  'pack-taken': ['data', 'nothing'],
  'pack-closed': ['data', 'nothing'],
  'case-undone': ['data', 'nothing'],
  'paper-made': ['data', 'nothing'],
  'city-file-taken': ['data', 'count'],
  'payment-kept': ['data', 'nothing'],
  'city-row-settled': ['data', 'nothing'],
  'delivery-listed': ['data', 'count'],
  'delivery-pupil-given': ['data', 'nothing'],
  'delivery-row-dropped': ['data', 'nothing'],
  'report-made': ['data', 'nothing'],
  'support-bundle-made': ['data', 'nothing'],
  'basis-recorded': ['data', 'nothing'],
  deleted: ['data', 'count'],
}

export function kindsOf(group: KindGroup): readonly AuditKind[] {
  return AUDIT_KINDS.filter((kind) => KINDS[kind][0] === group)
}

export function aboutOf(kind: AuditKind): About {
  return KINDS[kind][1]
}
