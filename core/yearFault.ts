import { isWeekend, yearOf, type CalendarDay } from './calendar.ts'
import type { CalendarDate } from './calendarDate.ts'

/** Why a table may not count as a year's. */
export type YearFault =
  /** nothing is in it */
  | { readonly kind: 'empty' }
  | { readonly kind: 'other-year'; readonly date: CalendarDate }
  | { readonly kind: 'twice'; readonly date: CalendarDate }
  /** a weekday is worked anyway: the date is wrong */
  | { readonly kind: 'work-on-weekday'; readonly date: CalendarDate }
  /** a day that is off in every year is not: half of the table is missing */
  | { readonly kind: 'fixed-day-missing'; readonly date: CalendarDate }
  | { readonly kind: 'too-few'; readonly days: number }

/** Off on their date in every year: 全国年节及纪念日放假办法, article 2. */
const FIXED = ['01-01', '05-01', '10-01']
/** All the law gives together, before 2025; half a table has fewer. */
const LEAST_DAYS_OFF = 11
/** A notice may begin its new year in these last days of December. */
const FROM_DECEMBER = '12-25'

/** null: it may count. What may be wrong is told one at a time, the first first. */
export function yearFault(year: number, days: readonly CalendarDay[]): YearFault | null {
  if (days.length === 0) return { kind: 'empty' }
  const outside = days.find(({ date }) => !mayBeOf(year, date))
  if (outside !== undefined) return { kind: 'other-year', date: outside.date }
  const seen = new Set<CalendarDate>()
  for (const { date } of days) {
    if (seen.has(date)) return { kind: 'twice', date }
    seen.add(date)
  }
  const wrong = days.find(({ date, kind }) => kind === 'work' && !isWeekend(date))
  if (wrong !== undefined) return { kind: 'work-on-weekday', date: wrong.date }
  const off = new Set(days.filter(({ kind }) => kind === 'off').map(({ date }) => date))
  const missing = FIXED.map((day) => `${year}-${day}` as CalendarDate).find((day) => !off.has(day))
  if (missing !== undefined) return { kind: 'fixed-day-missing', date: missing }
  return off.size < LEAST_DAYS_OFF ? { kind: 'too-few', days: off.size } : null
}

function mayBeOf(year: number, date: CalendarDate): boolean {
  return yearOf(date) === year || (yearOf(date) === year - 1 && date.slice(5) >= FROM_DECEMBER)
}
