import type { Application } from '../application.ts'
import {
  applicationIn,
  isConfirmedPaid,
  liveOrder,
  openApplicationIn,
  orderIn,
  type CaseState,
} from './caseState.ts'
import type { CaseCommands } from './commands.ts'
import { done, orderMoved, refused, type CaseDecision } from './decided.ts'
import { applyCase } from './applyCase.ts'
import type { CaseEvent } from './events.ts'
import { feeOn, type Fee } from './fee.ts'
import { orderMay, type FeeOrder } from './feeOrder.ts'
import { beginProduction } from './orderedCard.ts'

type Told = CaseCommands['payment.told']

/**
 * What the city says of a payment. It can never be wrong about money that came: a second payment stands beside
 * the first and waits for its refund (sync.md 5.4), and one for an application that is over likewise.
 */
export function takePayment(state: CaseState, told: Told): CaseDecision {
  const order = told.result === 'refunded' ? refundedOrder(state, told) : orderFor(state, told)
  const { result, fen } = told
  if (order === null && result !== 'paid') return refused('no-order')
  const application = applicationOf(state, order)
  if (application === null || application.reissue === null) return refused('nothing-to-pay-for')
  if (result === 'paid' && fen !== feeOf(order, application, told).fen)
    return refused('amount-differs')
  return result === 'paid' ? paid(state, application, order, told) : otherwise(order, told)
}

/**
 * The order with the city's number, else the one money may come by, else one the desk gave up of the application
 * that is to be paid for: what was given up for an earlier one is not what is paid now.
 */
function orderFor(state: CaseState, { cityNo }: Told): FeeOrder | null {
  const named = state.orders.find((order) => order.cityNo === cityNo)
  if (named !== undefined) return named
  const target = toBePaidFor(state)
  const givenUp = state.orders.findLast(
    ({ applicationId, state: of, cityNo: no }) =>
      applicationId === target?.applicationId &&
      no === null &&
      (of === 'CANCELLED' || of === 'FAILED'),
  )
  return liveOrder(state) ?? givenUp ?? null
}

/**
 * The order with the number of the payment or of its refund, else the only one that waits for a refund: the city may
 * number a refund anew. Of several, which one is for somebody to find out.
 */
function refundedOrder({ orders }: CaseState, { cityNo }: Told): FeeOrder | null {
  const named = orders.find((order) => order.cityNo === cityNo || order.refundNo === cityNo)
  const [due = null, another] = orders.filter(({ state }) => state === 'REFUND_PENDING')
  return named ?? (another === undefined ? due : null)
}

function applicationOf(state: CaseState, order: FeeOrder | null): Application | null {
  return order === null ? toBePaidFor(state) : applicationIn(state, order.applicationId)
}

/** As it was when the order, or else the application, was made; of a free one, as it is on the day of the payment. */
function feeOf(order: FeeOrder | null, { reissue }: Application, { on }: Told): Fee {
  const fee = order?.fee ?? reissue?.fee
  return fee === undefined || fee.fen === 0 ? feeOn(on) : fee
}

/** The open 补卡, else the last one there was; null: there was none. */
function toBePaidFor(state: CaseState): Application | null {
  const open = openApplicationIn(state)
  if (open !== null && open.reissue !== null) return open
  return state.applications.findLast(({ kind }) => kind === 'reissue') ?? null
}

function paid(
  state: CaseState,
  application: Application,
  order: FeeOrder | null,
  told: Told,
): CaseDecision {
  if (order !== null && !orderMay(order.state, 'CONFIRMED')) return refused('told-already')
  const { studentId, orderId, on } = told
  const first: readonly CaseEvent[] =
    order === null
      ? [
          {
            ...{
              type: 'order-opened',
              orderId,
              applicationId: application.applicationId,
              studentId,
            },
            ...{ fee: feeOf(order, application, told), channel: 'app' },
          },
        ]
      : []
  const opened = after(state, first)
  const mine = orderIn(opened, order?.orderId ?? orderId)
  if (mine === null) return refused('no-order')
  const twice = isConfirmedPaid(state, application) || !isWaitingForMoney(application)
  const events: CaseEvent[] = [...first, payment(mine, told), orderMoved(mine, 'CONFIRMED')]
  const confirmed = { ...mine, state: 'CONFIRMED' as const }
  if (twice) events.push(orderMoved(confirmed, 'REFUND_PENDING'))
  else events.push(...beginProduction(after(state, events), application, on))
  return done(...events)
}

/** Paid for what is over, or was free from the first: the money has to go back. */
const isWaitingForMoney = ({ state, reissue }: Application): boolean =>
  !['WITHDRAWN', 'REJECTED', 'EXPIRED_UNPAID'].includes(state) && reissue?.fee.fen !== 0

function otherwise(order: FeeOrder | null, told: Told): CaseDecision {
  if (order === null) return refused('no-order')
  switch (told.result) {
    case 'failed':
    case 'unknown': {
      const to = told.result === 'failed' ? 'FAILED' : 'UNKNOWN'
      if (!orderMay(order.state, to)) return refused('told-already')
      return done(payment(order, told), orderMoved(order, to))
    }
    default: {
      const due: readonly CaseEvent[] =
        order.state === 'CONFIRMED' ? [orderMoved(order, 'REFUND_PENDING')] : []
      if (due.length === 0 && order.state !== 'REFUND_PENDING') return refused('told-already')
      const pending = { ...order, state: 'REFUND_PENDING' as const }
      return done(payment(order, told), ...due, orderMoved(pending, 'REFUNDED'))
    }
  }
}

function payment({ orderId, studentId }: FeeOrder, { result, cityNo, on }: Told): CaseEvent {
  return { type: 'payment-told', orderId, studentId, result, cityNo, on }
}

/** Whose hand it was is no part of a decision: only the states are looked at. */
const after = (state: CaseState, events: readonly CaseEvent[]): CaseState =>
  events.reduce((now, event) => applyCase(now, event, { at: 0, operatorId: null }), state)
