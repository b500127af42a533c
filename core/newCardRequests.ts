import type { ApplicationStage, OpeningRefusal, WithdrawalRefusal } from './application.ts'
import type { CalendarDate, EpochMs } from './calendarDate.ts'
import type {
  ConfirmationRefusal,
  ConfirmationStanding,
  DisputedItem,
  SaidBy,
  TakingBackRefusal,
} from './confirmation.ts'
import type { NewCardStanding } from './newCardStanding.ts'
import type { StudentLine } from './studentShown.ts'

/** 新生制卡, from left to right. `to-apply`: no card, and none applied for. */
export const NEW_CARD_STAGES = ['to-apply', 'awaiting-info', 'to-be-listed', 'listed'] as const
export type NewCardStage = 'to-apply' | ApplicationStage

/** How many pupils of a class stand where. */
export interface NewCardClass {
  /** null: those who are in no class yet */
  readonly classId: string | null
  readonly name: string | null
  readonly stages: Readonly<Record<NewCardStage, number>>
}

/** A 制卡名单 that went to the city. */
export interface CardListShown {
  readonly listId: string
  readonly madeAt: EpochMs
  readonly pupils: number
  /** of these, who has the card by now */
  readonly withCard: number
  /** of the others, whose data are no longer those the city has (domain.md 5.7-16) */
  readonly changed: number
}

export interface NewCardView {
  /** those with anybody in any stage, by grade and number; of a class teacher the own ones */
  readonly classes: readonly NewCardClass[]
  /** newest first; none where one may not see the whole school */
  readonly lists: readonly CardListShown[]
}

/** An open application, as it is confirmed: beside the pupil's line it holds all that stands on the card. */
export interface ApplicationShown {
  readonly applicationId: string
  readonly shown: NewCardStanding
  readonly standing: ConfirmationStanding
  /** where the roll says so (临时学籍); null: to graduation */
  readonly validTo: CalendarDate | null
  /** names the data on the screen; handed back with what is said of them */
  readonly mark: string
}

export interface NewCardLine {
  readonly pupil: StudentLine
  /** null: none is open */
  readonly application: ApplicationShown | null
}

/** Those of a class who stand at one stage, in the order of lists. */
export interface NewCardList {
  readonly classId: string | null
  readonly stage: NewCardStage
  readonly lines: readonly NewCardLine[]
}

export interface AppliedAnswer {
  /** what `newCards.withdraw` takes back */
  readonly applicationIds: readonly string[]
  /** how many were refused, by why */
  readonly refused: Readonly<Partial<Record<OpeningRefusal, number>>>
}

export interface WithdrawnAnswer {
  readonly withdrawn: number
  readonly refused: Readonly<Partial<Record<WithdrawalRefusal, number>>>
}

export type SaidAnswer =
  { readonly kind: 'recorded' } | { readonly kind: 'refused'; readonly why: ConfirmationRefusal }

export type TakenBackAnswer =
  { readonly kind: 'taken-back' } | { readonly kind: 'refused'; readonly why: TakingBackRefusal }

export type ListAnswer =
  | { readonly kind: 'made'; readonly pupils: number }
  | { readonly kind: 'refused'; readonly why: 'nobody' }

interface OfApplication {
  readonly applicationId: string
  /** of the data on the screen */
  readonly mark: string
  readonly said: SaidBy
}

/** What is asked about new cards for newcomers. */
export interface NewCardRequests {
  'newCards.view': { readonly args: null; readonly answer: NewCardView }
  /** null: no such class, or not theirs */
  'newCards.class': {
    readonly args: { readonly classId: string | null; readonly stage: NewCardStage }
    readonly answer: NewCardList | null
  }
  /** for whole classes and for pupils one by one; each application is an act of its own */
  'newCards.apply': {
    readonly args: {
      readonly classIds: readonly (string | null)[]
      readonly studentIds: readonly string[]
    }
    readonly answer: AppliedAnswer
  }
  /** `reason` null: the own slip, for five minutes */
  'newCards.withdraw': {
    readonly args: { readonly applicationIds: readonly string[]; readonly reason: string | null }
    readonly answer: WithdrawnAnswer
  }
  'newCards.confirm': { readonly args: OfApplication; readonly answer: SaidAnswer }
  'newCards.dispute': {
    readonly args: OfApplication & {
      readonly items: readonly DisputedItem[]
      readonly evidence: string
    }
    readonly answer: SaidAnswer
  }
  /** what was said last counts no longer; `reason` null: the own slip, for five minutes */
  'newCards.takeBack': {
    readonly args: { readonly applicationId: string; readonly reason: string | null }
    readonly answer: TakenBackAnswer
  }
  /** all whose data are confirmed go to the city in one list */
  'newCards.makeList': { readonly args: null; readonly answer: ListAnswer }
}
