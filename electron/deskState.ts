import type { EpochMs } from '../core/calendarDate.ts'
import type { DeskState, LockedDesk, Notice, OpeningWhy, ReadersView } from '../core/deskState.ts'
import { DeskError, type DeskErrorCode } from '../core/errors.ts'
import type { Settings } from '../core/settings.ts'
import type { LockReason } from '../core/signIn.ts'
import type { StaffTile } from '../core/staff.ts'
import { isAlone } from '../db/operators.ts'
import { countWaiting } from '../db/outbox.ts'
import type { FirstRun } from './firstRun.ts'
import type { KeyKeeper } from './keys/keeper.ts'
import { rehearsalPin } from './rehearsal/staff.ts'
import type { RehearsalCards } from './rehearsalCards.ts'
import { schoolFolder, type ClosedSchool, type OpenSchool, type SchoolParts } from './school.ts'
import type { Session } from './session.ts'

/** How the desk stands: not yet, in trouble, never set up, with its data closed, or open. */
export type Standing =
  | { readonly kind: 'opening'; readonly why: OpeningWhy }
  | { readonly kind: 'trouble'; readonly code: DeskErrorCode }
  | { readonly kind: 'first-run'; readonly run: FirstRun; readonly keyStore: boolean }
  | {
      readonly kind: 'closed'
      readonly school: ClosedSchool
      readonly cards: RehearsalCards | null
    }
  | { readonly kind: 'open'; readonly school: OpenSchool; readonly cards: RehearsalCards | null }

/** What besides its standing is said of the desk. */
export interface Around {
  readonly readers: ReadersView
  readonly settings: Settings
  /** null: locked */
  readonly session: Session | null
  readonly why: LockReason
  readonly last: string | null
  readonly card: LockedDesk['card']
}

/** @throws DeskError where a school is set up already */
export function firstRunOf(standing: Standing): FirstRun {
  if (standing.kind === 'first-run') return standing.run
  throw new DeskError('internal', 'This school is set up already.')
}

/** @throws DeskError `not-in-rehearsal` */
export function rehearsalOf(standing: Standing): RehearsalCards {
  if (standing.kind === 'open' && standing.cards !== null) return standing.cards
  throw new DeskError('not-in-rehearsal', 'This is a real school: nothing is rehearsed here.')
}

/** What the page is told of it. */
export function deskState(parts: SchoolParts, standing: Standing, around: Around): DeskState {
  const { settings } = around
  switch (standing.kind) {
    case 'opening':
      return standing
    case 'trouble':
      return { kind: 'trouble', code: standing.code, place: schoolFolder(parts) }
    case 'first-run':
      return { kind: 'first-run', keyStore: standing.keyStore, settings }
    case 'closed':
      return lockedState(parts, standing.school, around)
    case 'open':
      return around.session === null
        ? lockedState(parts, standing.school, around)
        : openState(parts, standing.school, around, around.session)
    default:
      return standing satisfies never
  }
}

function lockedState(
  parts: SchoolParts,
  school: ClosedSchool | OpenSchool,
  { why, last, card, readers, settings }: Around,
): DeskState {
  return {
    kind: 'locked',
    mode: parts.options.mode,
    why,
    people: tiles(school),
    last,
    card,
    sheetNeeded: school.keeper.sheetNeeded(),
    readers,
    clock: clockView(parts),
    notices: noticesOf(parts, school),
    settings,
  }
}

function openState(
  parts: SchoolParts,
  school: OpenSchool,
  { readers, settings }: Around,
  { token, operator, purpose }: Session,
): DeskState {
  const { data } = school
  return {
    kind: 'open',
    session: token,
    operator,
    purpose,
    alone: isAlone(data.db),
    people: tiles(school),
    mode: parts.options.mode,
    schoolName: data.schoolName ?? '',
    students: data.students,
    readers,
    data: data.roll,
    waiting: countWaiting(data.db),
    clock: clockView(parts),
    notices: noticesOf(parts, school),
    settings,
  }
}

const clockView = ({ clock, options }: SchoolParts) => ({
  offsetMs: clock.offsetMs(),
  settable: options.mode === 'rehearsal',
})

/** Who has a PIN, in the order they are on the ring. */
function tiles({
  keeper,
  rehearsal,
}: {
  keeper: KeyKeeper
  rehearsal: unknown
}): readonly StaffTile[] {
  return keeper
    .ring()
    .people.filter(({ envelope }) => envelope !== null)
    .map(({ id, name, roles, needsCard }) => ({
      id,
      name,
      roles,
      needsCard,
      rehearsalPin: rehearsal === null ? null : rehearsalPin(id),
    }))
}

const RECENT_MS = 7 * 24 * 60 * 60 * 1_000

const isRecent = (at: EpochMs | undefined, now: EpochMs): boolean =>
  at !== undefined && Math.abs(now - at) < RECENT_MS

function noticesOf(
  { runtimeSupported, clock }: SchoolParts,
  school: ClosedSchool | OpenSchool,
): readonly Notice[] {
  const logFits = !('data' in school) || school.data.anchor.found() === 'fits'
  const recovered = 'data' in school && isRecent(school.data.recovered?.at, clock.now())
  return [
    ...(recovered ? (['data-recovered'] as const) : []),
    ...(logFits ? [] : (['log-changed'] as const)),
    ...(school.keeper.ring().exception ? (['key-exception'] as const) : []),
    ...(runtimeSupported ? [] : (['rehearsal-runtime'] as const)),
  ]
}
