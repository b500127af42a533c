import type { NamePiece } from './nameDifference.ts'
import type { NameToCheck } from './namesToCheck.ts'
import type { WatchedCharacter } from './rareCharacters.ts'

/** What is asked about how names are written: against the roll, and the roll itself. */
export interface NameRequests {
  /**
   * The name of the pupil whose page is open against what a card's face says or somebody typed; an empty
   * text only asks what of the name to watch. Nothing that was typed is kept. null: another's page is open
   */
  'names.compare': {
    readonly args: { readonly studentId: string; readonly typed: string }
    readonly answer: NameComparison | null
  }
  /** of everybody one may know: names that are easily typed, read or printed wrongly */
  'names.toCheck': { readonly args: null; readonly answer: readonly NameToCheck[] }
}

export interface NameComparison {
  /** the roll's name stands left */
  readonly pieces: readonly NamePiece[]
  /** of the roll's name */
  readonly watched: readonly WatchedCharacter[]
}

/** Names are longer than any form asks for, and a pasted page is no name. */
export const TYPED_NAME_LENGTH = 60
