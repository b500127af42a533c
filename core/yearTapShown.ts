import type { EpochMs } from './calendarDate.ts'
import type { CardState } from './card.ts'
import type { UndoRefusal } from './ownAct.ts'
import type { Destination } from './rollCards.ts'
import type { StudentLine } from './studentShown.ts'
import type { PersonShown } from './tapShown.ts'
import type { YearTapKind, YearTapRefusal } from './yearTap.ts'

/** How far a class is: 38 / 40. */
export interface YearTapProgress {
  readonly classId: string
  readonly name: string
  /** whom it is for */
  readonly pupils: number
  readonly done: number
}

export interface YearTapsView {
  /** `2026-2027` */
  readonly schoolYear: string
  readonly classes: readonly YearTapProgress[]
}

export type YearTapAnswer =
  | {
      readonly kind: 'done'
      readonly of: YearTapKind
      /** what `yearTaps.undo` takes back */
      readonly yearTapId: string
      readonly person: PersonShown
      /** of the card now */
      readonly cardState: CardState
      readonly undoUntil: EpochMs
    }
  | {
      readonly kind: 'refused'
      readonly of: YearTapKind
      readonly why:
        | YearTapRefusal
        /** the card was laid down too long ago, or before somebody else signed in */
        | 'tap-over'
        /** nothing was read, two cards, a phone */
        | 'not-read'
        /** the chip and the record disagree */
        | 'chip-mismatch'
      readonly person: PersonShown | null
      /** null: nobody knows the card */
      readonly cardState: CardState | null
      /** of 学年刷卡 that was done already */
      readonly annualAt: EpochMs | null
    }

export type YearTapUndoAnswer =
  { readonly kind: 'undone' } | { readonly kind: 'refused'; readonly why: UndoRefusal }

/** What is asked about 学年刷卡, 离校刷卡 and 报到刷卡. */
export interface YearTapRequests {
  'yearTaps.view': {
    readonly args: { readonly of: YearTapKind }
    readonly answer: YearTapsView
  }
  /** who of a class is not through yet */
  'yearTaps.missing': {
    readonly args: { readonly of: YearTapKind; readonly classId: string }
    readonly answer: readonly StudentLine[]
  }
  /** by the card that was laid down last */
  'yearTaps.tap': {
    readonly args: {
      readonly of: YearTapKind
      readonly tapId: string
      /** of who leaves */
      readonly destination: Destination
    }
    readonly answer: YearTapAnswer
  }
  /** takes the own one back, for five minutes */
  'yearTaps.undo': {
    readonly args: { readonly yearTapId: string }
    readonly answer: YearTapUndoAnswer
  }
}
