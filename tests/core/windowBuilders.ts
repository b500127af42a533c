import type { Announcement } from '../../core/announcement.ts'
import type { WindowCalendar } from '../../core/feeWindow.ts'
import { PACKAGED_YEARS } from '../../core/stateCouncil.ts'
import type { TermDays } from '../../core/term.ts'
import { day } from './builders.ts'

export function term(
  [schoolYear, half]: readonly [string, TermDays['half']],
  [first, last]: readonly [string, string],
  stage: TermDays['stage'] = null,
): TermDays {
  return { schoolYear, half, stage, first: day(first), last: day(last) }
}

/** Beijing's calendar of 2025–2026 for grades 1–9 (notice of 2025-09-08), and the autumn after it. */
export const BEIJING: readonly TermDays[] = [
  term(['2025-2026', 1], ['2025-09-01', '2026-01-23']),
  term(['2025-2026', 2], ['2026-03-02', '2026-07-07']),
  term(['2026-2027', 1], ['2026-09-01', '2027-01-22']),
]

export function announced(from: string, to: string, part: Partial<Announcement> = {}) {
  const entered = { source: '市卡管公告 2026-01-20', enteredBy: 'o-1', enteredAt: 7 }
  return { from: day(from), to: day(to), ...entered, ...part }
}

export function aCalendar(part: Partial<WindowCalendar> = {}): WindowCalendar {
  return { years: PACKAGED_YEARS, terms: BEIJING, announcements: [], ...part }
}
