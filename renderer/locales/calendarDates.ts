import { weekdayOf, yearOf } from '../../core/calendar.ts'
import type { CalendarDate } from '../../core/calendarDate.ts'

/** Dates of a calendar, which stand without the time of today. */

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

const monthOf = (date: CalendarDate): number => Number(date.slice(5, 7))
const dayOf = (date: CalendarDate): number => Number(date.slice(8))

function english(date: CalendarDate, options: Intl.DateTimeFormatOptions): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(at)
}

/** 2026年10月 */
export function monthWords(year: number, month: number, language: string): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01` as CalendarDate
  return language === 'en'
    ? english(first, { month: 'long', year: 'numeric' })
    : `${year}年${month}月`
}

/** 10月, for one of a year's months */
export function monthName(month: number, language: string): string {
  const first = `2026-${String(month).padStart(2, '0')}-01` as CalendarDate
  return language === 'en' ? english(first, { month: 'long' }) : `${month}月`
}

/** 2026年10月12日 周一 */
export function fullDateWords(date: CalendarDate, language: string): string {
  return language === 'en'
    ? english(date, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).replace(
        ',',
        '',
      )
    : `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日 周${WEEKDAYS[weekdayOf(date) - 1]}`
}

/** 10月12日 */
export function monthDayWords(date: CalendarDate, language: string): string {
  return language === 'en'
    ? english(date, { day: 'numeric', month: 'short' })
    : `${monthOf(date)}月${dayOf(date)}日`
}

/** 10月12日（周一） */
export function weekdayWords(date: CalendarDate, language: string): string {
  return language === 'en'
    ? english(date, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
    : `${monthDayWords(date, language)}（周${WEEKDAYS[weekdayOf(date) - 1]}）`
}

/** 9月1日–1月22日, 10月1日–7日, 1月1日 */
export function spanWords(first: CalendarDate, last: CalendarDate, language: string): string {
  if (first === last) return monthDayWords(first, language)
  const oneMonth = first.slice(0, 7) === last.slice(0, 7)
  if (language === 'en')
    return oneMonth
      ? `${dayOf(first)}–${monthDayWords(last, language)}`
      : `${monthDayWords(first, language)} – ${monthDayWords(last, language)}`
  return `${monthDayWords(first, language)}–${oneMonth ? `${dayOf(last)}日` : monthDayWords(last, language)}`
}
