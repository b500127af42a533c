import type { Announcement, AnnouncementDays, NewAnnouncement } from './announcement.ts'
import type { CalendarDay, CalendarYear } from './calendar.ts'
import type { NewTerm, Term, TermKey } from './term.ts'

/** What is asked about the calendar: days off and make-up days by year, terms, announced fee days. */
export interface CalendarRequests {
  'calendar.view': { readonly args: null; readonly answer: CalendarView }
  /** in the place of what was there for that year */
  'calendar.enterYear': { readonly args: NewYear; readonly answer: CalendarView }
  /** the year is unknown again, or what came with the program counts again */
  'calendar.dropYear': { readonly args: { readonly year: number }; readonly answer: CalendarView }
  /** in the place of the same term, where it was entered before */
  'calendar.enterTerm': { readonly args: NewTerm; readonly answer: CalendarView }
  'calendar.dropTerm': { readonly args: TermKey; readonly answer: CalendarView }
  /** 缴费公告: in the place of one of the same days */
  'calendar.enterAnnouncement': { readonly args: NewAnnouncement; readonly answer: CalendarView }
  'calendar.dropAnnouncement': { readonly args: AnnouncementDays; readonly answer: CalendarView }
}

/** A year's table as it is entered: always with where it was taken from. */
export type NewYear = Pick<CalendarYear, 'year' | 'source'> & {
  readonly days: readonly CalendarDay[]
}

export interface CalendarView {
  /** by year */
  readonly years: readonly CalendarYear[]
  /** the earliest first */
  readonly terms: readonly Term[]
  /** the earliest first */
  readonly announcements: readonly Announcement[]
  /** the computer's clock is not to be believed: by it no window is told open (domain.md 5.7-21) */
  readonly clockBehind: boolean
}
