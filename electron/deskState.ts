import type { DeskState, Notice, ReadersView } from '../core/deskState.ts'
import type { DeskErrorCode } from '../core/errors.ts'
import type { Settings } from '../core/settings.ts'
import { countWaiting } from '../db/outbox.ts'
import type { AnchorCheck } from './auditAnchor.ts'
import type { Clock } from './clock.ts'
import type { RehearsalCards } from './rehearsalCards.ts'
import { schoolFolder, type OpenSchool, type SchoolParts } from './school.ts'

/** How the desk stands: not yet, in trouble, or with a school open. */
export type Standing =
  | { readonly kind: 'opening' }
  | { readonly kind: 'trouble'; readonly code: DeskErrorCode }
  | { readonly kind: 'open'; readonly school: OpenSchool; readonly cards: RehearsalCards | null }

/** What the page is told of it. */
export function deskState(
  parts: SchoolParts & { readonly clock: Clock },
  standing: Standing,
  readers: ReadersView,
  settings: Settings,
): DeskState {
  if (standing.kind === 'opening') return standing
  if (standing.kind === 'trouble')
    return { kind: 'trouble', code: standing.code, place: schoolFolder(parts) }
  const { data, keptBy } = standing.school
  return {
    kind: 'open',
    mode: parts.options.mode,
    schoolName: data.schoolName ?? '',
    students: data.students,
    readers,
    data: data.roll,
    waiting: countWaiting(data.db),
    clock: { offsetMs: parts.clock.offsetMs(), settable: parts.options.mode === 'rehearsal' },
    notices: noticesOf(keptBy, data.anchor.found, parts.runtimeSupported),
    settings,
  }
}

function noticesOf(
  keptBy: OpenSchool['keptBy'],
  anchor: AnchorCheck,
  runtimeSupported: boolean,
): readonly Notice[] {
  return [
    ...(anchor === 'fits' ? [] : (['log-changed'] as const)),
    ...(keptBy === 'file' ? (['key-in-file'] as const) : []),
    ...(runtimeSupported ? [] : (['rehearsal-runtime'] as const)),
  ]
}
