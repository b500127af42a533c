import { addDays, type CalendarDate, type EpochMs } from './calendarDate.ts'

/** Where a table or a term was taken from is always said: a number of a notice, or 学校校历. */
export const SOURCE_LENGTH = { least: 2, most: 80 } as const
export const CALENDAR_YEARS = { least: 2000, most: 2099 } as const
export const HOLIDAY_NAME_LENGTH = 20

/** A day the yearly notice names: a day off, or a Saturday or Sunday that is worked to make up for one. */
export interface CalendarDay {
  readonly date: CalendarDate
  readonly kind: 'off' | 'work'
  /** of the holiday, as the notice calls it; null: not said, and of days that are worked */
  readonly name: string | null
}

/** The State Council's table of one year (domain.md 5.6). A year without one is known to be unknown. */
export interface CalendarYear {
  readonly year: number
  /** number of the notice, or where else it was taken from */
  readonly source: string
  readonly importedAt: EpochMs
  /** operator; null: it came with the program */
  readonly enteredBy: string | null
  /** by date; may begin in the last days of December before */
  readonly days: readonly CalendarDay[]
}

export interface DayKind {
  readonly kind: 'holiday' | 'make-up' | 'weekend' | 'working'
  /** false: its year has no table, so that only the weekday speaks */
  readonly known: boolean
  /** of the holiday, where it has one */
  readonly name: string | null
}

/** 全国年节及纪念日放假办法, article 2: one day at the new year, in every year. */
const NEW_YEAR = '元旦'

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

export function isWeekend(date: CalendarDate): boolean {
  return weekdayOf(date) >= 6
}

/** Whole days from one to the other: `daysBetween('2026-12-31', '2027-01-01')` is 1. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/**
 * What a day is by the tables there are, else by its weekday; 1 January is a holiday with or without one.
 */
export function dayKind(date: CalendarDate, tables: readonly CalendarYear[]): DayKind {
  const year = yearOf(date)
  const own = tables.find((table) => table.year === year)
  // The next year's notice speaks of these days last (2019's made 29 December 2018 a working day).
  const next = tables.find((table) => table.year === year + 1)
  const named = dayIn(next, date) ?? dayIn(own, date)
  if (named?.kind === 'off') return { kind: 'holiday', known: true, name: named.name }
  if (named?.kind === 'work') return { kind: 'make-up', known: true, name: null }
  if (date.endsWith('-01-01')) return { kind: 'holiday', known: true, name: NEW_YEAR }
  const kind = isWeekend(date) ? 'weekend' : 'working'
  return { kind, known: own !== undefined, name: null }
}

function dayIn(table: CalendarYear | undefined, date: CalendarDate): CalendarDay | undefined {
  return table?.days.find((day) => day.date === date)
}

export function isWorkingDay({ kind }: DayKind): boolean {
  return kind === 'working' || kind === 'make-up'
}

export interface WorkingDate {
  readonly date: CalendarDate
  /** false: a day on the way has no table: an estimate, never a plain date */
  readonly certain: boolean
}

/**
 * The n-th working day after a day, which itself does not count: 20 of them are the city's time for a card,
 * and make-up days are among them (domain.md 5.6).
 *
 * @param n whole, 0 or more; 0 is the day itself
 */
export function addWorkingDays(
  from: CalendarDate,
  n: number,
  tables: readonly CalendarYear[],
): WorkingDate {
  let reached: WorkingDate = { date: from, certain: true }
  for (let left = n; left > 0;) {
    const date = addDays(reached.date, 1)
    const day = dayKind(date, tables)
    reached = { date, certain: reached.certain && day.known }
    if (isWorkingDay(day)) left -= 1
  }
  return reached
}
