import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayKind, weekdayOf } from '../../core/calendar.ts'
import { addDays, beijingMidnight, type CalendarDate } from '../../core/calendarDate.ts'
import { feeDay, mayTellWindow, type FeeDay } from '../../core/feeWindow.ts'
import { PACKAGED_YEARS } from '../../core/stateCouncil.ts'
import { day } from './builders.ts'
import { aCalendar, announced, BEIJING, term } from './windowBuilders.ts'

const on = (date: string, part = {}): FeeDay => feeDay(day(date), aCalendar(part))
const BY_RULE = { kind: 'open', by: 'rule', certain: true }
const NOT_ENTERED = { kind: 'unknown', why: 'vacation-not-entered' }
const WINTER = { kind: 'announced', why: 'vacation', name: 'winter' }

const DAYS_2026 = Array.from({ length: 365 }, (_, n) => addDays(day('2026-01-01'), n))
const datesWhere = (is: (found: FeeDay) => boolean, part = {}): readonly CalendarDate[] =>
  DAYS_2026.filter((date) => is(feeDay(date, aCalendar(part))))

describe('Mondays and Tuesdays of 2026', () => {
  it('are open by rule, and no other day is', () => {
    const open = datesWhere(({ kind }) => kind === 'open')
    expect(open.map(weekdayOf).every((weekday) => weekday <= 2)).toBe(true)
    // 52 of each; 25 lie in a vacation, 5 more in a holiday.
    expect(open).toHaveLength(104 - 25 - 5)
    expect(on('2026-10-12')).toEqual(BY_RULE)
    expect(on('2026-10-14')).toEqual({ kind: 'closed' })
  })

  it.each([
    ...['2026-02-16', '2026-02-17', '2026-02-23', '2026-04-06'],
    ...['2026-05-04', '2026-05-05', '2026-10-05', '2026-10-06'],
  ])('are announced in a holiday: %s', (date) => {
    expect(on(date).kind).toBe('announced')
    expect(on(date, { terms: [] })).toMatchObject({ kind: 'announced', why: 'holiday' })
  })

  it('are announced in the vacations, to the last', () => {
    const dates = (name: string) =>
      datesWhere((found) => found.kind === 'announced' && found.name === name)
    const [winter, summer] = [dates('winter'), dates('summer')]
    expect([winter.length, winter.at(0), winter.at(-1)]).toEqual([10, '2026-01-26', '2026-02-24'])
    expect([summer.length, summer.at(0), summer.at(-1)]).toEqual([15, '2026-07-13', '2026-08-31'])
  })

  it('of the eight in a holiday, and of the vacations, none is open by rule', () => {
    expect(on('2026-02-24')).toEqual(WINTER)
    expect(on('2026-04-06')).toEqual({ kind: 'announced', why: 'holiday', name: '清明节' })
    expect(on('2026-04-07')).toEqual(BY_RULE)
    for (const date of ['2026-05-04', '2026-05-05', '2026-10-05', '2026-10-06'])
      expect(on(date).kind).toBe('announced')
  })
})

describe('make-up days', () => {
  const madeUp = DAYS_2026.filter((date) => dayKind(date, PACKAGED_YEARS).kind === 'make-up')

  it('never open a window', () => {
    expect(madeUp).toHaveLength(6)
    expect(madeUp.map((date) => on(date).kind)).toEqual(Array(6).fill('closed'))
  })
})

