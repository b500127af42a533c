import type { CalendarDate, EpochMs } from '../calendarDate.ts'
import type { Fee } from './fee.ts'

/** 缴费订单 (domain.md 5.4). The desk takes no money: it knows what was claimed, and what the city confirmed. */
export type OrderState =
  | 'CREATED' // 待通知: the parent does not know yet
  | 'PENDING' // 待支付
  | 'PAYING' // 支付中
  | 'USER_DONE' // 已完成支付, says the parent: a claim
  | 'UNKNOWN' // 结果不明: nobody knows until the city tells
  | 'CONFIRMED' // 已到账, says the city
  | 'FAILED' // 支付失败, says the city
  | 'CANCELLED' // 已取消
  | 'REFUND_PENDING' // 待退款: paid twice, or for nothing
  | 'REFUNDED' // 已退款

/** By whose hands it is paid. `cash_agent` is off: the desk never takes money silently (domain.md 5.4). */
export const CHANNELS = ['app', 'desk_assisted', 'cash_agent'] as const
export type Channel = (typeof CHANNELS)[number]

export interface FeeOrder {
  readonly orderId: string
  readonly applicationId: string
  readonly studentId: string
  readonly state: OrderState
  readonly stateAt: EpochMs
  readonly fee: Fee
  readonly channel: Channel
  readonly openedAt: EpochMs
  readonly openedBy: string | null
  /** 支付日期, as it was claimed or as the city told; null: neither */
  readonly paidOn: CalendarDate | null
  /** the city's number of the payment; null: it has told none */
  readonly cityNo: string | null
  /** the city's number of its refund, often the payment's; null: none was told */
  readonly refundNo: string | null
}

type By = 'desk' | 'city'

interface OrderTransition {
  readonly from: OrderState
  readonly to: OrderState
  readonly by: By
}

const steps = (by: By, from: readonly OrderState[], ...to: readonly OrderState[]) =>
  from.flatMap((one) => to.map((other): OrderTransition => ({ from: one, to: other, by })))

/** No money is known to have come, and it may still come by this order. */
export const LIVE: readonly OrderState[] = ['CREATED', 'PENDING', 'PAYING', 'USER_DONE', 'UNKNOWN']

/** Somebody is paying, has paid, or may have: nothing that needs "unpaid" is done. */
export const MAYBE_PAID: readonly OrderState[] = ['PAYING', 'USER_DONE', 'UNKNOWN', 'CONFIRMED']

/**
 * What is not here cannot happen. The city may confirm what was cancelled or failed here: a parent paid all the
 * same, and its word is the money's.
 */
export const ORDER_TRANSITIONS: readonly OrderTransition[] = [
  ...steps('desk', ['CREATED'], 'PENDING'),
  ...steps('desk', ['CREATED', 'PENDING'], 'PAYING', 'USER_DONE', 'CANCELLED'),
  ...steps('desk', ['PAYING'], 'PENDING', 'USER_DONE', 'UNKNOWN'),
  ...steps('desk', ['USER_DONE'], 'UNKNOWN'),
  ...steps('city', LIVE, 'CONFIRMED', 'FAILED'),
  ...steps('city', ['CREATED', 'PENDING', 'PAYING', 'USER_DONE'], 'UNKNOWN'),
  ...steps('city', ['CANCELLED', 'FAILED'], 'CONFIRMED'),
  ...steps('city', ['CONFIRMED'], 'REFUND_PENDING'),
  ...steps('city', ['REFUND_PENDING'], 'REFUNDED'),
]

export function orderMay(from: OrderState, to: OrderState): boolean {
  return ORDER_TRANSITIONS.some((one) => one.from === from && one.to === to)
}

/** By hand at the desk, without the city's word. */
export function deskMay(from: OrderState, to: OrderState): boolean {
  return ORDER_TRANSITIONS.some((one) => one.by === 'desk' && one.from === from && one.to === to)
}
