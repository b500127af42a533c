import {
  announcementFault,
  type AnnouncementDays,
  type NewAnnouncement,
} from '../core/announcement.ts'
import type { AuditMoment } from '../core/audit.ts'
import type { CalendarView, NewYear } from '../core/calendarRequests.ts'
import { DeskError } from '../core/errors.ts'
import type { NewTerm, TermKey } from '../core/term.ts'
import { termFault } from '../core/termFault.ts'
import { yearFault } from '../core/yearFault.ts'
import { dropAnnouncement, enterAnnouncement, getAnnouncements } from '../db/announcements.ts'
import { dropCalendarYear, enterCalendarYear, getCalendarYears } from '../db/calendars.ts'
import type { ActToStore } from '../db/acts.ts'
import type { Database } from '../db/database.ts'
import { dropTerm, enterTerm, getTerms } from '../db/terms.ts'

export interface CalendarParts {
  /** @throws DeskError while no school is open */
  readonly db: () => Database
  readonly moment: () => AuditMoment
  readonly clockBehind: () => boolean
  /** of whoever is at the desk. @throws DeskError `signed-out` */
  readonly act: () => ActToStore
  /** an act was stored: its second copy */
  readonly onStored: () => void
}

/** Days off, make-up days, terms and announced fee days, as they are known here. */
export interface Calendars {
  view(): CalendarView
  /** @throws DeskError `ipc-arguments`: a table that may not be one (core/yearFault.ts) */
  enterYear(table: NewYear): CalendarView
  dropYear(year: number): CalendarView
  /** @throws DeskError `ipc-arguments`: a term that may not be one (core/termFault.ts) */
  enterTerm(term: NewTerm): CalendarView
  dropTerm(term: TermKey): CalendarView
  /** @throws DeskError `ipc-arguments`: an announcement that may not be one (core/announcement.ts) */
  enterAnnouncement(announcement: NewAnnouncement): CalendarView
  dropAnnouncement(days: AnnouncementDays): CalendarView
}

export function calendars({ db, moment, clockBehind, act, onStored }: CalendarParts): Calendars {
  const view = (): CalendarView => ({
    years: getCalendarYears(db()),
    terms: getTerms(db()),
    announcements: getAnnouncements(db()),
    clockBehind: clockBehind(),
  })

  return {
    view,
    enterYear(table) {
      const fault = yearFault(table.year, table.days)
      if (fault !== null) throw refused('table', fault.kind)
      enterCalendarYear(db(), table, moment())
      return view()
    },
    dropYear(year) {
      dropCalendarYear(db(), year, moment())
      return view()
    },
    enterTerm(term) {
      const fault = termFault(term, getTerms(db()))
      if (fault !== null) throw refused('term', fault.kind)
      enterTerm(db(), term, moment())
      return view()
    },
    dropTerm(term) {
      dropTerm(db(), term, moment())
      return view()
    },
    enterAnnouncement(announcement) {
      const fault = announcementFault(announcement)
      if (fault !== null) throw refused('announcement', fault.kind)
      enterAnnouncement(db(), { ...act(), command: announcement })
      onStored()
      return view()
    },
    dropAnnouncement(days) {
      if (dropAnnouncement(db(), { ...act(), command: days })) onStored()
      return view()
    },
  }
}

/** The page looks by the same rules before it asks: this is a page of another program. */
function refused(what: string, why: string): DeskError {
  return new DeskError('ipc-arguments', `The ${what} was not entered: ${why}.`)
}
