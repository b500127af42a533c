import type { CaseRefusal } from './case/decided.ts'
import type { CaseEvent } from './case/events.ts'
import type { CityTrouble } from './cityTrouble.ts'

/** What becomes of a payment the city tells of. */
export const PAYMENT_OUTCOMES = [
  'begins', // 到账，制卡开始
  'confirmed', // 到账; 制卡信息 is not confirmed yet, or the card is made already
  'refund-due', // 第二笔, or for what is over: 待退款
  'failed',
  'unknown',
  'refunded',
  'told-already', // nothing changes
  'amount-differs',
  'nobody', // 查无此人
  'no-application', // 没有补卡申请
  'no-order', // it failed or was given back, and nothing here was paid for
  'contradicts', // 教育ID and the city's number are of two pupils
  'not-taken', // another rule is against it
  'unreadable',
] as const
export type PaymentOutcome = (typeof PAYMENT_OUTCOMES)[number]

/** Something comes of it. */
export const TAKEN: readonly PaymentOutcome[] = [
  ...(['begins', 'confirmed', 'refund-due', 'failed', 'unknown', 'refunded'] as const),
]

/** Nothing comes of it now, and nobody has said so before: it is kept until it is settled. */
export const isKept = (outcome: PaymentOutcome): boolean =>
  outcome !== 'told-already' && !TAKEN.includes(outcome)

/** Kept, and why: an outcome, or what is wrong with the line. */
export type KeptWhy = Exclude<PaymentOutcome, 'unreadable'> | CityTrouble

export function outcomeOf(events: readonly CaseEvent[]): PaymentOutcome {
  const to = events.flatMap((event) => (event.type === 'order-moved' ? [event.to] : [])).at(-1)
  if (events.some(({ type }) => type === 'production-begun')) return 'begins'
  switch (to) {
    case 'REFUND_PENDING':
      return 'refund-due'
    case 'REFUNDED':
      return 'refunded'
    case 'FAILED':
      return 'failed'
    case 'UNKNOWN':
      return 'unknown'
    default:
      return 'confirmed'
  }
}

export function outcomeOfRefusal(why: CaseRefusal): PaymentOutcome {
  switch (why) {
    case 'told-already':
    case 'amount-differs':
    case 'no-order':
      return why
    case 'nothing-to-pay-for':
      return 'no-application'
    case 'pupil-unknown':
      return 'nobody'
    default:
      return 'not-taken'
  }
}
