import type { Role } from './staff.ts'

/** Of whom: everybody on the roll, the pupils of one's own class, those of one's own event. */
export type Scope = 'school' | 'own-class' | 'own-event'

/** What must come with the act. */
export type Need =
  | 'reason'
  /** the PIN once more, at the act */
  | 're-auth'
  /** the chip's number is the record's: the only public rule of 解挂 */
  | 'chip-matches'
  /** who of the parents said so */
  | 'parent-named'
  /** names as 张*, numbers as tails */
  | 'masked'
  /** nothing happens until a supervisor agrees */
  | 'agreement'
  /** an administrator and a supervisor together, or 单人办理 */
  | 'two-people'

/** One cell of the table. */
export interface Grant {
  readonly scope: Scope
  readonly needs: readonly Need[]
}

const may = (scope: Scope, ...needs: readonly Need[]): Grant => ({ scope, needs })
const YES = may('school')
const OWN_CLASS = may('own-class')
const OWN_EVENT = may('own-event')
const PROPOSES = may('school', 'agreement')

type Row = Readonly<Partial<Record<Role, Grant>>>

/**
 * Who may do what (domain.md 5.8): a role that is not named may not. The columns of the pupil's kiosk
 * and of the city are not here, because neither signs in at the desk.
 */
export const RIGHTS = {
  tap: { clerk: YES, 'class-teacher': OWN_CLASS, 'check-in-helper': OWN_EVENT, supervisor: YES },
  search: { clerk: YES, 'class-teacher': OWN_CLASS, supervisor: YES },
  'tell-education-id': {
    clerk: may('school', 'reason'),
    'class-teacher': OWN_CLASS,
    supervisor: YES,
  },
  'reveal-field': {
    clerk: may('school', 'reason'),
    'class-teacher': may('own-class', 'reason'),
    supervisor: may('school', 'reason'),
  },
  'report-loss': { clerk: YES, supervisor: YES },
  'lift-loss': { clerk: may('school', 'chip-matches'), supervisor: YES },
  'lift-loss-of-replaced': { supervisor: may('school', 're-auth', 'reason') },
  'override-verdict': { supervisor: may('school', 're-auth', 'reason') },
  'apply-for-reissue': { clerk: YES, supervisor: YES },
  'apply-for-new-card': { clerk: YES, supervisor: YES },
  'claim-payment': { clerk: YES, supervisor: YES },
  'take-city-file': { clerk: PROPOSES, supervisor: YES },
  'waive-fee': { clerk: PROPOSES, supervisor: YES },
  'receive-and-hand-over': { clerk: YES, supervisor: YES },
  'sign-class-pack': { clerk: YES, 'class-teacher': OWN_CLASS, supervisor: YES },
  'confirm-card-data': {
    clerk: may('school', 'parent-named'),
    'class-teacher': OWN_CLASS,
    supervisor: YES,
  },
  'bind-first-card': { clerk: YES, 'class-teacher': OWN_CLASS, supervisor: YES },
  'rebind-card': { supervisor: may('school', 're-auth', 'reason') },
  'take-found-card': { clerk: YES, supervisor: YES },
  'tap-of-the-year': { clerk: YES, supervisor: YES },
  'edit-event': { clerk: YES, 'class-teacher': OWN_EVENT, supervisor: YES },
  'check-in': {
    clerk: YES,
    'class-teacher': OWN_EVENT,
    'check-in-helper': OWN_EVENT,
    supervisor: YES,
  },
  'undo-check-in-late': { supervisor: YES },
  'exam-mode': { clerk: YES, 'class-teacher': OWN_EVENT, supervisor: YES },
  'undo-own-act': {
    clerk: YES,
    'class-teacher': YES,
    'check-in-helper': YES,
    supervisor: YES,
  },
  'print-slip': { clerk: YES, 'class-teacher': OWN_CLASS, supervisor: YES },
  'export-list': {
    clerk: may('school', 'masked'),
    'class-teacher': may('own-class', 'masked'),
    'check-in-helper': may('own-event', 'masked'),
    supervisor: may('school', 're-auth', 'reason'),
  },
  'import-roll': { clerk: PROPOSES, supervisor: YES },
  'enter-calendar': { clerk: PROPOSES, supervisor: YES, administrator: YES },
  'close-day': { supervisor: YES },
  'decide-parked': { supervisor: YES },
  'export-queue': { supervisor: YES, administrator: YES },
  'manage-staff': { administrator: YES },
  'lift-tries': { supervisor: YES, administrator: YES },
  'read-log': { supervisor: YES, administrator: YES },
  'lift-log-notice': { supervisor: may('school', 're-auth', 'reason') },
  'see-care': { supervisor: YES, administrator: YES },
  'yearly-pack': { supervisor: may('school', 're-auth'), administrator: may('school', 're-auth') },
  'record-basis': { clerk: YES, 'class-teacher': OWN_CLASS, supervisor: YES },
  'manage-backups': { administrator: YES },
  'copy-backup': { administrator: may('school', 're-auth') },
  'renew-sheet': { administrator: may('school', 're-auth', 'two-people') },
  'manage-retention': { administrator: YES },
  'change-settings': { administrator: YES },
  restore: { supervisor: may('school', 'two-people'), administrator: may('school', 'two-people') },
} as const satisfies Readonly<Record<string, Row>>

export type Act = keyof typeof RIGHTS

export const ACTS = Object.keys(RIGHTS) as readonly Act[]

const WIDTH: Readonly<Record<Scope, number>> = { 'own-event': 0, 'own-class': 1, school: 2 }

/**
 * What these roles together may: the widest grant, and among equally wide ones the one with the fewest
 * needs. null: none of them may.
 */
export function grantOf(roles: readonly Role[], act: Act): Grant | null {
  return widestOf(grantsOf(roles, act))
}

/** Likewise, of the grants that do not mask names: a clerk who is also supervisor has both. */
export function unmaskedGrantOf(roles: readonly Role[], act: Act): Grant | null {
  return widestOf(grantsOf(roles, act).filter(({ needs }) => !needs.includes('masked')))
}

function grantsOf(roles: readonly Role[], act: Act): readonly Grant[] {
  const row: Row = RIGHTS[act]
  return roles.flatMap((role) => row[role] ?? [])
}

function widestOf(grants: readonly Grant[]): Grant | null {
  const [best] = grants.toSorted(
    (a, b) => WIDTH[b.scope] - WIDTH[a.scope] || a.needs.length - b.needs.length,
  )
  return best ?? null
}