describe('without the terms', () => {
  it('no Monday or Tuesday of January, February, July and August is open by rule', () => {
    const none = { terms: [] }
    const months = datesWhere(({ kind }) => kind === 'unknown', none).map((date) =>
      date.slice(5, 7),
    )
    expect(new Set(months)).toEqual(new Set(['01', '02', '07', '08']))
    const open = datesWhere(({ kind }) => kind === 'open', none).map((date) => date.slice(5, 7))
    expect(open.filter((month) => months.includes(month))).toEqual([])
    expect(on('2026-01-05', none)).toEqual(NOT_ENTERED)
    expect(on('2026-03-02', none)).toEqual(BY_RULE)
    expect(on('2026-01-07', none)).toEqual({ kind: 'closed' })
  })

  it('around a summer that is not entered, July and August are unknown', () => {
    const terms = BEIJING.slice(0, 2)
    expect(on('2026-07-06', { terms })).toEqual(BY_RULE)
    expect(on('2026-07-13', { terms })).toEqual(NOT_ENTERED)
    expect(on('2026-09-01', { terms })).toEqual(BY_RULE)
  })
})

describe('a year without a table', () => {
  it('is open by rule, and says that this is not certain', () => {
    expect(on('2027-05-03')).toEqual({ kind: 'open', by: 'rule', certain: false })
  })

  it('does not open on 1 January', () => {
    const terms = [term(['2028-2029', 1], ['2028-09-01', '2029-01-26'])]
    expect(on('2029-01-01', { terms })).toEqual({ kind: 'announced', why: 'holiday', name: '元旦' })
    expect(on('2029-01-02', { terms })).toEqual({ kind: 'open', by: 'rule', certain: false })
  })
})

describe('grades with a calendar of their own', () => {
  const senior = term(['2025-2026', 1], ['2025-09-01', '2026-01-30'], 'senior')
  const calendar = aCalendar({ terms: [...BEIJING, senior] })

  it('go by it: the stage of the pupil says which', () => {
    expect(feeDay(day('2026-01-26'), calendar, 'compulsory')).toEqual(WINTER)
    expect(feeDay(day('2026-01-26'), calendar, 'senior')).toEqual(BY_RULE)
    expect(feeDay(day('2026-01-26'), calendar, null)).toEqual(BY_RULE)
    expect(feeDay(day('2026-02-02'), calendar, null)).toEqual(WINTER)
  })
})

describe('an announcement', () => {
  const announcements = [announced('2026-02-24', '2026-02-25')]

  it('opens its days, first and last included, a Wednesday too', () => {
    const open = { kind: 'open', by: 'announcement', certain: true }
    expect(on('2026-02-24', { announcements })).toMatchObject(open)
    expect(on('2026-02-25', { announcements })).toMatchObject(open)
    expect(on('2026-02-23', { announcements })).toEqual(WINTER)
    expect(on('2026-02-26', { announcements })).toEqual({ kind: 'closed' })
  })

  it('opens days nothing is known of, and the newest of two is the source', () => {
    const newer = announced('2026-02-25', '2026-02-25', { source: '更正公告', enteredAt: 9 })
    const found = on('2026-02-25', { terms: [], announcements: [...announcements, newer] })
    expect(found).toMatchObject({ kind: 'open', source: '更正公告' })
  })
})

it('no day but a Monday or Tuesday is open other than by announcement', () => {
  const date = fc.integer({ min: 0, max: 1_500 }).map((n) => addDays(day('2024-06-01'), n))
  const announcements = fc.array(
    fc.tuple(date, fc.nat(60)).map(([from, days]) => announced(from, addDays(from, days))),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(date, fc.subarray([...BEIJING]), announcements, (one, terms, said) => {
      const found = feeDay(one, aCalendar({ terms, announcements: said }))
      const covered = said.some(({ from, to }) => from <= one && one <= to)
      expect(found.kind === 'open' && found.by === 'announcement').toBe(covered)
      if (!covered && weekdayOf(one) > 2) expect(found).toEqual({ kind: 'closed' })
    }),
    { seed: 20_261_012 },
  )
})

describe('a clock behind what the server said last', () => {
  const told = beijingMidnight(day('2026-10-14'))

  it.each([
    [told, null, true],
    [told, told, true],
    [told - 60_000, told, true],
    [told - 86_400_000, told, false],
    [told + 86_400_000, told, true],
  ])('%i after %s: %s', (now, last, may) => {
    expect(mayTellWindow(now, last)).toBe(may)
  })
})
