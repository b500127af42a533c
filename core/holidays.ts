import type { CalendarDay } from './calendar.ts'
import { addDays, type CalendarDate } from './calendarDate.ts'

/** One holiday as a notice tells it. */
export interface Holiday {
  readonly name: string | null
  /** first and last day off */
  readonly first: CalendarDate
  readonly last: CalendarDate
  /** Saturdays and Sundays worked to make up for them */
  readonly work: readonly CalendarDate[]
}

/** Every day of these holidays, by date. */
export function daysOfHolidays(holidays: readonly Holiday[]): readonly CalendarDay[] {
  return holidays
    .flatMap(({ name, first, last, work }) => [
      ...range(first, last).map((date) => ({ date, kind: 'off', name }) as const),
      ...work.map((date) => ({ date, kind: 'work', name: null }) as const),
    ])
    .toSorted(byDate)
}

/** The days off as they lie together: days that follow each other under one name are one holiday. */
export function holidaysOf(days: readonly CalendarDay[]): readonly Omit<Holiday, 'work'>[] {
  const off = days.filter(({ kind }) => kind === 'off').toSorted(byDate)
  return off.reduce<readonly Omit<Holiday, 'work'>[]>((found, { date, name }) => {
    const last = found.at(-1)
    const goesOn = last?.name === name && addDays(last.last, 1) === date
    return goesOn
      ? [...found.slice(0, -1), { ...last, last: date }]
      : [...found, { name, first: date, last: date }]
  }, [])
}

/** From one day to another, both included; none where they stand the wrong way round. */
export function range(first: CalendarDate, last: CalendarDate): readonly CalendarDate[] {
  const days: CalendarDate[] = []
  for (let date = first; date <= last; date = addDays(date, 1)) days.push(date)
  return days
}

const byDate = (a: CalendarDay, b: CalendarDay): number => (a.date < b.date ? -1 : 1)
