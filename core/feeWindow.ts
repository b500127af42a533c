import { assertNever } from './assertNever.ts'
import { announcementAt, type Announcement } from './announcement.ts'
import { dayKind, weekdayOf, type CalendarYear } from './calendar.ts'
import type { CalendarDate, EpochMs } from './calendarDate.ts'
import { inTerm, spansAt, type Stage, type TermDays } from './term.ts'

/** What fee windows (缴费窗口) are planned by. */
export interface WindowCalendar {
  readonly years: readonly CalendarYear[]
  readonly terms: readonly TermDays[]
  readonly announcements: readonly Announcement[]
}

/**
 * By what a day is open. Whole days, 00:00 to 24:00 in Beijing: the city's notice names no hours, so these are
 * assumed (domain.md 5.6).
 */
export type Opening =
  /** certain false: its year has no table, it may yet turn out a holiday */
  | { readonly by: 'rule'; readonly certain: boolean }
  | { readonly by: 'announcement'; readonly certain: true; readonly source: string }

/** Why a Monday or Tuesday is not open by rule. */
export type Held =
  /** 以公告为准: closed until an announcement opens it */
  | {
      readonly kind: 'announced'
      readonly why: 'holiday'
      /** as the notice calls it */
      readonly name: string | null
    }
  | { readonly kind: 'announced'; readonly why: 'vacation'; readonly name: 'winter' | 'summer' }
  /** 寒暑假日期未录入: nobody here knows whether it is vacation */
  | { readonly kind: 'unknown'; readonly why: 'vacation-not-entered' }

export type FeeDay = ({ readonly kind: 'open' } & Opening) | Held | { readonly kind: 'closed' }

/** Every vacation lies mostly in these: without the terms around it no day of them is open by rule. */
const VACATION_MONTHS: readonly string[] = ['01', '02', '07', '08']

/**
 * May the fee be paid on this day? On Mondays and Tuesdays; on holidays and in vacations the city's
 * announcement decides, which may open any day. Make-up days are Saturdays and Sundays and open none.
 *
 * @param stage whose vacations count: of the pupil who pays; null: the whole school's
 */
export function feeDay(
  date: CalendarDate,
  calendar: WindowCalendar,
  stage: Stage | null = null,
): FeeDay {
  const announced = announcementAt(date, calendar.announcements)
  if (announced !== null)
    return { kind: 'open', by: 'announcement', certain: true, source: announced.source }
  if (weekdayOf(date) > 2) return { kind: 'closed' }
  const { known } = dayKind(date, calendar.years)
  return heldOn(date, calendar, stage) ?? { kind: 'open', by: 'rule', certain: known }
}

/**
 * Is the day, whatever weekday, one that only an announcement opens? A holiday inside a vacation goes by the vacation,
 * which is the longer wait.
 */
export function heldOn(
  date: CalendarDate,
  { years, terms }: WindowCalendar,
  stage: Stage | null,
): Held | null {
  const vacation = vacationOn(date, terms, stage)
  if (vacation !== null) return { kind: 'announced', why: 'vacation', name: vacation }
  const { kind, name } = dayKind(date, years)
  if (kind === 'holiday') return { kind: 'announced', why: 'holiday', name }
  return mayBeVacation(date, terms, stage) ? { kind: 'unknown', why: 'vacation-not-entered' } : null
}

function vacationOn(
  date: CalendarDate,
  terms: readonly TermDays[],
  stage: Stage | null,
): 'winter' | 'summer' | null {
  if (inTerm(date, terms, stage) !== 'vacation') return null
  const kinds = spansAt(date, terms, stage).map((span) => span?.kind)
  return kinds.includes('winter') ? 'winter' : 'summer'
}

function mayBeVacation(
  date: CalendarDate,
  terms: readonly TermDays[],
  stage: Stage | null,
): boolean {
  return VACATION_MONTHS.includes(date.slice(5, 7)) && inTerm(date, terms, stage) === 'unknown'
}

/** Is the day one of a stretch that is held for this reason? Other than for `feeDay`, on any weekday. */
export function isHeldFor(
  held: Held,
  date: CalendarDate,
  { years, terms }: WindowCalendar,
  stage: Stage | null,
): boolean {
  switch (held.why) {
    case 'holiday': {
      const { kind, name } = dayKind(date, years)
      return kind === 'holiday' && name === held.name
    }
    case 'vacation':
      return vacationOn(date, terms, stage) === held.name
    case 'vacation-not-entered':
      return mayBeVacation(date, terms, stage)
    default:
      return assertNever(held)
  }
}

/** A computer's clock may be so far behind without anybody having moved it. */
const CLOCK_SLACK_MS: EpochMs = 2 * 60_000

/**
 * A clock behind what the city's server said last was moved back or lost its battery: by it no window is told
 * open (domain.md 5.7-21).
 *
 * @param lastServerTime null: no server was reached yet
 */
export function mayTellWindow(now: EpochMs, lastServerTime: EpochMs | null): boolean {
  return lastServerTime === null || now >= lastServerTime - CLOCK_SLACK_MS
}
