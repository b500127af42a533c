import type { CaseStage } from './caseStage.ts'

/** The lists of the day. A case stands in one of the first six at most; 异常 comes beside them. */
export const WORK_LISTS = [
  'to-apply', // 待补: lost or broken, nothing applied for
  'to-confirm', // 待确认
  'to-pay', // 待支付
  'in-production', // 制作中
  'to-collect', // 待领
  'other', // 待处理: on hold, found, waiting for a supervisor
  'overdue', // 逾期, of those in production
  'uncollected', // 未领 n 天, of those to be collected
  'exceptions', // 异常
] as const
export type WorkList = (typeof WORK_LISTS)[number]

/** 未领: after so many days at school somebody is reminded (domain.md 5.7-10). */
export const UNCOLLECTED_DAYS = 30

const LIST_OF: Readonly<Record<CaseStage, WorkList>> = {
  lost: 'to-apply',
  damaged: 'to-apply',
  'found-held': 'other',
  draft: 'other',
  'awaiting-info': 'to-confirm',
  disputed: 'to-confirm',
  'paid-confirmed': 'to-confirm',
  'to-order': 'to-pay',
  'to-notify': 'to-pay',
  'awaiting-window': 'to-pay',
  payable: 'to-pay',
  paying: 'to-pay',
  'paid-claimed': 'to-pay',
  'payment-unknown': 'to-pay',
  'to-be-listed': 'in-production',
  listed: 'in-production',
  'in-production': 'in-production',
  'card-failed': 'in-production',
  shipped: 'in-production',
  arrived: 'to-collect',
  'with-teacher': 'to-collect',
  'on-hold': 'other',
  left: 'other',
}

export interface Filed {
  /** null: nothing is open, though something is wrong */
  readonly stage: CaseStage | null
  /** working days behind the promised day; 0: in time, or not in production */
  readonly overdueBy: number
  /** days the card lies at school; null: it does not */
  readonly daysHere: number | null
  readonly exceptions: number
}

/** Every list a case stands in. */
export function listsOf({ stage, overdueBy, daysHere, exceptions }: Filed): readonly WorkList[] {
  return [
    ...(stage === null ? [] : [LIST_OF[stage]]),
    ...(overdueBy > 0 ? (['overdue'] as const) : []),
    ...((daysHere ?? 0) >= UNCOLLECTED_DAYS ? (['uncollected'] as const) : []),
    ...(exceptions > 0 ? (['exceptions'] as const) : []),
  ]
}
