import {
  addWorkingDays,
  dayKind,
  isWorkingDay,
  type CalendarYear,
  type WorkingDate,
} from './calendar.ts'
import { addDays, type CalendarDate } from './calendarDate.ts'
import { range } from './holidays.ts'
import { calendarsOf, inTerm, spanAt, spansOf, type Stage, type TermDays } from './term.ts'

/** 缴费成功后，制作周期 20 个工作日 (the city's notice); make-up days are among them (domain.md 5.6). */
export const PRODUCTION_WORKING_DAYS = 20

/**
 * The day the city promises a card for. @param t0 day on which the payment was confirmed: it does not count
 * @returns `certain` false where a day on the way has no table: an estimate, never said as a plain date
 */
export function promisedOn(t0: CalendarDate, tables: readonly CalendarYear[]): WorkingDate {
  return addWorkingDays(t0, PRODUCTION_WORKING_DAYS, tables)
}

export interface WorkingDays {
  readonly days: number
  /** false: a day among them has no table */
  readonly certain: boolean
}

/** Working days after one day and up to another, which counts; 0 where it does not come after. */
export function workingDaysBetween(
  from: CalendarDate,
  to: CalendarDate,
  tables: readonly CalendarYear[],
): WorkingDays {
  const kinds = range(addDays(from, 1), to).map((date) => dayKind(date, tables))
  return { days: kinds.filter(isWorkingDay).length, certain: kinds.every(({ known }) => known) }
}

/**
 * Working days a card is late: 0 up to the promised day, which is in time, and over a weekend behind it.
 * Of a promise that is an estimate this is one, too: an inquiry waits for the table.
 */
export function overdueBy(
  promised: WorkingDate,
  today: CalendarDate,
  tables: readonly CalendarYear[],
): number {
  return workingDaysBetween(promised.date, today, tables).days
}

/** A card that came: when its payment was confirmed, and when it was scanned in at school. */
export interface Produced {
  readonly t0: CalendarDate
  readonly arrivedOn: CalendarDate
}

/** How long it took lately, in working days. */
export interface Measured {
  /** half of the cards took no longer */
  readonly median: number
  readonly longest: number
  /** cards it was measured by */
  readonly n: number
}

/** Fewer say nothing; what lies further back tells of another time. */
export const MEASURED_CASES = { least: 5, most: 30 } as const

/**
 * The school's own time. Only cards count all of whose days have a table, the last that arrived.
 *
 * @returns null: too few of them
 */
export function measured(
  done: readonly Produced[],
  tables: readonly CalendarYear[],
): Measured | null {
  const times = done
    .filter(({ t0, arrivedOn }) => arrivedOn > t0)
    .toSorted((a, b) => (a.arrivedOn < b.arrivedOn ? 1 : -1))
    .map(({ t0, arrivedOn }) => workingDaysBetween(t0, arrivedOn, tables))
    .filter(({ certain }) => certain)
    .slice(0, MEASURED_CASES.most)
    .map(({ days }) => days)
    .toSorted((a, b) => a - b)
  const [median, longest] = [times[Math.floor(times.length / 2)], times.at(-1)]
  if (times.length < MEASURED_CASES.least || median === undefined || longest === undefined)
    return null
  return { median, longest, n: times.length }
}

/** When a card is likely to come; said beside the promise, never in its place. */
export function expectedOn(
  t0: CalendarDate,
  { median }: Measured,
  tables: readonly CalendarYear[],
): WorkingDate {
  return addWorkingDays(t0, median, tables)
}

/** Whether the school hands out on the day a card comes: the factory works on in a vacation, the desk does not. */
export type HandOut =
  | { readonly kind: 'open' }
  /** closed until the first day of the next term */
  | { readonly kind: 'vacation'; readonly from: CalendarDate }
  /** 寒暑假日期未录入: nothing is guessed */
  | { readonly kind: 'unknown' }

/** @param stage whose calendar is asked; null: the whole school, open as soon as one stage is */
export function handOutFrom(
  date: CalendarDate,
  terms: readonly TermDays[],
  stage: Stage | null = null,
): HandOut {
  const standing = inTerm(date, terms, stage)
  if (standing === 'term') return { kind: 'open' }
  const stages = stage === null ? calendarsOf(terms) : [stage]
  const ends = stages.flatMap((one) => {
    const span = spanAt(date, spansOf(one, terms))
    return span === null || span.kind === 'term' ? [] : [addDays(span.last, 1)]
  })
  const [first] = ends.toSorted()
  return standing === 'unknown' || first === undefined
    ? { kind: 'unknown' }
    : { kind: 'vacation', from: first }
}
