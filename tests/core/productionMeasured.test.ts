import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays } from '../../core/calendar.ts'
import { addDays, type CalendarDate } from '../../core/calendarDate.ts'
import { expectedOn, measured, type Produced } from '../../core/production.ts'
import { PACKAGED_YEARS } from '../../core/stateCouncil.ts'
import { day as date } from './builders.ts'

const tables = PACKAGED_YEARS

/** Cards that took so many working days, one paid each day from a day on. */
const took = (times: readonly number[], from: CalendarDate = date('2026-03-02')): Produced[] =>
  times.map((days, index) => {
    const t0 = addDays(from, index)
    return { t0, arrivedOn: addWorkingDays(t0, days, tables).date }
  })

describe('the school’s own time', () => {
  it('is told from five finished cards on', () => {
    expect(measured(took([18, 18, 18, 18]), tables)).toBeNull()
    expect(measured(took([25, 17, 18, 19, 16]), tables)).toEqual({ median: 18, longest: 25, n: 5 })
  })

  it('of an even number is the longer of the two in the middle', () => {
    expect(measured(took([16, 17, 18, 19, 20, 21]), tables)?.median).toBe(19)
  })

  it('leaves out cards that came before they were paid, and days without a table', () => {
    const early = { t0: date('2026-03-10'), arrivedOn: date('2026-03-09') }
    const unknown = { t0: date('2026-12-21'), arrivedOn: date('2027-01-20') }
    const done = [...took([18, 18, 18, 18]), early, unknown]
    expect(measured(done, tables)).toBeNull()
  })

  it('is that of the last thirty to arrive', () => {
    const before = took(Array<number>(40).fill(30), date('2025-03-03'))
    const lately = took(Array<number>(30).fill(17))
    const of = { median: 17, longest: 17, n: 30 }
    expect(measured([...lately, ...before], tables)).toEqual(of)
  })

  it('says when a card is likely to come beside what was promised', () => {
    const own = { median: 18, longest: 25, n: 12 }
    const expected = { date: '2026-11-05', certain: true }
    expect(expectedOn(date('2026-10-12'), own, tables)).toEqual(expected)
    expect(expectedOn(date('2026-12-21'), own, tables).certain).toBe(false)
  })

  it('is the same in whatever order the cards are told, and one of their times', () => {
    const times = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 30 })
    fc.assert(
      fc.property(times, (days) => {
        const found = measured(took(days), tables)
        expect(measured(took(days).toReversed(), tables)).toEqual(found)
        expect(found?.longest).toBe(Math.max(...days))
        expect(days).toContain(found?.median)
        const noLonger = days.filter((one) => one <= (found?.median ?? 0))
        expect(noLonger.length * 2).toBeGreaterThanOrEqual(days.length)
      }),
    )
  })
})
