import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { AnnouncementDays, NewAnnouncement } from '../../core/announcement.ts'
import type { CalendarView, NewYear } from '../../core/calendarRequests.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { NewTerm, TermKey } from '../../core/term.ts'
import { ask } from '../kiosk.ts'

/** Days off, make-up days, terms and announced fee days, while their screen is open. */
export const useCalendar = defineStore('calendar', () => {
  /** null: not fetched yet */
  const view = shallowRef<CalendarView | null>(null)
  const refused = ref<DeskErrorCode | null>(null)
  let mine: object | null = null

  async function load(): Promise<void> {
    mine = {}
    refused.value = null
    try {
      await showing(() => ask('calendar.view', null))
    } catch (thrown) {
      refused.value = errorCode(thrown)
    }
  }

  /** @throws DeskError */
  async function showing(question: () => Promise<CalendarView>): Promise<CalendarView> {
    const turn = mine
    const answer = await question()
    if (turn === mine) view.value = answer
    return answer
  }

  const enterYear = (table: NewYear) => showing(() => ask('calendar.enterYear', table))
  const dropYear = (year: number) => showing(() => ask('calendar.dropYear', { year }))
  const enterTerm = (term: NewTerm) => showing(() => ask('calendar.enterTerm', term))
  const dropTerm = ({ schoolYear, half, stage }: TermKey) =>
    showing(() => ask('calendar.dropTerm', { schoolYear, half, stage }))
  const enterAnnouncement = (announcement: NewAnnouncement) =>
    showing(() => ask('calendar.enterAnnouncement', announcement))
  const dropAnnouncement = ({ from, to }: AnnouncementDays) =>
    showing(() => ask('calendar.dropAnnouncement', { from, to }))

  function close(): void {
    mine = null
    view.value = null
    refused.value = null
  }

  const acts = { enterYear, dropYear, enterTerm, dropTerm, enterAnnouncement, dropAnnouncement }
  return { view, refused, load, ...acts, close }
})
