import { sameDays } from '../../core/announcement.ts'
import type { CalendarRequests, CalendarView } from '../../core/calendarRequests.ts'
import { PACKAGED_YEARS } from '../../core/stateCouncil.ts'
import { sameTerm } from '../../core/term.ts'
import { MONDAY } from './builders.ts'
import { calendarView } from './calendarBuilders.ts'
import type { Handlers } from './fakeKiosk.ts'

/** Days off, make-up days, terms and announced fee days, as somebody enters them. */
export class FakeCalendar {
  view: CalendarView = calendarView()

  readonly handlers: Pick<Handlers, keyof CalendarRequests> = {
    'calendar.view': () => this.view,
    'calendar.enterYear': (table) => {
      const others = this.view.years.filter(({ year }) => year !== table.year)
      const entered = { ...table, importedAt: MONDAY, enteredBy: 'everything' }
      return this.#now({ years: [...others, entered].toSorted((a, b) => a.year - b.year) })
    },
    'calendar.dropYear': ({ year }) => {
      const others = this.view.years.filter((one) => one.year !== year)
      return this.#now({ years: [...others, ...PACKAGED_YEARS.filter((one) => one.year === year)] })
    },
    'calendar.enterTerm': (term) => {
      const others = this.view.terms.filter((one) => !sameTerm(one, term))
      return this.#now({
        terms: [...others, { ...term, enteredAt: MONDAY, enteredBy: 'everything' }],
      })
    },
    'calendar.dropTerm': (term) =>
      this.#now({ terms: this.view.terms.filter((one) => !sameTerm(one, term)) }),
    'calendar.enterAnnouncement': (announcement) => {
      const others = this.view.announcements.filter((one) => !sameDays(one, announcement))
      const entered = { ...announcement, enteredAt: MONDAY, enteredBy: 'everything' }
      return this.#now({
        announcements: [...others, entered].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
      })
    },
    'calendar.dropAnnouncement': (days) =>
      this.#now({
        announcements: this.view.announcements.filter((one) => !sameDays(one, days)),
      }),
  }

  #now(part: Partial<CalendarView>): CalendarView {
    this.view = { ...this.view, ...part }
    return this.view
  }
}
