import { useI18n } from 'vue-i18n'
import type { CalendarDate, EpochMs } from '../../core/calendarDate.ts'
import { ageOf, dateWords, dayWords, timeWords } from '../locales/dates.ts'
import { useNow } from './useNow.ts'

/** Dates and times in the words of the screen's language, by the desk's clock. */
export function useDates() {
  const { t, locale } = useI18n()
  const now = useNow()
  return {
    now,
    /** 10月12日 周一 */
    day: (at: EpochMs) => dayWords(at, locale.value, now.value),
    /** 2029年7月15日 */
    date: (date: CalendarDate) => dateWords(date, locale.value),
    /** 08:02 */
    time: (at: EpochMs) => timeWords(at),
    /** 2 小时前 */
    age: (at: EpochMs) => {
      const { unit, count } = ageOf(at, now.value)
      return t(`age.${unit}`, { n: count }, count)
    },
  }
}
