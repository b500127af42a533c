import type { EpochMs } from './calendarDate.ts'

/** A slip is taken back by whoever made it, for five minutes (domain.md 5.8). */
export const UNDO_WITHIN_MS = 5 * 60_000

/** Who did it and when, or who wants it undone. */
export interface ByWhomAndWhen {
  readonly at: EpochMs
  /** null: nobody was signed in */
  readonly operatorId: string | null
}

/** Not theirs, five minutes are over, or things are not as the act left them. */
export type UndoRefusal = 'somebody-elses' | 'too-late' | 'changed-meanwhile'

/** Why an act is not undone as a slip. A clock that was set back does not lengthen it. null: it may be. */
export function noSlip(
  made: ByWhomAndWhen,
  now: ByWhomAndWhen,
): Exclude<UndoRefusal, 'changed-meanwhile'> | null {
  if (made.operatorId === null || made.operatorId !== now.operatorId) return 'somebody-elses'
  const age = now.at - made.at
  return age < 0 || age > UNDO_WITHIN_MS ? 'too-late' : null
}
