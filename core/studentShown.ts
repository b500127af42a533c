import type { CalendarDate, EpochMs } from './calendarDate.ts'
import type { CardState, IdentifierKind } from './card.ts'
import type { CaseStage } from './case/caseStage.ts'
import type { CaseStep } from './case/caseStep.ts'
import type { NextStep as CaseNextStep } from './case/nextStep.ts'
import type { Enrolment, Sex } from './student.ts'
import type { Outcome, SaidBy } from './confirmation.ts'
import type { BasisState } from './legalBasis.ts'
import type { NewCardStanding } from './newCardStanding.ts'
import type { PersonShown } from './tapShown.ts'
import type { Validities } from './validity.ts'
import type { VerdictKind } from './verdict.ts'

/** A pupil in a list: enough to tell two of the same name apart, and no more. Only of the own school. */
export interface StudentLine {
  readonly studentId: string
  readonly name: string
  readonly sex: Sex
  readonly className: string | null
  /** last four digits of the 教育ID */
  readonly educationIdTail: string | null
  readonly enrolment: Enrolment['kind']
  /** state of the card that counts (core/cardThatCounts.ts, the first in order); null: no card */
  readonly card: CardState | null
  readonly hasPhoto: boolean
}

/** One pupil of the own school, as the desk may show one: numbers are tails, no birth date. */
export interface StudentPage {
  readonly person: PersonShown
  readonly enrolment: Enrolment
  /** the card that counts first, then the others, the newest state first */
  readonly cards: readonly CardShown[]
  /** of the card that counts, the fare dates as its chip last told them; null: no card */
  readonly validities: Validities | null
  /** when the chip last told its fare dates; null: never */
  readonly transitReadAt: EpochMs | null
  /** how the open application for a first card stands; null: none is open */
  readonly application: NewCardStanding | null
  /** how the open application for another card stands, and what is next; null: none is open */
  readonly reissue: { readonly stage: CaseStage; readonly next: CaseNextStep } | null
  /** by what right the pupil's data are kept */
  readonly basis: BasisState
  /** others of the very same name on the roll: the page says so, so that nobody takes one for another */
  readonly sameName: readonly StudentLine[]
}

export interface CardShown {
  readonly cardId: string
  readonly state: CardState
  readonly stateSince: EpochMs
  /** by name; null: it came with the city's data */
  readonly stateBy: string | null
  readonly faceValidTo: CalendarDate | null
  readonly faceSchool: string | null
  /** everything it can be found by, as last four digits */
  readonly numbers: readonly { readonly kind: IdentifierKind; readonly tail: string }[]
}

/** What is known to have happened, and when. */
export type TimelineEntry =
  | {
      readonly kind: 'tap'
      readonly at: EpochMs
      readonly verdict: VerdictKind
      readonly reader: string
      readonly cardTail: string | null
    }
  /** a card came into the state it is in */
  | {
      readonly kind: 'card'
      readonly at: EpochMs
      readonly state: CardState
      readonly by: string | null
      readonly cardTail: string | null
    }
  | {
      readonly kind: 'application'
      readonly at: EpochMs
      readonly what: 'opened' | 'withdrawn' | 'listed'
    }
  /** what happened in a case of loss, reissue, hand-over */
  | { readonly kind: 'case'; readonly at: EpochMs; readonly step: CaseStep }
  /** 学年刷卡, or its taking back; schoolYear `2026-2027` */
  | {
      readonly kind: 'annual'
      readonly at: EpochMs
      readonly schoolYear: string
      readonly undone: boolean
    }
  /** what was said of the data on the card, and by whom; null: it was taken back */
  | {
      readonly kind: 'card-data'
      readonly at: EpochMs
      readonly said: { readonly what: Outcome['kind']; readonly by: SaidBy['by'] } | null
    }
  | {
      readonly kind: 'left'
      readonly on: CalendarDate
      readonly why: 'transferred' | 'graduated' | 'other'
      readonly to: string | null
    }
  | { readonly kind: 'suspended'; readonly since: CalendarDate }
