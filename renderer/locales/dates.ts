import type { CalendarDate, EpochMs } from '../../core/calendarDate.ts'

const ZONE = 'Asia/Shanghai'
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
}

const NUMBERS = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' })
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
})

function partsOf(at: EpochMs): Parts {
  const [year, month, day] = NUMBERS.format(at).split('-').map(Number) as [number, number, number]
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
}

function english(at: EpochMs, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options }).format(at)
}

/** 10月12日 周一; with its year, without the weekday, when that is not this year. */
export function dayWords(at: EpochMs, language: string, now: EpochMs): string {
  const parts = partsOf(at)
  if (parts.year !== partsOf(now).year) return longWords(at, language)
  return language === 'en'
    ? english(at, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
    : `${parts.month}月${parts.day}日 周${WEEKDAYS[parts.weekday]}`
}

/** 2029年7月15日 */
export function dateWords(date: CalendarDate, language: string): string {
  return longWords(beginningOf(date), language)
}

/** The first moment of a day in Beijing. */
export function beginningOf(date: CalendarDate): EpochMs {
  return Date.parse(`${date}T00:00:00+08:00`)
}

function longWords(at: EpochMs, language: string): string {
  const parts = partsOf(at)
  return language === 'en'
    ? english(at, { day: 'numeric', month: 'short', year: 'numeric' })
    : `${parts.year}年${parts.month}月${parts.day}日`
}

/** 08:02 */
export function timeWords(at: EpochMs): string {
  return TIME.format(at)
}

export interface Age {
  readonly unit: 'now' | 'minutes' | 'hours' | 'days'
  readonly count: number
}

const MINUTE = 60_000

/** How long ago, in the largest whole unit; a moment in the future counts as now. */
export function ageOf(at: EpochMs, now: EpochMs): Age {
  const minutes = Math.floor((now - at) / MINUTE)
  if (minutes < 1) return { unit: 'now', count: 0 }
  if (minutes < 60) return { unit: 'minutes', count: minutes }
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) }
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) }
}
