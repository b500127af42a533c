import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  dayKind,
  daysBetween,
  isWorkingDay,
  weekdayOf,
  type CalendarYear,
} from '../../core/calendar.ts'
import { addDays } from '../../core/calendarDate.ts'
import { PACKAGED_YEARS } from '../../core/stateCouncil.ts'
import { day as date } from './builders.ts'

const tables = PACKAGED_YEARS
const kindOf = (day: string) => dayKind(date(day), tables)

describe('a day of a year with a table', () => {
  it.each([
    ['2026-01-01', 'holiday', '元旦'],
    ['2026-01-04', 'make-up', null],
    ['2026-02-14', 'make-up', null],
    ['2026-02-15', 'holiday', '春节'],
    ['2026-10-08', 'working', null],
    ['2026-10-11', 'weekend', null],
    ['2025-10-08', 'holiday', '国庆节、中秋节'],
  ] as const)('%s is a %s', (day, kind, name) => {
    expect(kindOf(day)).toEqual({ kind, known: true, name })
  })

  it('is off on these Mondays and Tuesdays of 2026, and on no other', () => {
    const off = daysOf(2026).filter(
      (day) => weekdayOf(day) <= 2 && dayKind(day, tables).kind === 'holiday',
    )
    expect(off).toEqual(
      ['02-16', '02-17', '02-23', '04-06', '05-04', '05-05', '10-05', '10-06'].map(
        (day) => `2026-${day}`,
      ),
    )
  })

  it('counts 248 working days in 2026, all make-up days on a Saturday or Sunday', () => {
    const kinds = daysOf(2026).map((day) => ({ day, ...dayKind(day, tables) }))
    expect(kinds.filter(isWorkingDay)).toHaveLength(248)
    const madeUp = kinds.filter(({ kind }) => kind === 'make-up').map(({ day }) => day)
    expect(madeUp.map((day) => weekdayOf(day) >= 6)).toEqual(Array(6).fill(true))
  })
})

describe('a day of a year without a table', () => {
  it.each([
    ['2027-01-01', 'holiday', true],
    ['2027-01-04', 'working', false],
    ['2027-02-06', 'weekend', false],
    ['2027-10-01', 'working', false],
  ] as const)('%s is a %s, known: %s', (day, kind, known) => {
    expect(kindOf(day)).toMatchObject({ kind, known })
  })

  it('is known where the next year’s notice names it', () => {
    const next: CalendarYear = {
      ...{ year: 2030, source: '示例', importedAt: 0, enteredBy: null },
      days: [{ date: date('2029-12-29'), kind: 'work', name: null }],
    }
    expect(dayKind(date('2029-12-29'), [next])).toEqual({
      kind: 'make-up',
      known: true,
      name: null,
    })
    expect(dayKind(date('2029-12-30'), [next])).toMatchObject({ kind: 'weekend', known: false })
  })
})

describe('counting working days', () => {
  const day = fc.integer({ min: 0, max: 1_100 }).map((days) => addDays(date('2024-12-15'), days))
  const count = fc.integer({ min: 1, max: 40 })

  it('ends on a working day, with exactly as many on the way', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const to = addWorkingDays(from, n, tables)
        const passed = Array.from({ length: daysBetween(from, to.date) }, (_, index) =>
          dayKind(addDays(from, index + 1), tables),
        )
        expect(passed.filter(isWorkingDay)).toHaveLength(n)
        expect(isWorkingDay(dayKind(to.date, tables))).toBe(true)
        expect(to.certain).toBe(passed.every(({ known }) => known))
      }),
    )
  })

  it('never ends earlier for who begins later or waits longer', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const to = addWorkingDays(from, n, tables).date
        expect(addWorkingDays(addDays(from, 1), n, tables).date >= to).toBe(true)
        expect(addWorkingDays(from, n + 1, tables).date > to).toBe(true)
      }),
    )
  })

  it('goes in steps as in one', () => {
    fc.assert(
      fc.property(day, count, count, (from, some, more) => {
        const there = addWorkingDays(from, some, tables)
        const then = addWorkingDays(there.date, more, tables)
        expect(addWorkingDays(from, some + more, tables)).toEqual({
          date: then.date,
          certain: there.certain && then.certain,
        })
      }),
    )
  })

  it('of none is the day itself', () => {
    expect(addWorkingDays(date('2027-05-01'), 0, tables)).toEqual({
      date: '2027-05-01',
      certain: true,
    })
  })
})

function daysOf(year: number) {
  const first = date(`${year}-01-01`)
  return Array.from({ length: 365 }, (_, index) => addDays(first, index))
}
