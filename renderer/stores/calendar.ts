import { defineStore } from 'pinia'
import type { AnnouncementDays, NewAnnouncement } from '../../core/announcement.ts'
import type { NewYear } from '../../core/calendarRequests.ts'
import type { NewTerm, TermKey } from '../../core/term.ts'
import { ask } from '../kiosk.ts'
import { shownView } from './shownView.ts'

/** Days off, make-up days, terms and announced fee days, while their screen is open. */
export const useCalendar = defineStore('calendar', () => {
  const { view, refused, load, showing, close } = shownView(() => ask('calendar.view', null))

  const enterYear = (table: NewYear) => showing(() => ask('calendar.enterYear', table))
  const dropYear = (year: number) => showing(() => ask('calendar.dropYear', { year }))
  const enterTerm = (term: NewTerm) => showing(() => ask('calendar.enterTerm', term))
  const dropTerm = ({ schoolYear, half, stage }: TermKey) =>
    showing(() => ask('calendar.dropTerm', { schoolYear, half, stage }))
  const enterAnnouncement = (announcement: NewAnnouncement) =>
    showing(() => ask('calendar.enterAnnouncement', announcement))
  const dropAnnouncement = ({ from, to }: AnnouncementDays) =>
    showing(() => ask('calendar.dropAnnouncement', { from, to }))

  const acts = { enterYear, dropYear, enterTerm, dropTerm, enterAnnouncement, dropAnnouncement }
  return { view, refused, load, ...acts, close }
})
