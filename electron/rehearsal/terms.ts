import { weekdayOf } from '../../core/calendar.ts'
import { addDays, type CalendarDate, type EpochMs } from '../../core/calendarDate.ts'
import { schoolYearFrom, type Term } from '../../core/term.ts'
import { schoolYearOf } from './schoolYear.ts'

const SOURCE = '演练校历（虚构）'

/** The terms of 演练校: of the year before, so that last summer is known, and of this one. */
export function rehearsalTerms(today: CalendarDate, at: EpochMs): readonly Term[] {
  const { start } = schoolYearOf(today)
  return [start - 1, start].flatMap((year) => termsOfYear(year, at))
}

function termsOfYear(start: number, at: EpochMs): readonly Term[] {
  const day = (year: number, monthDay: string) => `${year}-${monthDay}` as CalendarDate
  const entered = {
    ...{ schoolYear: schoolYearFrom(start), stage: null, source: SOURCE },
    ...{ enteredBy: null, enteredAt: at },
  }
  return [
    {
      ...{ ...entered, half: 1 },
      first: next(1, 5, day(start, '09-01')),
      last: next(5, 5, day(start + 1, '01-16')),
    },
    {
      ...{ ...entered, half: 2 },
      first: next(1, 1, day(start + 1, '02-24')),
      last: next(5, 5, day(start + 1, '07-05')),
    },
  ]
}

/** The first day from this one on whose weekday lies between the two. */
function next(from: number, to: number, date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date)
  return from <= weekday && weekday <= to ? date : next(from, to, addDays(date, 1))
}
