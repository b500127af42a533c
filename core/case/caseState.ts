import type { Application } from '../application.ts'
import type { EpochMs } from '../calendarDate.ts'
import type { CardState } from '../card.ts'
import type { ConfirmationStanding } from '../confirmation.ts'
import type { Enrolment } from '../student.ts'
import { isOver } from './applicationStates.ts'
import { LIVE, MAYBE_PAID, type FeeOrder } from './feeOrder.ts'

export interface CaseCard {
  readonly cardId: string
  readonly studentId: string
  readonly state: CardState
  /** since when; of a loss, the earliest report */
  readonly since: EpochMs
  /** what it was before; null: nobody knows, or it was just made */
  readonly before: CardState | null
}

/** All that an act on a pupil's card, application or money is decided by. */
export interface CaseState {
  readonly studentId: string
  /** null: not a pupil of the own school, or without 教育ID */
  readonly pupil: { readonly enrolment: Enrolment } | null
  /** all cards the pupil has or had */
  readonly cards: readonly CaseCard[]
  /** oldest first */
  readonly applications: readonly Application[]
  /** oldest first */
  readonly orders: readonly FeeOrder[]
  /** 制卡信息 of the open application; null: none is open */
  readonly standing: ConfirmationStanding | null
}

export function cardIn({ cards }: CaseState, cardId: string): CaseCard | null {
  return cards.find((card) => card.cardId === cardId) ?? null
}

/** The application that is not over; null: none. */
export function openApplicationIn({ applications }: CaseState): Application | null {
  return applications.find(({ state }) => !isOver(state)) ?? null
}

export function applicationIn({ applications }: CaseState, id: string): Application | null {
  return applications.find(({ applicationId }) => applicationId === id) ?? null
}

export function orderIn({ orders }: CaseState, id: string): FeeOrder | null {
  return orders.find(({ orderId }) => orderId === id) ?? null
}

export function ordersFor({ orders }: CaseState, { applicationId }: Application) {
  return orders.filter((order) => order.applicationId === applicationId)
}

/** The order money may still come by; null: none. */
export function liveOrder({ orders }: CaseState): FeeOrder | null {
  return orders.find(({ state }) => LIVE.includes(state)) ?? null
}

/** Somebody is paying for it, has paid, or may have. */
export function isMaybePaid(state: CaseState, application: Application): boolean {
  return ordersFor(state, application).some((order) => MAYBE_PAID.includes(order.state))
}

export function isConfirmedPaid(state: CaseState, application: Application): boolean {
  return ordersFor(state, application).some((order) => order.state === 'CONFIRMED')
}

/** The cards of the pupil that prove something; by the desk's own acts never more than one. */
export const activeCards = ({ cards }: CaseState): readonly CaseCard[] =>
  cards.filter(({ state }) => state === 'ACTIVE')

/** The card that is made for an application, or that came for it; null: none yet. */
export const cardFor = (state: CaseState, { cardId }: Application): CaseCard | null =>
  cardId === null ? null : cardIn(state, cardId)

/** The card lies at school, or the class teacher has it. */
export const isHere = (card: CaseCard | null): boolean =>
  card?.state === 'ARRIVED' || card?.state === 'WITH_TEACHER'

/** On another school's roll now, or on none. */
export const hasLeft = ({ pupil }: CaseState): boolean => pupil?.enrolment.kind === 'left'

/** Something was confirmed for the card, and the roll says otherwise by now: 卡面将为旧名 (domain.md 5.7-16). */
export const dataChanged = ({ standing }: CaseState): boolean =>
  standing?.kind === 'pending' && standing.after !== null
