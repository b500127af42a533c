import type { CalendarDate } from '../calendarDate.ts'
import { DeskError } from '../errors.ts'
import type { ByWhomAndWhen } from '../ownAct.ts'
import type { CardState } from '../card.ts'
import { cardTransition } from './cardTransitions.ts'
import type { CaseCard } from './caseState.ts'
import type { CaseEvent } from './events.ts'
import type { Application, ApplicationState } from '../application.ts'
import { applicationMay } from './applicationStates.ts'
import { orderMay, type FeeOrder, type OrderState } from './feeOrder.ts'

/** May the fee be paid on a day? `unsure`: only an announcement could tell, and none is entered. */
export type WindowOn = 'open' | 'closed' | 'unsure'

/** What an act on a case is decided by, beside the case. */
export interface CaseContext extends ByWhomAndWhen {
  readonly today: CalendarDate
  /** whoever does it is a supervisor; of an override the PIN came with it */
  readonly isSupervisor: boolean
  /** the card that the tap of the command was of; null: there was none, or it was of no card */
  readonly tapped: string | null
  /** cards, of whomever, that the numbers of the command are recorded of already */
  readonly chipOf: readonly string[]
  readonly window: (on: CalendarDate) => WindowOn
  /** the clock is behind what the city last said: no window is opened by it (domain.md 5.7-21) */
  readonly clockBehind: boolean
  /** the city answers now */
  readonly online: boolean
  /** 解挂 of a card that was replaced: allowed by the school's rule (domain.md 5.7-3) */
  readonly mayReactivate: boolean
}

export const CASE_REFUSALS = [
  'pupil-unknown',
  'pupil-left',
  'pupil-still-here',
  'card-unknown',
  'in-the-future', // a day or an hour that has not come
  'lost-already', // and not earlier than known
  'card-not-active', // lost, found, broken: only a card in use
  'not-lost',
  'replaced', // a newer card took its place
  'not-replaced',
  'chip-not-proven', // the card was not laid down, or another was
  'holds-other', // the pupil has a card that is good
  'paid-already', // it is paid, or may be: production goes on
  'new-card-here', // a new card lies at school: it is handed over, none is applied for
  'not-allowed', // by the school's rule
  'needs-city', // not offline
  'needs-supervisor',
  'not-found-held',
  'card-not-returnable',
  'card-not-voidable',
  'not-two-cards',
  'application-open',
  'not-lost-nor-damaged',
  'order-open', // money may still come by another order
  'no-application',
  'not-a-draft',
  'listed', // the city has it
  'not-held',
  'not-holdable',
  'on-hold', // its card stays where it is: no hand-over, return or end of it
  'not-confirmed', // 制卡信息
  'no-fee', // it is waived
  'channel-off',
  'no-order',
  'order-not-so', // the order is in another state
  'being-paid',
  'payment-unknown', // the window closed while it was paid: until the city tells
  'window-closed',
  'clock-behind',
  'told-already',
  'amount-differs',
  'nothing-to-pay-for', // no application that a payment could be for
  'arrived-already',
  'not-arrived',
  'handed-over-already',
  'not-with-teacher',
  'chip-of-another', // the number is another card's
  'data-changed', // the card shows what is no longer so
  'nothing-to-undo',
  'changed-meanwhile',
  'somebody-elses',
  'too-late',
] as const
export type CaseRefusal = (typeof CASE_REFUSALS)[number]

export type CaseDecision =
  | { readonly kind: 'done'; readonly events: readonly CaseEvent[] }
  | { readonly kind: 'refused'; readonly why: CaseRefusal }

export const refused = (why: CaseRefusal): CaseDecision => ({ kind: 'refused', why })
export const done = (...events: readonly CaseEvent[]): CaseDecision => ({ kind: 'done', events })

/** @throws DeskError `internal`: a rule led where the table has no way */
export function moved(
  { cardId, studentId, state: from, since: fromSince, before: fromBefore }: CaseCard,
  to: CardState,
): CaseEvent {
  if (cardTransition(from, to) === null) throw noWay(`card ${from} → ${to}`)
  return { type: 'card-state-changed', cardId, studentId, from, to, fromSince, fromBefore }
}

/** @throws DeskError `internal` */
export function applicationMoved(
  { applicationId, studentId, state: from, heldFrom }: Application,
  to: ApplicationState,
): CaseEvent {
  if (!applicationMay(from, to)) throw noWay(`application ${from} → ${to}`)
  return { type: 'application-moved', applicationId, studentId, from, to, heldFrom }
}

/** @throws DeskError `internal` */
export function orderMoved(
  { orderId, studentId, state: from }: FeeOrder,
  to: OrderState,
): CaseEvent {
  if (!orderMay(from, to)) throw noWay(`order ${from} → ${to}`)
  return { type: 'order-moved', orderId, studentId, from, to }
}

const noWay = (step: string): DeskError =>
  new DeskError('internal', `There is no such step: ${step}.`)
