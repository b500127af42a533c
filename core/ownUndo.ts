import type { EpochMs } from './calendarDate.ts'

/** A slip is taken back by whoever made it, for five minutes (domain.md 5.8). */
export const UNDO_WITHIN_MS = 5 * 60_000

/** An act as it was recorded. */
export interface ActMade {
  readonly at: EpochMs
  readonly operatorId: string | null
}

/** The clock and who asks. */
export interface Undoing {
  readonly at: EpochMs
  readonly operatorId: string
}

/** Not theirs, five minutes are over, or things are not as the act left them. */
export type UndoRefusal = 'somebody-elses' | 'too-late' | 'changed-meanwhile'

/** @returns null: it may be taken back */
export function ownUndo(made: ActMade, { at, operatorId }: Undoing): UndoRefusal | null {
  if (made.operatorId !== operatorId) return 'somebody-elses'
  // A clock that was set back does not lengthen it.
  const age = at - made.at
  return age < 0 || age > UNDO_WITHIN_MS ? 'too-late' : null
}
