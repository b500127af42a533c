import { describe, expect, it } from 'vitest'
import type { AuditMoment } from '../../core/audit.ts'
import { dayKind, type CalendarDay } from '../../core/calendar.ts'
import type { NewYear } from '../../core/calendarRequests.ts'
import { PACKAGED_YEARS } from '../../core/stateCouncil.ts'
import type { NewTerm } from '../../core/term.ts'
import {
  addPackagedYears,
  dropCalendarYear,
  enterCalendarYear,
  getCalendarYears,
} from '../../db/calendars.ts'
import type { Database } from '../../db/database.ts'
import { dropTerm, enterTerm, getTerms } from '../../db/terms.ts'
import { date } from '../helpers/rollBuilders.ts'
import { testDb, testPlace } from '../helpers/testDb.ts'

const moment: AuditMoment = { at: 7, bootId: 'boot-1', operatorId: 'o-1', purpose: 'desk' }

const off = (day: string, name: string): CalendarDay => ({ date: date(day), kind: 'off', name })
const TABLE: NewYear = {
  year: 2027,
  source: '国办发明电〔2026〕8号',
  days: [
    { date: date('2026-12-26'), kind: 'work', name: null },
    off('2027-01-01', '元旦'),
    off('2027-05-01', '劳动节'),
  ],
}
const TERM: NewTerm = {
  ...{ schoolYear: '2026-2027', half: 1, stage: null, source: '学校校历' },
  ...{ first: date('2026-09-01'), last: date('2027-01-22') },
}

const yearsOf = (db: Database) => getCalendarYears(db).map(({ year }) => year)
const logged = (db: Database) =>
  db.prepare(`SELECT sealed FROM audit ORDER BY seq`).all().map(wordOf)

function wordOf(row: unknown) {
  const { kind, about, reason, operatorId } = JSON.parse((row as { sealed: string }).sealed)
  return [kind, about, reason, operatorId]
}

describe('the years the desk knows', () => {
  it('are at first those that come with the program, entered by nobody', () => {
    expect(getCalendarYears(testDb())).toEqual(PACKAGED_YEARS)
  })

  it('have no row where they are unknown, and a date then says so', () => {
    const years = getCalendarYears(testDb())
    expect(years.some(({ year }) => year === 2027)).toBe(false)
    expect(dayKind(date('2027-03-01'), years).known).toBe(false)
  })

  it('are stored with every day, the December before too, and the log says from where', () => {
    const db = testDb()
    enterCalendarYear(db, TABLE, moment)
    expect(getCalendarYears(db).at(-1)).toEqual({ ...TABLE, importedAt: 7, enteredBy: 'o-1' })
    expect(logged(db)).toEqual([['calendar-changed', 'year 2027', TABLE.source, 'o-1']])
  })

  it('take a newer table in the place of the old one, whole', () => {
    const db = testDb()
    enterCalendarYear(db, TABLE, moment)
    const days = [off('2027-02-06', '春节')]
    enterCalendarYear(db, { ...TABLE, days }, moment)
    expect(getCalendarYears(db).at(-1)?.days).toEqual(days)
  })

  it('leave nothing where the table cannot be stored, and no word in the log', () => {
    const db = testDb()
    const twice = [off('2027-01-01', '元旦'), off('2027-01-01', '元旦')]
    expect(() => enterCalendarYear(db, { ...TABLE, days: twice }, moment)).toThrow()
    expect([yearsOf(db), logged(db)]).toEqual([[2025, 2026], []])
  })

  it('are unknown again once their table is taken away', () => {
    const db = testDb()
    enterCalendarYear(db, TABLE, moment)
    expect(dropCalendarYear(db, 2027, moment)).toBe(true)
    expect(yearsOf(db)).toEqual([2025, 2026])
    expect(logged(db).at(-1)).toEqual(['calendar-changed', 'year 2027 dropped', null, 'o-1'])
    expect(db.prepare('SELECT * FROM calendar_day WHERE year = 2027').all()).toEqual([])
  })
})

describe('the years of the program', () => {
  it('stay out of the way of one that was entered', () => {
    const place = testPlace()
    const db = place.open()
    enterCalendarYear(db, { ...TABLE, year: 2026, source: '更正通知' }, moment)
    db.close()
    expect(getCalendarYears(place.open()).at(-1)?.source).toBe('更正通知')
  })

  it('come back when that is taken away, and cannot be taken away themselves', () => {
    const db = testDb()
    enterCalendarYear(db, { ...TABLE, year: 2026 }, moment)
    dropCalendarYear(db, 2026, moment)
    expect(getCalendarYears(db)).toEqual(PACKAGED_YEARS)
    expect(dropCalendarYear(db, 2026, moment)).toBe(false)
    expect(getCalendarYears(db)).toEqual(PACKAGED_YEARS)
  })

  it('take the place of those of an older program whose notice has changed', () => {
    const db = testDb()
    db.exec(`UPDATE calendar_year SET source = '旧通知' WHERE year = 2026;
             DELETE FROM calendar_day WHERE year = 2026 AND date > '2026-06-01'`)
    addPackagedYears(db)
    expect(getCalendarYears(db)).toEqual(PACKAGED_YEARS)
  })
})

describe('terms', () => {
  it('are stored with who entered them and from where, and the log has it', () => {
    const db = testDb()
    expect(getTerms(db)).toEqual([])
    enterTerm(db, TERM, moment)
    expect(getTerms(db)).toEqual([{ ...TERM, enteredAt: 7, enteredBy: 'o-1' }])
    expect(logged(db)).toEqual([['calendar-changed', 'term 2026-2027 1', '学校校历', 'o-1']])
  })

  it('are entered anew in the place of the same one, beside that of a stage', () => {
    const db = testDb()
    enterTerm(db, { ...TERM, stage: 'senior' }, moment)
    enterTerm(db, TERM, moment)
    enterTerm(db, { ...TERM, last: date('2027-01-29') }, { ...moment, at: 9 })
    expect(getTerms(db).map(({ stage, last, enteredAt }) => [stage, last, enteredAt])).toEqual([
      [null, '2027-01-29', 9],
      ['senior', '2027-01-22', 7],
    ])
  })

  it('are taken away one by one', () => {
    const db = testDb()
    enterTerm(db, TERM, moment)
    enterTerm(db, { ...TERM, stage: 'senior' }, moment)
    expect(dropTerm(db, { ...TERM, stage: 'senior' }, moment)).toBe(true)
    expect(getTerms(db).map(({ stage }) => stage)).toEqual([null])
    expect(dropTerm(db, { ...TERM, half: 2 }, moment)).toBe(false)
    expect(logged(db).at(-1)?.slice(0, 2)).toEqual([
      'calendar-changed',
      'term 2026-2027 1 senior dropped',
    ])
  })
})
