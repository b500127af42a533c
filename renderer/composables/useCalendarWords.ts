import { useI18n } from 'vue-i18n'
import type { AnnouncementDays } from '../../core/announcement.ts'
import { assertNever } from '../../core/assertNever.ts'
import { yearOf } from '../../core/calendar.ts'
import { readCalendarAbout, type CalendarChange } from '../../core/calendarAbout.ts'
import type { CalendarDate } from '../../core/calendarDate.ts'
import type { Stage, TermKey } from '../../core/term.ts'
import {
  fullDateWords,
  monthDayWords,
  monthName,
  monthWords,
  spanWords,
  weekdayWords,
} from '../locales/calendarDates.ts'
import { listing } from '../locales/listing.ts'

/** Years, terms and holidays in the words of the screen's language. */
export function useCalendarWords() {
  const { t, te, locale } = useI18n()

  /** 国庆节、中秋节, as the notice writes it; on an English screen as the English know them */
  function holiday(name: string): string {
    const words = name.split('、').map((one) => {
      const key = `calendar.holiday.${one}`
      return te(key) ? t(key) : one
    })
    return listing(words, locale.value)
  }

  /** 9月1日–1月22日 */
  const span = (first: CalendarDate, last: CalendarDate): string =>
    spanWords(first, last, locale.value)

  const stage = (of: Stage | null): string => t(`calendar.stage.${of ?? 'all'}`)

  /** 2026–2027学年 */
  const schoolYear = (of: string): string =>
    t('calendar.schoolYear', { year: of.replace('-', '–') })

  /** 2026–2027学年第一学期（高中） */
  function term({ schoolYear: year, half, stage: of }: TermKey): string {
    const words = t('calendar.termName', {
      year: year.replace('-', '–'),
      half: t(`calendar.half.${half}`),
    })
    return of === null ? words : t('calendar.stageOf', { words, stage: stage(of) })
  }

  /** 2026年2月9日–11日 */
  const announcedDays = ({ from, to }: AnnouncementDays): string =>
    t('calendar.announcements.days', { year: yearOf(from), days: span(from, to) })

  const announcement = (days: AnnouncementDays): string =>
    t('calendar.announcementOf', { days: announcedDays(days) })

  function changed(change: CalendarChange): string {
    switch (change.of) {
      case 'year':
        return t('calendar.tableOf', { year: change.year })
      case 'term':
        return term(change.term)
      case 'announcement':
        return announcement(change.days)
      default:
        return assertNever(change)
    }
  }

  /** What a row of the log says was changed; null where a newer desk wrote what this page does not know. */
  function changeWords(about: string): string | null {
    const change = readCalendarAbout(about)
    if (change === null) return null
    const what = changed(change)
    return change.dropped ? t('calendar.dropped', { what }) : what
  }

  return {
    ...{ holiday, stage, schoolYear, term, span, changeWords, announcedDays, announcement },
    yearName: (year: number) => t('calendar.yearName', { year }),
    /** 2026年10月 */
    month: (year: number, month: number) => monthWords(year, month, locale.value),
    monthName: (month: number) => monthName(month, locale.value),
    /** 2026年10月12日 周一 */
    date: (date: CalendarDate) => fullDateWords(date, locale.value),
    /** 10月12日（周一） */
    weekday: (date: CalendarDate) => weekdayWords(date, locale.value),
    monthDay: (date: CalendarDate) => monthDayWords(date, locale.value),
  }
}
