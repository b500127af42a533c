import { addDays, beijingDate, type CalendarDate } from '../calendarDate.ts'
import type { CaseState } from './caseState.ts'
import type { WindowOn } from './decided.ts'
import type { FeeOrder } from './feeOrder.ts'

/** A day, and when the fee may be paid. */
interface Day {
  readonly today: CalendarDate
  readonly window: (on: CalendarDate) => WindowOn
}

/** The window closed while the parent paid: what came of it only the city can tell (domain.md 5.7-14). */
export function isPastWindow({ state, stateAt }: FeeOrder, { today, window }: Day): boolean {
  if (state !== 'PAYING') return false
  let day = addDays(beijingDate(stateAt), 1)
  while (day <= today && window(day) === 'open') day = addDays(day, 1)
  return day <= today
}

/**
 * The case as it stands on a day, for whoever looks at it: the clock writes no row (domain.md 5.3). An act is
 * decided by what is written.
 */
export function caseOn(state: CaseState, day: Day): CaseState {
  if (!state.orders.some((order) => isPastWindow(order, day))) return state
  const orders = state.orders.map((order) =>
    isPastWindow(order, day) ? { ...order, state: 'UNKNOWN' as const } : order,
  )
  return { ...state, orders }
}
