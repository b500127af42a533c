import { defineAsyncComponent } from 'vue'
import type { RollPart } from '../../stores/roll.ts'
import RollStart from './RollStart.vue'

/** What stands in the screen of the roll while no file is chosen, a part each. */
export const ROLL_PAGES = {
  roll: RollStart,
  year: defineAsyncComponent(() => import('../schoolYear/SchoolYearPage.vue')),
  newCards: defineAsyncComponent(() => import('../newCards/NewCards.vue')),
  names: defineAsyncComponent(() => import('../names/NamesToCheck.vue')),
} as const satisfies Readonly<Record<RollPart, unknown>>
