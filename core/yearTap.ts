import { assertNever } from './assertNever.ts'
import type { EpochMs } from './calendarDate.ts'
import type { KnownCard } from './binding.ts'
import type { CardState } from './card.ts'
import { noSlip, type ByWhomAndWhen, type UndoRefusal } from './ownAct.ts'
import { cardOfLeaver, type Destination } from './rollCards.ts'
import { isLastGrade } from './schoolYear.ts'
import type { Enrolment } from './student.ts'

/**
 * Taps that say something of the pupil's year (features.md 43): 学年刷卡, once a school year and an attribute
 * with a date; 离校刷卡, which puts the card out of use; 报到刷卡, which takes it on again at the new school
 * (domain.md 5.2).
 */
export const YEAR_TAPS = ['annual', 'leaving', 'arrival'] as const

export type YearTapKind = (typeof YEAR_TAPS)[number]

export interface YearTap {
  readonly kind: YearTapKind
  readonly cardId: string
  readonly studentId: string
  /** the tap it was done by */
  readonly tapId: string
  /** `2026-2027` */
  readonly schoolYear: string
  /** of who leaves; of the other two it says nothing */
  readonly destination: Destination
}

/** What a tap of the year is decided by. */
export interface YearTapState {
  /** null: not a pupil of the own school */
  readonly pupil: {
    readonly enrolment: Enrolment['kind']
    /** 1–12; null: in no class */
    readonly grade: number | null
  } | null
  /** the card that was laid down; null: nobody knows it */
  readonly card: KnownCard | null
  /** the pupil holds another card that is good */
  readonly holdsOther: boolean
  /** its 学年刷卡 of this school year; null: not yet */
  readonly annualAt: EpochMs | null
}

export type YearTapRefusal =
  /** a card nobody knows, or of another school: it is bound first (首次绑卡) */
  | 'card-unknown'
  /** annual, leaving: lost, broken, not handed over: that is dealt with first */
  | 'card-not-good'
  | 'pupil-left'
  /** 学年刷卡 was done */
  | 'tapped-already'
  /** neither in a last grade nor transferred out */
  | 'pupil-stays'
  /** 离校刷卡 was done, or the roll did it */
  | 'out-of-use-already'
  /** arrival: the card is good as it is */
  | 'good-already'
  /** arrival: kept by who left for good; who is back gets a new card */
  | 'kept-by-leaver'
  /** one pupil, one card */
  | 'pupil-holds-card'

export interface AnnualTapped {
  readonly type: 'annual-tapped'
  readonly cardId: string
  readonly studentId: string
  readonly schoolYear: string
}

/** A card that left with its pupil, or came back; also by a change of the roll. */
export interface CardStateChanged {
  readonly type: 'card-state-changed'
  readonly cardId: string
  readonly studentId: string
  readonly from: CardState
  readonly to: CardState
}

/** 学年刷卡 that was taken back. */
export interface AnnualUntapped extends Omit<AnnualTapped, 'type'> {
  readonly type: 'annual-untapped'
}

export type YearTapEvent = AnnualTapped | CardStateChanged

export type YearTapDecision =
  | { readonly kind: 'done'; readonly event: YearTapEvent }
  | { readonly kind: 'refused'; readonly why: YearTapRefusal }

const refused = (why: YearTapRefusal): YearTapDecision => ({ kind: 'refused', why })

/** Pure; that the chip was read and matched is the caller's to know. */
export function decideYearTap(state: YearTapState, command: YearTap): YearTapDecision {
  const { card, pupil } = state
  if (card === null || pupil === null || card.studentId === null) return refused('card-unknown')
  switch (command.kind) {
    case 'annual':
      return annual(state, card, pupil, command)
    case 'leaving':
      return leaving(card, pupil, command)
    case 'arrival':
      return arrival(state, card, pupil)
    default:
      return assertNever(command.kind)
  }
}

type Pupil = NonNullable<YearTapState['pupil']>

function annual(
  { annualAt, holdsOther }: YearTapState,
  card: KnownCard,
  { enrolment }: Pupil,
  { cardId, studentId, schoolYear }: YearTap,
): YearTapDecision {
  if (enrolment === 'left') return refused('pupil-left')
  if (card.state !== 'ACTIVE') return refused('card-not-good')
  if (annualAt !== null) return refused('tapped-already')
  if (holdsOther) return refused('pupil-holds-card')
  return { kind: 'done', event: { type: 'annual-tapped', cardId, studentId, schoolYear } }
}

function leaving(
  card: KnownCard,
  { enrolment, grade }: Pupil,
  { destination }: YearTap,
): YearTapDecision {
  if (card.state === 'LEFT' || card.state === 'KEPT_BY_LEAVER') return refused('out-of-use-already')
  if (card.state !== 'ACTIVE') return refused('card-not-good')
  if (enrolment !== 'left' && !(grade !== null && isLastGrade(grade))) return refused('pupil-stays')
  return moves(card, cardOfLeaver(grade === 12 ? 'elsewhere' : destination))
}

function arrival(
  { holdsOther }: YearTapState,
  card: KnownCard,
  { enrolment }: Pupil,
): YearTapDecision {
  if (enrolment === 'left') return refused('pupil-left')
  if (card.state === 'ACTIVE') return refused('good-already')
  if (card.state === 'KEPT_BY_LEAVER') return refused('kept-by-leaver')
  if (card.state !== 'LEFT') return refused('card-not-good')
  return holdsOther ? refused('pupil-holds-card') : moves(card, 'ACTIVE')
}

function moves({ cardId, studentId, state: from }: KnownCard, to: CardState): YearTapDecision {
  if (studentId === null) return refused('card-unknown')
  return { kind: 'done', event: { type: 'card-state-changed', cardId, studentId, from, to } }
}

export interface UndoYearTap {
  readonly cardId: string
  readonly studentId: string
  /** the act that is taken back */
  readonly undoes: string
}

export type YearTapUndoDecision =
  | { readonly kind: 'done'; readonly event: CardStateChanged | AnnualUntapped }
  | { readonly kind: 'refused'; readonly why: UndoRefusal }

/**
 * @param made null: there is no such act
 * @param now the card as it is, and whether the 学年刷卡 stands that is to be taken back
 */
export function decideYearTapUndo(
  made: (ByWhomAndWhen & { readonly event: YearTapEvent }) | null,
  now: { readonly card: KnownCard | null; readonly stands: boolean },
  undoing: ByWhomAndWhen,
): YearTapUndoDecision {
  if (made === null || now.card === null) return { kind: 'refused', why: 'changed-meanwhile' }
  const { event } = made
  const isAsLeft =
    event.type === 'annual-tapped'
      ? now.stands
      : now.card.state === event.to && now.card.studentId === event.studentId
  if (!isAsLeft) return { kind: 'refused', why: 'changed-meanwhile' }
  const why = noSlip(made, undoing)
  if (why !== null) return { kind: 'refused', why }
  if (event.type === 'annual-tapped')
    return { kind: 'done', event: { ...event, type: 'annual-untapped' } }
  return { kind: 'done', event: { ...event, from: event.to, to: event.from } }
}
