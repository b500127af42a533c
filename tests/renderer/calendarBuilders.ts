import type { Announcement } from '../../core/announcement.ts'
import type { CalendarYear } from '../../core/calendar.ts'
import type { CalendarView } from '../../core/calendarRequests.ts'
import { PACKAGED_YEARS } from '../../core/stateCouncil.ts'
import type { Term, TermDays } from '../../core/term.ts'
import { date, MONDAY } from './builders.ts'

const DAY = 86_400_000

export function term(
  [schoolYear, half]: readonly [string, TermDays['half']],
  [first, last]: readonly [string, string],
  part: Partial<Term> = {},
): Term {
  return {
    ...{ schoolYear, half, stage: null, first: date(first), last: date(last) },
    ...{ source: '学校校历', enteredBy: 'supervisor', enteredAt: MONDAY - 30 * DAY },
    ...part,
  }
}

/** Beijing's school year, and the autumn term the school has entered for this one. */
export const TERMS: readonly Term[] = [
  term(['2025-2026', 1], ['2025-09-01', '2026-01-23'], { source: '市教委 2025–2026 学年校历' }),
  term(['2025-2026', 2], ['2026-03-02', '2026-07-07'], { source: '市教委 2025–2026 学年校历' }),
  term(['2026-2027', 1], ['2026-09-01', '2027-01-22']),
]

export const SPRING = term(['2026-2027', 2], ['2027-02-22', '2027-07-09'])

export function announced(
  [from, to]: readonly [string, string],
  part: Partial<Announcement> = {},
): Announcement {
  return {
    ...{ from: date(from), to: date(to), source: '市卡管公告 2026-01-20' },
    ...{ enteredBy: 'supervisor', enteredAt: MONDAY - 3 * DAY },
    ...part,
  }
}

/** Days in the winter vacation, and a Wednesday and Thursday of this week. */
export const ANNOUNCED: readonly Announcement[] = [
  announced(['2026-02-09', '2026-02-11']),
  announced(['2026-10-14', '2026-10-15'], { source: '市卡管公告 2026-09-28' }),
]

/** An entered table of a year that does not come with the program. */
export function enteredYear(year: number): CalendarYear {
  const days = (PACKAGED_YEARS.at(-1)?.days ?? [])
    .filter(({ kind }) => kind === 'off')
    .map((day) => ({ ...day, date: date(`${year}${day.date.slice(4)}`) }))
  const entered = { enteredBy: 'supervisor', importedAt: MONDAY - 3 * DAY }
  return { year, source: '国办发明电〔2026〕8号', days, ...entered }
}

export function calendarView(part: Partial<CalendarView> = {}): CalendarView {
  return { years: PACKAGED_YEARS, terms: TERMS, announcements: [], clockBehind: false, ...part }
}
