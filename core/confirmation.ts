import type { Application } from './application.ts'
import type { CalendarDate } from './calendarDate.ts'
import { noSlip, type ByWhomAndWhen } from './ownAct.ts'
import type { Enrolment, Sex } from './student.ts'

/** 制卡信息: what is printed on the card and goes into the chip's record (domain.md 5.5). */
export interface CardData {
  readonly name: string
  readonly sex: Sex
  readonly school: string
  readonly educationId: string
  /** picture id, which is the SHA-256 of the picture; null: there is none */
  readonly photo: string | null
  /** the day the roll says it ends (临时学籍); null: to graduation, whose day the city knows */
  readonly validTo: CalendarDate | null
}

export const CARD_FIELDS = ['name', 'sex', 'school', 'educationId', 'photo', 'validTo'] as const
export type CardField = (typeof CARD_FIELDS)[number]

export const RELATIONS = ['mother', 'father', 'grandparent', 'guardian'] as const
export type Relation = (typeof RELATIONS)[number]

/**
 * Who says so. `clerk`: on behalf of a parent who is not at the desk (a telephone call, a signed paper).
 * Of a parent no number is kept.
 */
export type SaidBy =
  | { readonly by: 'student' }
  | { readonly by: 'parent' | 'clerk'; readonly name: string; readonly relation: Relation }

export interface DisputedItem {
  readonly field: CardField
  /** what it ought to be; empty where that cannot be typed (a photo) */
  readonly right: string
}

export type Outcome =
  | { readonly kind: 'confirmed'; readonly said: SaidBy }
  | {
      readonly kind: 'disputed'
      readonly said: SaidBy
      readonly items: readonly DisputedItem[]
      /** what shows it: 户口簿, 出生证 … */
      readonly evidence: string
    }

/** `version` counts the data that were shown to somebody: another name is another version. */
export interface RecordConfirmation {
  readonly applicationId: string
  readonly studentId: string
  readonly version: number
  /** as they stood on the screen */
  readonly data: CardData
  readonly outcome: Outcome
}

export interface WithdrawConfirmation {
  readonly applicationId: string
  readonly studentId: string
  readonly version: number
  /** taken back by whoever recorded it, within five minutes; else somebody has said why */
  readonly slip: boolean
}

export type CardDataSaid = { readonly type: 'card-data-said' } & RecordConfirmation

export interface CardDataWithdrawn {
  readonly type: 'card-data-withdrawn'
  readonly applicationId: string
  readonly studentId: string
  readonly version: number
}

export type ConfirmationEvent = CardDataSaid | CardDataWithdrawn

/** What was said last, as it is kept. */
export interface ConfirmationMade extends ByWhomAndWhen {
  readonly version: number
  readonly data: CardData
  readonly outcome: Outcome
}

/** Derived by comparing what was shown with the data now: no clock and no import writes a row. */
export type ConfirmationStanding =
  | {
      readonly kind: 'pending'
      readonly version: number
      /** what was said of the data before; `disputed`: the roll put it right (FIXED_BY_ROLL). null: nothing */
      readonly after: Outcome['kind'] | null
      readonly changed: readonly CardField[]
    }
  | { readonly kind: 'confirmed'; readonly version: number }
  | {
      readonly kind: 'disputed'
      readonly version: number
      readonly items: readonly DisputedItem[]
      readonly evidence: string
    }

export function changedFields(before: CardData, now: CardData): readonly CardField[] {
  return CARD_FIELDS.filter((field) => before[field] !== now[field])
}

/**
 * A dispute stands while any of its fields is as it was: only then the roll has not answered it.
 *
 * @param last what was said last and not taken back; null: nothing
 */
export function standingOf(last: ConfirmationMade | null, now: CardData): ConfirmationStanding {
  if (last === null) return { kind: 'pending', version: 1, after: null, changed: [] }
  const { version, data, outcome } = last
  const changed = changedFields(data, now)
  const reopened = { kind: 'pending', version: version + 1, after: outcome.kind, changed } as const
  if (outcome.kind === 'confirmed')
    return changed.length === 0 ? { kind: 'confirmed', version } : reopened
  const { items, evidence } = outcome
  return items.every(({ field }) => changed.includes(field))
    ? reopened
    : { kind: 'disputed', version, items, evidence }
}

export type ConfirmationRefusal =
  /** there is no such application, or it is over */
  | 'not-open'
  /** the city has it */
  | 'listed'
  | 'pupil-left'
  /** a card has a photo: it is imported first */
  | 'photo-missing'
  /** the roll is put right first */
  | 'still-disputed'
  | 'confirmed-already'
  /** the data are others than those on the screen */
  | 'changed-meanwhile'
  /** nothing is said to be wrong, or one thing twice */
  | 'nothing-wrong'

export interface ConfirmationState {
  readonly application: Application | null
  readonly enrolment: Enrolment['kind']
  /** null: nothing was said, or it was taken back */
  readonly last: ConfirmationMade | null
  readonly data: CardData
  /** names these data (db/cardData.ts) */
  readonly mark: string
}

export type ConfirmationDecision<Event extends ConfirmationEvent, Refusal> =
  | { readonly kind: 'done'; readonly event: Event }
  | { readonly kind: 'refused'; readonly why: Refusal }

/** @param seen the mark of the data that stood on the screen */
export function decideConfirmation(
  { application, enrolment, last, data, mark }: ConfirmationState,
  outcome: Outcome,
  seen: string,
): ConfirmationDecision<CardDataSaid, ConfirmationRefusal> {
  const refused = (why: ConfirmationRefusal) => ({ kind: 'refused', why }) as const
  if (application?.state !== 'SUBMITTED') return refused('not-open')
  if (application.listId !== null) return refused('listed')
  if (enrolment === 'left') return refused('pupil-left')
  if (seen !== mark) return refused('changed-meanwhile')
  const standing = standingOf(last, data)
  if (outcome.kind === 'confirmed') {
    if (data.photo === null) return refused('photo-missing')
    if (standing.kind === 'disputed') return refused('still-disputed')
    if (standing.kind === 'confirmed') return refused('confirmed-already')
  } else {
    const fields = new Set(outcome.items.map(({ field }) => field))
    if (fields.size === 0 || fields.size < outcome.items.length) return refused('nothing-wrong')
  }
  const { applicationId, studentId } = application
  const { version } = standing
  return {
    kind: 'done',
    event: { type: 'card-data-said', applicationId, studentId, version, data, outcome },
  }
}

export type TakingBackRefusal =
  'not-open' | 'listed' | 'nothing-said' | 'somebody-elses' | 'too-late'

/** A slip, or a dispute that was none: what was said last counts no longer. */
export function decideTakingBack(
  application: Application | null,
  last: ConfirmationMade | null,
  slip: boolean,
  context: ByWhomAndWhen,
): ConfirmationDecision<CardDataWithdrawn, TakingBackRefusal> {
  const refused = (why: TakingBackRefusal) => ({ kind: 'refused', why }) as const
  if (application?.state !== 'SUBMITTED') return refused('not-open')
  if (application.listId !== null) return refused('listed')
  if (last === null) return refused('nothing-said')
  const why = slip ? noSlip(last, context) : null
  if (why !== null) return refused(why)
  const { applicationId, studentId } = application
  const { version } = last
  return {
    kind: 'done',
    event: { type: 'card-data-withdrawn', applicationId, studentId, version },
  }
}
