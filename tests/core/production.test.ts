import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayKind, daysBetween, isWorkingDay, weekdayOf } from '../../core/calendar.ts'
import { addDays } from '../../core/calendarDate.ts'
import { handOutFrom, overdueBy, promisedOn, workingDaysBetween } from '../../core/production.ts'
import { PACKAGED_YEARS } from '../../core/stateCouncil.ts'
import type { TermDays } from '../../core/term.ts'
import { day as date } from './builders.ts'

const tables = PACKAGED_YEARS
const anyDay = fc.integer({ min: 0, max: 1_100 }).map((days) => addDays(date('2024-12-15'), days))

describe('the promised day', () => {
  it.each([
    ['2026-01-19', '2026-02-14'], // a Saturday, make-up day
    ['2026-01-26', '2026-02-28'], // a Saturday, make-up day
    ['2026-02-10', '2026-03-16'],
    ['2026-03-02', '2026-03-30'],
    ['2026-04-07', '2026-05-08'],
    ['2026-09-14', '2026-10-16'],
    ['2026-09-21', '2026-10-26'],
    ['2026-09-29', '2026-11-02'],
    ['2026-10-12', '2026-11-09'],
    ['2026-12-03', '2026-12-31'],
  ])('of a payment confirmed on %s is %s', (t0, promised) => {
    expect(promisedOn(date(t0), tables)).toEqual({ date: promised, certain: true })
  })

  it('is an estimate across a year without a table, in which 1 January is off', () => {
    const estimate = { date: '2027-01-05', certain: false }
    expect(promisedOn(date('2026-12-07'), tables)).toEqual(estimate)
    expect(promisedOn(date('2026-12-04'), tables)).toMatchObject({ certain: false })
  })

  it('is certain for every day of 2026 up to 3 December, and for none after it', () => {
    const days = Array.from({ length: 365 }, (_, n) => addDays(date('2026-01-01'), n))
    for (const day of days)
      expect(promisedOn(day, tables).certain, day).toBe(day <= date('2026-12-03'))
  })

  it('lies 26 to 35 days behind the window days of 2026', () => {
    const days = Array.from({ length: 365 }, (_, n) => addDays(date('2026-01-01'), n))
    const spans = days
      .filter((day) => weekdayOf(day) <= 2 && isWorkingDay(dayKind(day, tables)))
      .map((day) => ({ day, to: promisedOn(day, tables) }))
      .filter(({ to }) => to.certain)
      .map(({ day, to }) => daysBetween(day, to.date))
    expect([Math.min(...spans), Math.max(...spans)]).toEqual([26, 35])
  })

  it('is a working day with twenty behind the confirmed payment, always', () => {
    fc.assert(
      fc.property(anyDay, (t0) => {
        const promised = promisedOn(t0, tables)
        expect(isWorkingDay(dayKind(promised.date, tables))).toBe(true)
        expect(workingDaysBetween(t0, promised.date, tables)).toEqual({
          days: 20,
          certain: promised.certain,
        })
      }),
    )
  })
})

describe('a card is overdue', () => {
  const late = (today: string) =>
    overdueBy(promisedOn(date('2026-09-29'), tables), date(today), tables)

  it.each([
    ['2026-10-30', 0],
    ['2026-11-02', 0], // the promised day
    ['2026-11-03', 1],
    ['2026-11-06', 4],
    ['2026-11-08', 4], // a Sunday
    ['2026-11-09', 5],
  ])('on %s by %i working days', (today, days) => {
    expect(late(today)).toBe(days)
  })

  it('not over a holiday, but on the Saturday that makes up for it', () => {
    const promised = { date: date('2026-09-30'), certain: true }
    expect(overdueBy(promised, date('2026-10-07'), tables)).toBe(0)
    expect(overdueBy(promised, date('2026-10-10'), tables)).toBe(3)
  })

  it('by one more with each working day, and by none with any other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30, max: 60 }), (t0, after) => {
        const promised = promisedOn(t0, tables)
        const today = addDays(promised.date, after)
        const next = addDays(today, 1)
        const step = overdueBy(promised, next, tables) - overdueBy(promised, today, tables)
        expect(step).toBe(after >= 0 && isWorkingDay(dayKind(next, tables)) ? 1 : 0)
      }),
    )
  })
})

describe('the hand-out desk', () => {
  const term = (half: 1 | 2, first: string, last: string, stage: TermDays['stage'] = null) => ({
    ...{ schoolYear: '2025-2026', half, stage, first: date(first), last: date(last) },
  })
  const WHOLE: readonly TermDays[] = [
    term(1, '2025-09-01', '2026-01-23'),
    term(2, '2026-03-02', '2026-07-07'),
  ]
  const SENIOR_EARLIER = [...WHOLE, term(2, '2026-02-26', '2026-07-10', 'senior')]

  it('is open in term', () => {
    expect(handOutFrom(date('2026-03-30'), WHOLE)).toEqual({ kind: 'open' })
  })

  it.each(['2026-02-14', '2026-02-28'])('is closed on %s until the term begins', (day) => {
    expect(handOutFrom(date(day), WHOLE)).toEqual({ kind: 'vacation', from: '2026-03-02' })
  })

  it('is unknown where the next term is not entered, or none is', () => {
    expect(handOutFrom(date('2026-07-20'), WHOLE)).toEqual({ kind: 'unknown' })
    expect(handOutFrom(date('2026-02-14'), [])).toEqual({ kind: 'unknown' })
  })

  it('goes by the stage that is asked, and of the whole school by the first that is back', () => {
    const day = date('2026-02-14')
    const from = (stage: TermDays['stage']) => handOutFrom(day, SENIOR_EARLIER, stage)
    expect(from('compulsory')).toEqual({ kind: 'vacation', from: '2026-03-02' })
    expect(from('senior')).toEqual({ kind: 'vacation', from: '2026-02-26' })
  })
})
