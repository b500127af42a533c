import type { WindowOn } from '../../core/case/decided.ts'
import { beijingDate, type CalendarDate } from '../../core/calendarDate.ts'
import { feeDay, heldOn, mayTellWindow, type WindowCalendar } from '../../core/feeWindow.ts'
import type { Stage } from '../../core/term.ts'
import { latestTime } from '../../db/audit.ts'
import { getAnnouncements } from '../../db/announcements.ts'
import { getCalendarYears } from '../../db/calendars.ts'
import type { Database } from '../../db/database.ts'
import { getTerms } from '../../db/terms.ts'
import type { Clock } from '../clock.ts'
import type { OpenSchool } from '../school.ts'
import type { ActParts } from '../actParts.ts'

export interface CaseParts extends ActParts {
  readonly clock: Clock
}

/** Days off, terms and announcements, as they are known here. */
export function windowCalendar(db: Database): WindowCalendar {
  return {
    years: getCalendarYears(db),
    terms: getTerms(db),
    announcements: getAnnouncements(db),
  }
}

/**
 * May the fee be paid on a day, by the calendar of a pupil's stage? In a vacation and on a holiday an announcement may
 * open any day of the week.
 */
export function windowOn(
  date: CalendarDate,
  calendar: WindowCalendar,
  stage: Stage | null,
): WindowOn {
  if (feeDay(date, calendar, stage).kind === 'open') return 'open'
  return heldOn(date, calendar, stage) === null ? 'closed' : 'unsure'
}

/**
 * A clock behind what this desk has known opens no window (domain.md 5.7-21). The rehearsal's clock is set by
 * hand, back too.
 */
export function isClockBehind({ data, rehearsal }: OpenSchool, clock: Clock): boolean {
  return rehearsal === null && !mayTellWindow(clock.now(), latestTime(data.db))
}

/** The day it is by the desk's clock, and whether that may be believed. */
export interface DeskDay {
  readonly today: CalendarDate
  /** no window is told open by it */
  readonly clockBehind: boolean
}

export const deskDay = (school: OpenSchool, clock: Clock): DeskDay => ({
  today: beijingDate(clock.now()),
  clockBehind: isClockBehind(school, clock),
})

/** 1–9 义务教育, 10–12 高中; null: in no class. */
export const stageOfGrade = (grade: number | null): Stage | null =>
  grade === null ? null : grade <= 9 ? 'compulsory' : 'senior'
