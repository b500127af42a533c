import { computed, ref } from 'vue'
import { CALENDAR_YEARS, yearOf } from '../../../core/calendar.ts'
import { beijingDate, type CalendarDate } from '../../../core/calendarDate.ts'
import { useNow } from '../../composables/useNow.ts'

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Which month or year is looked at; at first the month of today. */
export function useCalendarPeriod() {
  const now = useNow()
  const today = computed(() => beijingDate(now.value))
  const mode = ref<'month' | 'year'>('month')
  const year = ref(0)
  const month = ref(0)
  toToday()

  function show(wanted: number): void {
    year.value = Math.min(Math.max(wanted, CALENDAR_YEARS.least), CALENDAR_YEARS.most)
  }

  function toToday(): void {
    toMonthOf(today.value)
  }

  function toMonthOf(date: CalendarDate): void {
    show(yearOf(date))
    month.value = Number(date.slice(5, 7))
  }

  /** @param by 1: the next month or year; -1: the one before */
  function step(by: 1 | -1): void {
    if (mode.value === 'year') return show(year.value + by)
    const months = year.value * 12 + month.value - 1 + by
    show(Math.floor(months / 12))
    month.value = (months % 12) + 1
  }

  function showMonth(wanted: number): void {
    month.value = wanted
    mode.value = 'month'
  }

  function showYear(wanted: number): void {
    show(wanted)
    mode.value = 'year'
  }

  /** the month a day lies in */
  function showDay(date: CalendarDate): void {
    toMonthOf(date)
    mode.value = 'month'
  }

  return { today, mode, year, month, step, toToday, showMonth, showYear, showDay }
}
