import { describe, expect, it } from 'vitest'
import type { NewAnnouncement } from '../../core/announcement.ts'
import type { NewYear } from '../../core/calendarRequests.ts'
import { errorCode } from '../../core/errors.ts'
import { PACKAGED_YEARS } from '../../core/stateCouncil.ts'
import type { NewTerm } from '../../core/term.ts'
import { calendars } from '../../electron/calendars.ts'
import { calendarHandlers } from '../../electron/calendarHandlers.ts'
import { byClerk } from '../helpers/newCardActs.ts'
import { date } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { openDesk } from './openDesk.ts'

const [, packaged] = PACKAGED_YEARS
const TABLE: NewYear = {
  year: 2027,
  source: '国办发明电〔2026〕8号',
  days: (packaged?.days ?? [])
    .filter(({ kind }) => kind === 'off')
    .map((day) => ({ ...day, date: date(day.date.replace('2026', '2027')) })),
}
const TERM: NewTerm = {
  ...{ schoolYear: '2027-2028', half: 1, stage: null, source: '学校校历' },
  ...{ first: date('2027-09-01'), last: date('2028-01-21') },
}

const SAID: NewAnnouncement = {
  ...{ from: date('2027-02-08'), to: date('2027-02-09') },
  source: '市卡管公告',
}

function aCalendar() {
  const db = testDb()
  const moment = { at: 7, bootId: 'boot-1', operatorId: 'o-1', purpose: 'desk' } as const
  const act = () => byClerk('o-1', 7)
  return calendars({
    ...{ db: () => db, moment: () => moment, act, onStored: () => undefined },
    clockBehind: () => false,
  })
}

const refusal = (act: () => unknown): string => {
  try {
    act()
    return 'entered'
  } catch (thrown) {
    return errorCode(thrown)
  }
}

describe('the calendar of the desk', () => {
  it('shows what it was given, and who gave it', () => {
    const calendar = aCalendar()
    const entered = { enteredBy: 'o-1', enteredAt: 7 }
    expect(calendar.enterYear(TABLE).years.at(-1)).toMatchObject({ year: 2027, enteredBy: 'o-1' })
    expect(calendar.enterTerm(TERM).terms).toEqual([{ ...TERM, ...entered }])
    expect(calendar.enterAnnouncement(SAID).announcements).toEqual([{ ...SAID, ...entered }])
    expect(calendar.dropAnnouncement(SAID).announcements).toEqual([])
    expect(calendar.dropTerm(TERM).terms).toEqual([])
    expect(calendar.dropYear(2027).years).toEqual(PACKAGED_YEARS)
    expect(calendar.view()).toEqual({
      years: PACKAGED_YEARS,
      terms: [],
      announcements: [],
      clockBehind: false,
    })
  })

  it('refuses half a table, a term over another and days back to front, and keeps what it had', () => {
    const calendar = aCalendar()
    calendar.enterTerm(TERM)
    const half = { ...TABLE, days: TABLE.days.slice(0, 3) }
    expect(refusal(() => calendar.enterYear(half))).toBe('ipc-arguments')
    const over = { ...TERM, half: 2, first: date('2028-01-20'), last: date('2028-06-30') } as const
    expect(refusal(() => calendar.enterTerm(over))).toBe('ipc-arguments')
    const back = { ...SAID, to: date('2027-02-07') }
    expect(refusal(() => calendar.enterAnnouncement(back))).toBe('ipc-arguments')
    const { years, terms, announcements } = calendar.view()
    expect([years.length, terms.length, announcements.length]).toEqual([2, 1, 0])
  })
})

describe('at the open desk', () => {
  it('a change stands in the log under who made it', async () => {
    const { desk } = await openDesk(['--students', '60'])
    desk.calendars.enterYear(TABLE)
    desk.calendars.enterTerm(TERM)
    const wish = { before: null, operatorId: null, kinds: ['calendar-changed'], limit: 5 } as const
    const { entries } = desk.logBook.page(wish)
    expect(entries.map(({ about, reason }) => [about, reason])).toEqual([
      ['term 2027-2028 1', '学校校历'],
      ['year 2027', TABLE.source],
    ])
    expect(new Set(entries.map(({ operatorId }) => operatorId))).toEqual(
      new Set([desk.session()?.operator.id]),
    )
  })
})

describe('what the page may send', () => {
  const handlers = calendarHandlers({ calendars: aCalendar() } as never)
  const takes = (name: keyof typeof handlers, args: unknown): boolean =>
    handlers[name].args.safeParse(args).success

  it('is a table and a term with where they were taken from', () => {
    expect(takes('calendar.enterYear', TABLE)).toBe(true)
    expect(takes('calendar.enterTerm', TERM)).toBe(true)
    expect(takes('calendar.enterYear', { ...TABLE, source: ' ' })).toBe(false)
    expect(takes('calendar.enterTerm', { ...TERM, source: '' })).toBe(false)
    expect(takes('calendar.enterAnnouncement', SAID)).toBe(true)
    expect(takes('calendar.enterAnnouncement', { ...SAID, source: '' })).toBe(false)
    expect(takes('calendar.dropAnnouncement', SAID)).toBe(false)
  })

  it('is no day that is none, no year far away, no school year of three', () => {
    const day = { date: '2027-02-30', kind: 'off', name: null }
    expect(takes('calendar.enterYear', { ...TABLE, days: [day] })).toBe(false)
    expect(takes('calendar.enterYear', { ...TABLE, year: 3027 })).toBe(false)
    expect(takes('calendar.enterTerm', { ...TERM, schoolYear: '2027-2030' })).toBe(false)
    expect(takes('calendar.dropTerm', { ...TERM })).toBe(false)
  })
})
