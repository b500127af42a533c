import { daysBetween } from './calendar.ts'
import type { CalendarDate } from './calendarDate.ts'
import { sameTerm, startOf, type TermDays } from './term.ts'

/** Why a term may not be entered. */
export type TermFault =
  /** its last day is not after its first */
  | { readonly kind: 'order' }
  /** not in the months such a term can lie in */
  | { readonly kind: 'outside'; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: 'length'; readonly days: number }
  | { readonly kind: 'overlaps'; readonly with: TermDays }

/** A term of 130–150 days is usual; between the plague years' shortest and their longest all is taken. */
const LEAST_DAYS = 60
const MOST_DAYS = 200

const BOUNDS: Readonly<Record<1 | 2, readonly [first: string, last: string]>> = {
  1: ['08-01', '02-28'],
  2: ['01-15', '08-31'],
}

/** null: it may be entered, in the place of the same term where there is one. */
export function termFault(term: TermDays, terms: readonly TermDays[]): TermFault | null {
  if (term.last <= term.first) return { kind: 'order' }
  const [from, to] = boundsOf(term)
  if (term.first < from || term.last > to) return { kind: 'outside', from, to }
  const days = daysBetween(term.first, term.last) + 1
  if (days < LEAST_DAYS || days > MOST_DAYS) return { kind: 'length', days }
  const other = terms.find((one) => collide(one, term))
  return other === undefined ? null : { kind: 'overlaps', with: other }
}

function boundsOf(term: TermDays): readonly [CalendarDate, CalendarDate] {
  const [first, last] = BOUNDS[term.half]
  const [autumn, spring] = [startOf(term), startOf(term) + 1]
  const from = `${term.half === 1 ? autumn : spring}-${first}`
  return [from as CalendarDate, `${spring}-${last}` as CalendarDate]
}

/** Terms of two stages may lie over each other, and a stage's own over the same one of the school. */
function collide(one: TermDays, other: TermDays): boolean {
  if (sameTerm(one, other)) return false
  const apart = one.stage !== null && other.stage !== null && one.stage !== other.stage
  const sameHalf = one.schoolYear === other.schoolYear && one.half === other.half
  if (apart || sameHalf) return false
  return one.first <= other.last && other.first <= one.last
}
