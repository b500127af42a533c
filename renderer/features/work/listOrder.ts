import type { WorkList } from '../../../core/case/workLists.ts'

/** As a case goes through them; it stands in one of them at most. */
export const STATE_LISTS = [
  'to-apply',
  'to-confirm',
  'to-pay',
  'in-production',
  'to-collect',
  'other',
] as const satisfies readonly WorkList[]

/** Of those in the others, whom somebody should look at. */
export const MARKED_LISTS = [
  'overdue',
  'uncollected',
  'exceptions',
] as const satisfies readonly WorkList[]
