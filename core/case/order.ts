import {
  applicationIn,
  hasLeft,
  isConfirmedPaid,
  liveOrder,
  orderIn,
  type CaseState,
} from './caseState.ts'
import type { CaseCommands } from './commands.ts'
import { done, orderMoved, refused, type CaseContext, type CaseDecision } from './decided.ts'
import { deskMay } from './feeOrder.ts'
import { isPastWindow } from './pastWindow.ts'

/** 登记缴费: blocked until 制卡信息 is confirmed; never a second order while money may come by one. */
export function openOrder(
  state: CaseState,
  { orderId, applicationId, studentId, channel }: CaseCommands['order.opened'],
): CaseDecision {
  const application = applicationIn(state, applicationId)
  if (application?.state !== 'SUBMITTED' || application.reissue === null)
    return refused('no-application')
  if (hasLeft(state)) return refused('pupil-left')
  const { fee } = application.reissue
  if (fee.fen === 0) return refused('no-fee')
  if (channel === 'cash_agent') return refused('channel-off')
  if (liveOrder(state) !== null) return refused('order-open')
  if (isConfirmedPaid(state, application)) return refused('paid-already')
  if (state.standing?.kind !== 'confirmed') return refused('not-confirmed')
  return done({ type: 'order-opened', orderId, applicationId, studentId, fee, channel })
}

/** 已通知, 未付成, 继续缴费, 结果不明, 取消订单. */
export function moveOrder(
  state: CaseState,
  { orderId, to }: CaseCommands['order.moved'],
  context: CaseContext,
): CaseDecision {
  const order = orderIn(state, orderId)
  if (order === null) return refused('no-order')
  if (to !== 'UNKNOWN' && isPastWindow(order, context)) return refused('payment-unknown')
  if (to === 'CANCELLED' && order.state === 'PAYING') return refused('being-paid')
  if (!deskMay(order.state, to)) return refused('order-not-so')
  if (to !== 'PAYING') return done(orderMoved(order, to))
  if (hasLeft(state)) return refused('pupil-left')
  const { today, window, clockBehind } = context
  if (clockBehind) return refused('clock-behind')
  if (window(today) !== 'open') return refused('window-closed')
  // Another name since the confirmation: it is shown and confirmed anew before anybody pays (domain.md 5.5).
  if (state.standing?.kind !== 'confirmed') return refused('not-confirmed')
  return done(orderMoved(order, 'PAYING'))
}

/** 【已完成支付】 is a claim: of a day on which it could be paid. Whether it was, the city tells. */
export function claimPayment(
  state: CaseState,
  { orderId, studentId, paidOn }: CaseCommands['order.claimed'],
  context: CaseContext,
): CaseDecision {
  const { today, window } = context
  const order = orderIn(state, orderId)
  if (order === null) return refused('no-order')
  if (isPastWindow(order, context)) return refused('payment-unknown')
  if (!deskMay(order.state, 'USER_DONE')) return refused('order-not-so')
  if (paidOn > today) return refused('in-the-future')
  // Where only an announcement could tell, the parent may know it and the desk not.
  if (window(paidOn) === 'closed') return refused('window-closed')
  return done(orderMoved(order, 'USER_DONE'), {
    ...{ type: 'payment-claimed', orderId, studentId, paidOn },
  })
}
