import type { AuditEntry, AuditKind } from './audit.ts'

/**
 * What a row of the log is to an audit of who saw what. A kind without a group does not compile.
 * - `look`      somebody saw something of a pupil
 * - `departure` something left the desk: exports and prints
 * - `deletion`  something was deleted because its time was over
 * - `act`       everything else
 */
export type AuditGroup = 'look' | 'departure' | 'deletion' | 'act'

export const GROUP_OF: Readonly<Record<AuditKind, AuditGroup>> = {
  tap: 'look',
  'list-shown': 'look',
  'page-opened': 'look',
  'education-id-shown': 'look',
  'history-shown': 'look',
  'signed-in': 'act',
  'pin-wrong': 'act',
  locked: 'act',
  'purpose-chosen': 'act',
  're-authenticated': 'act',
  'operator-added': 'act',
  'operator-changed': 'act',
  'operator-ended': 'act',
  'pin-set': 'act',
  'tries-lifted': 'act',
  'staff-card-bound': 'act',
  'staff-card-unbound': 'act',
  'settings-changed': 'act',
  'key-made': 'act',
  'key-exception': 'act',
  'key-recovered': 'act',
  'recovery-sheet-renewed': 'act',
  'backup-made': 'act',
  'backup-copied': 'departure',
  'backup-restored': 'act',
  'data-recovered': 'act',
  'log-notice-lifted': 'act',
  'calendar-changed': 'act',
  'roll-changed': 'act',
  'photos-taken': 'act',
  'card-bound': 'act',
  'card-rebound': 'act',
  'card-unbound': 'act',
  'year-tapped': 'act',
  'year-tap-undone': 'act',
  'application-opened': 'act',
  'application-withdrawn': 'act',
  'card-data-confirmed': 'act',
  'card-data-disputed': 'act',
  'card-data-reopened': 'act',
  'card-list-made': 'act',
  'loss-reported': 'act',
  'loss-lifted': 'act',
  'replaced-reactivated': 'act',
  'card-found': 'act',
  'found-claimed': 'act',
  'card-damaged': 'act',
  'card-returned': 'act',
  'card-voided': 'act',
  'two-cards-settled': 'act',
  'reissue-applied': 'act',
  'waiver-decided': 'act',
  'application-held': 'act',
  'application-transferred': 'act',
  'order-opened': 'act',
  'order-moved': 'act',
  'payment-claimed': 'act',
  'payment-told': 'act',
  'city-told': 'act',
  'card-arrived': 'act',
  'card-handed-over': 'act',
  'pack-taken': 'act',
  'pack-closed': 'act',
  'case-undone': 'act',
  'city-file-taken': 'act',
  'payment-kept': 'act',
  'city-row-settled': 'act',
  'delivery-listed': 'act',
  'delivery-pupil-given': 'act',
  'delivery-row-dropped': 'act',
  'list-exported': 'departure',
  'paper-made': 'departure',
  'report-made': 'departure',
  'support-bundle-made': 'departure',
  'basis-recorded': 'act',
  deleted: 'deletion',
}

/** Looks at a full record, each with a reason: what the pack lists one by one. */
export const FULL_LOOK_KINDS = ['education-id-shown', 'history-shown'] as const

export type FullLookKind = (typeof FULL_LOOK_KINDS)[number]

export function isFullLook(entry: AuditEntry): entry is AuditEntry & { kind: FullLookKind } {
  return FULL_LOOK_KINDS.some((kind) => kind === entry.kind)
}

export function kindsOf(group: AuditGroup): readonly AuditKind[] {
  return (Object.keys(GROUP_OF) as AuditKind[]).filter((kind) => GROUP_OF[kind] === group)
}

/** What happens of itself or before anybody is signed in: nobody's name is missing there. */
const NOBODYS: readonly AuditKind[] = [
  'pin-wrong',
  'locked',
  'key-made',
  'key-recovered',
  'deleted',
]

/** A look or act that somebody must have done, and the row does not say who. */
export function lacksName({ kind, operatorId }: AuditEntry): boolean {
  return operatorId === null && !NOBODYS.includes(kind)
}
