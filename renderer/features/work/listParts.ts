import { defineAsyncComponent, type Component } from 'vue'
import type { WorkList } from '../../../core/case/workLists.ts'

type OfLists = Readonly<Partial<Record<WorkList, Component>>>

/**
 * What can be done with a whole list, beside it: a lazy component of its own each. A list without one has no part.
 */
export const LIST_PARTS: OfLists = {
  'to-pay': defineAsyncComponent(() => import('./PaymentsPart.vue')),
  overdue: defineAsyncComponent(() => import('../papers/InquiryPart.vue')),
}

/** What takes the room of the list itself while it is done (`whole` of stores/work.ts); Esc leads back. */
export const WHOLE_LISTS: OfLists = {
  'to-pay': defineAsyncComponent(() => import('../city/PaymentFile.vue')),
}
