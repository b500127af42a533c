import type { CalendarDate } from './calendarDate.ts'
import type { CardIdentifier, CardState } from './card.ts'
import type { CardRead } from './cardRead.ts'
import { noSlip, type ByWhomAndWhen, type UndoRefusal } from './ownAct.ts'
import type { Enrolment } from './student.ts'

/** 首次绑卡: the chip holds no name, so which card is whose is the desk's own record (domain.md 5.1). */
export interface BindCard {
  /** of the card as the desk will know it; where the number is known already, that card's own */
  readonly cardId: string
  readonly studentId: string
  /** everything the chip was read to be found by, or the number on the face */
  readonly identifiers: readonly CardIdentifier[]
  readonly by: 'tap' | 'file'
  /** the card is another pupil's by the record: a supervisor says it is this one's */
  readonly takesOver: boolean
  readonly faceSchool: string | null
  readonly faceValidTo: CalendarDate | null
}

/** A card the desk has on record. */
export interface KnownCard {
  readonly cardId: string
  /** null: the city knows the card, the desk does not know whose it is */
  readonly studentId: string | null
  readonly state: CardState
}

/** What a binding is decided by. */
export interface BindingState {
  /** null: not a pupil of the own school */
  readonly pupil: { readonly enrolment: Enrolment['kind'] } | null
  /** all cards the pupil has or had */
  readonly cards: readonly KnownCard[]
  /** the card these numbers point to; null: none */
  readonly found: KnownCard | null
  /** they point to several, or contradict what is recorded of the one (core/matching.ts) */
  readonly disagree: boolean
}

export type BindingRefusal =
  | 'pupil-unknown'
  | 'pupil-left'
  /** the pupil holds this very card already */
  | 'bound-already'
  /** the pupil holds another card that counts: one pupil, one card (domain.md 5.2) */
  | 'pupil-holds-card'
  /** a card of the pupil is lost, broken or on its way: that one is dealt with first */
  | 'pupil-awaits-card'
  /** by the record it is another pupil's: only a supervisor changes that */
  | 'bound-to-other'
  /** known to the city, and not first bound here: it is handed over */
  | 'card-not-handed-over'
  /** its numbers point to two cards, or are not those on record */
  | 'chip-mismatch'

export interface CardBound {
  readonly type: 'card-bound'
  readonly cardId: string
  readonly studentId: string
  readonly identifiers: readonly CardIdentifier[]
  readonly faceSchool: string | null
  readonly faceValidTo: CalendarDate | null
  /** whose it was by the record; null: nobody knew the card */
  readonly before: { readonly studentId: string } | null
}

export interface CardUnbound {
  readonly type: 'card-unbound'
  readonly cardId: string
  readonly studentId: string
  /** whose it is again; null: nobody knows the card any more */
  readonly back: { readonly studentId: string } | null
}

export type BindingDecision =
  | { readonly kind: 'done'; readonly event: CardBound }
  | {
      readonly kind: 'refused'
      readonly why: BindingRefusal
      /** the card it is about; null: none */
      readonly card: KnownCard | null
    }

/** States in which a card proves nothing and waits for nobody: they stand in no new card's way. */
export const OVER_STATES: readonly CardState[] = [
  'REPLACED',
  'RETURNED',
  'LEFT',
  'KEPT_BY_LEAVER',
  'VOID',
]

/** The card of a pupil that stands in a new one's way; null: none does. */
export function cardInTheWay(cards: readonly KnownCard[]): {
  readonly why: 'pupil-holds-card' | 'pupil-awaits-card'
  readonly card: KnownCard
} | null {
  const held = cards.find(({ state }) => state === 'ACTIVE')
  if (held !== undefined) return { why: 'pupil-holds-card', card: held }
  const awaited = cards.find(({ state }) => !OVER_STATES.includes(state))
  return awaited === undefined ? null : { why: 'pupil-awaits-card', card: awaited }
}

/** Whether a card may be bound to a pupil. Pure; who may take over is the caller's to know. */
export function decideBinding(state: BindingState, command: BindCard): BindingDecision {
  const { pupil, cards, found, disagree } = state
  const refused = (why: BindingRefusal, card: KnownCard | null = null): BindingDecision => ({
    kind: 'refused',
    why,
    card,
  })
  if (pupil === null) return refused('pupil-unknown')
  if (pupil.enrolment === 'left') return refused('pupil-left')
  if (disagree) return refused('chip-mismatch', found)
  if (found !== null) {
    if (found.state !== 'ACTIVE' || found.studentId === null)
      return refused('card-not-handed-over', found)
    if (found.studentId === command.studentId) return refused('bound-already', found)
    if (!command.takesOver) return refused('bound-to-other', found)
  }
  const inTheWay = cardInTheWay(cards)
  if (inTheWay !== null) return refused(inTheWay.why, inTheWay.card)
  const { cardId, studentId, identifiers, faceSchool, faceValidTo } = command
  return {
    kind: 'done',
    event: {
      type: 'card-bound',
      cardId: found?.cardId ?? cardId,
      studentId,
      identifiers,
      faceSchool,
      faceValidTo,
      before: found?.studentId ? { studentId: found.studentId } : null,
    },
  }
}

export interface UnbindCard {
  readonly cardId: string
  readonly studentId: string
  /** the binding that is taken back */
  readonly undoes: string
}

/** A binding as it was recorded. */
export interface BindingMade extends ByWhomAndWhen {
  readonly event: CardBound
}

export type UnbindingDecision =
  | { readonly kind: 'done'; readonly event: CardUnbound }
  | { readonly kind: 'refused'; readonly why: UndoRefusal }

/**
 * @param made null: there is no such binding
 * @param now the card as it is; null: it is not there
 */
export function decideUnbinding(
  made: BindingMade | null,
  now: KnownCard | null,
  undoing: ByWhomAndWhen,
): UnbindingDecision {
  if (made === null || now?.studentId !== made.event.studentId || now.state !== 'ACTIVE')
    return { kind: 'refused', why: 'changed-meanwhile' }
  const why = noSlip(made, undoing)
  if (why !== null) return { kind: 'refused', why }
  const { cardId, studentId, before } = made.event
  return { kind: 'done', event: { type: 'card-unbound', cardId, studentId, back: before } }
}

/** A chip that can be bound: it has a number of its own that lasts. */
export type Bindable =
  | { readonly kind: 'bindable' }
  /** 手机: another number at each tap */
  | { readonly kind: 'phone' }
  /** the first student cards show nothing but their UID, which is never the only key (domain.md 5.1) */
  | { readonly kind: 'storage-card' }
  | { readonly kind: 'other-card' }

export function bindable(read: CardRead): Bindable {
  switch (read.family) {
    case 'bmac':
    case 't-union':
      return { kind: 'bindable' }
    case 'm1':
      return { kind: 'storage-card' }
    case 'other-cpu':
      return { kind: 'other-card' }
    case 'phone':
      return { kind: 'phone' }
  }
}
