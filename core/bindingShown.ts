import type { BindingRefusal } from './binding.ts'
import type { EpochMs } from './calendarDate.ts'
import type { CardState } from './card.ts'
import type { UndoRefusal } from './ownAct.ts'
import type { StudentLine } from './studentShown.ts'
import type { PersonShown } from './tapShown.ts'

/** How far a class is with its cards: 2,431 / 3,000. */
export interface ClassProgress {
  readonly classId: string
  readonly name: string
  /** on the roll, without who left */
  readonly pupils: number
  /** of these, who holds a card that is good */
  readonly bound: number
}

/** A class as it is bound, in the order of its list. */
export interface ClassToBind {
  readonly classId: string
  readonly name: string
  readonly pupils: readonly StudentLine[]
}

export type BindingAnswer =
  | {
      readonly kind: 'bound'
      /** what `binding.undo` takes back */
      readonly bindingId: string
      readonly person: PersonShown
      readonly cardTail: string
      /** numbers the card can be found by: one where it was taken away too soon */
      readonly numbers: number
      readonly undoUntil: EpochMs
    }
  | {
      readonly kind: 'refused'
      readonly why:
        | BindingRefusal
        /** the card was laid down too long ago, or before somebody else signed in */
        | 'tap-over'
        | 'not-read'
        | 'phone'
        | 'storage-card'
        | 'other-card'
      /** whose the card is, where that is another pupil of the school whom they may know */
      readonly owner: PersonShown | null
      /** of the card that stands in the way; null: none does */
      readonly cardTail: string | null
      readonly cardState: CardState | null
    }

export type UnbindingAnswer =
  { readonly kind: 'undone' } | { readonly kind: 'refused'; readonly why: UndoRefusal }

/** What is asked about binding cards to pupils. */
export interface BindingRequests {
  /** the classes of the school, by grade and number; of a class teacher the own ones */
  'binding.classes': { readonly args: null; readonly answer: readonly ClassProgress[] }
  /** null: no such class, or not theirs */
  'binding.class': {
    readonly args: { readonly classId: string }
    readonly answer: ClassToBind | null
  }
  /** binds the card that was laid down last to a pupil */
  'binding.bind': {
    readonly args: {
      readonly tapId: string
      readonly studentId: string
      /** a supervisor's reason, where the card is another pupil's by the record; null: it is nobody's */
      readonly takeOver: string | null
    }
    readonly answer: BindingAnswer
  }
  /** takes the own binding back, for five minutes */
  'binding.undo': {
    readonly args: { readonly bindingId: string }
    readonly answer: UnbindingAnswer
  }
}
