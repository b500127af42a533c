import { sameDays, type AnnouncementDays } from '../../../core/announcement.ts'
import { yearOf, type CalendarYear } from '../../../core/calendar.ts'
import type { CalendarDate } from '../../../core/calendarDate.ts'
import type { CalendarView } from '../../../core/calendarRequests.ts'
import { sameTerm, type TermDays } from '../../../core/term.ts'
import type { CalendarSource } from './monthWeeks.ts'

/** What is being typed and not stored yet: the calendar shows it, and says so. */
export type Typed =
  | { readonly of: 'year'; readonly table: CalendarYear }
  | { readonly of: 'term'; readonly term: TermDays }
  | { readonly of: 'announcement'; readonly days: AnnouncementDays }

export function withTyped(view: CalendarView, typed: Typed | null): CalendarSource {
  if (typed === null) return view
  if (typed.of === 'year') {
    const others = view.years.filter(({ year }) => year !== typed.table.year)
    return { ...view, years: [...others, typed.table] }
  }
  if (typed.of === 'term') {
    const others = view.terms.filter((term) => !sameTerm(term, typed.term))
    return { ...view, terms: [...others, typed.term] }
  }
  const others = view.announcements.filter((one) => !sameDays(one, typed.days))
  const announcement = { ...typed.days, source: '', enteredAt: 0, enteredBy: null }
  return { ...view, announcements: [...others, announcement] }
}

/** The next year's notice appears early in November; from then on its absence is said. */
const NOTICE_APPEARS = '11-01'

/** Years whose days off should be known and are not: the one shown, this one, in time the next. */
export function missingYears(
  shown: number,
  today: CalendarDate,
  years: readonly CalendarYear[],
): readonly number[] {
  const now = yearOf(today)
  const wanted = [shown, now, ...(today.slice(5) >= NOTICE_APPEARS ? [now + 1] : [])]
  return [...new Set(wanted)]
    .filter((year) => !years.some((table) => table.year === year))
    .toSorted((a, b) => a - b)
}
