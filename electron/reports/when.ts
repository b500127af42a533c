import { beijingDate, type EpochMs } from '../../core/calendarDate.ts'
import type { Language } from '../../core/settings.ts'

/** How a report writes days and times, always Beijing's. */
export interface When {
  /** 2026年10月12日 */
  day(at: EpochMs): string
  /** 2026年10月12日 08:02 */
  time(at: EpochMs): string
  /** @param month YYYY-MM → 2026年10月 */
  month(month: string): string
}

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

export function when(language: Language): When {
  const day = language === 'en' ? englishDay : chineseDay
  const month = language === 'en' ? englishMonth : chineseMonth
  return {
    day: (at) => day(beijingDate(at)),
    time: (at) => `${day(beijingDate(at))} ${clock(at)}`,
    month,
  }
}

function clock(at: EpochMs): string {
  return new Date(at + BEIJING_OFFSET_MS).toISOString().slice(11, 16)
}

function chineseDay(date: string): string {
  return `${chineseMonth(date)}${Number(date.slice(8, 10))}日`
}

function chineseMonth(date: string): string {
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月`
}

function englishDay(date: string): string {
  return `${Number(date.slice(8, 10))} ${englishMonth(date)}`
}

function englishMonth(date: string): string {
  return `${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`
}
