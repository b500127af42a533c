import { addDays, type CalendarDate } from './calendarDate.ts'
import {
  feeDay,
  isHeldFor,
  type FeeDay,
  type Held,
  type Opening,
  type WindowCalendar,
} from './feeWindow.ts'
import type { Stage } from './term.ts'

/** Days that follow each other and are not open by rule, whole: it may have begun before today. */
export interface Stretch {
  readonly held: Held
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** When the fee may be paid next. Days of a window follow each other; its ends are included. */
export type NextWindow =
  | { readonly kind: 'open'; readonly to: CalendarDate; readonly opening: Opening }
  | {
      readonly kind: 'opens'
      readonly from: CalendarDate
      readonly to: CalendarDate
      readonly opening: Opening
      /** the longest wait before it that an announcement may shorten; null: none lies between */
      readonly skipped: Stretch | null
    }
  /** no window is known within the horizon */
  | { readonly kind: 'none'; readonly skipped: Stretch | null }

/** Longer than any vacation with the weeks around it. */
export const HORIZON_DAYS = 200

type Open = Extract<FeeDay, { kind: 'open' }>

/** @param stage whose vacations count: of the pupil who pays; null: the whole school's */
export function nextWindow(
  today: CalendarDate,
  calendar: WindowCalendar,
  stage: Stage | null = null,
): NextWindow {
  const at = (date: CalendarDate): FeeDay => feeDay(date, calendar, stage)
  const stretches: Stretch[] = []
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const date = addDays(today, ahead)
    const day = at(date)
    if (day.kind === 'open') {
      const window = windowFrom(date, day, at)
      return ahead === 0
        ? { kind: 'open', ...window }
        : { kind: 'opens', from: date, ...window, skipped: longest(stretches) }
    }
    const within = stretches.some(({ from, to }) => from <= date && date <= to)
    if (day.kind !== 'closed' && !within) stretches.push(stretchAt(date, day, calendar, stage))
  }
  return { kind: 'none', skipped: longest(stretches) }
}

/** By announcement as far as one of its days is; certain where all of them are. */
function windowFrom(
  first: CalendarDate,
  day: Open,
  at: (date: CalendarDate) => FeeDay,
): { readonly to: CalendarDate; readonly opening: Opening } {
  const days = [day]
  for (;;) {
    const next = at(addDays(first, days.length))
    if (next.kind !== 'open') break
    days.push(next)
  }
  return { to: addDays(first, days.length - 1), opening: openingOf(days) }
}

function openingOf(days: readonly Open[]): Opening {
  const announced = days.find((day) => day.by === 'announcement')
  if (announced !== undefined)
    return { by: 'announcement', certain: true, source: announced.source }
  return { by: 'rule', certain: days.every(({ certain }) => certain) }
}

function stretchAt(
  date: CalendarDate,
  held: Held,
  calendar: WindowCalendar,
  stage: Stage | null,
): Stretch {
  const end = (by: 1 | -1, reached = date): CalendarDate => {
    const next = addDays(reached, by)
    return isHeldFor(held, next, calendar, stage) ? end(by, next) : reached
  }
  return { held, from: end(-1), to: end(1) }
}

function longest(stretches: readonly Stretch[]): Stretch | null {
  const days = ({ from, to }: Stretch): number => Date.parse(to) - Date.parse(from)
  return stretches.toSorted((a, b) => days(b) - days(a))[0] ?? null
}
