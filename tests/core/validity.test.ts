import { expect, it } from 'vitest'
import {
  addDays,
  beijingDate,
  beijingMidnight,
  parseCalendarDate,
  type CalendarDate,
} from '../../core/calendarDate.ts'
import type { CardRead } from '../../core/cardRead.ts'
import { faceValidity, fareFacts, rollValidity, transitValidity } from '../../core/validity.ts'
import { aCard, aStudent, bmac, day, TODAY } from './builders.ts'

const transitOf = (read: CardRead, today: CalendarDate) => transitValidity(fareFacts(read), today)

it('keeps the three validities apart: each looks at its own source only', () => {
  expect(faceValidity(aCard(), TODAY)).toEqual({ kind: 'good', to: '2029-08-31' })
  expect(transitOf(bmac(), TODAY)).toEqual({ kind: 'good', to: '2027-09-30' })
  expect(rollValidity(aStudent())).toEqual({ kind: 'enrolled' })
})

it('the bus dates run out, have not begun, or are blocked', () => {
  const transit = { from: day('2026-01-01'), to: day('2026-09-30') }
  expect(transitOf(bmac({ transit }), TODAY)).toEqual({ kind: 'expired', to: '2026-09-30' })
  expect(transitOf(bmac({ transit }), day('2025-12-31'))).toEqual({
    kind: 'not-yet',
    from: '2026-01-01',
  })
  expect(transitOf(bmac({ blacklisted: true }), TODAY).kind).toBe('blacklisted')
  expect(transitOf(bmac({ enabled: false }), TODAY).kind).toBe('not-enabled')
})

it('a storage card says nothing of the bus, a pupil of another school nothing of our roll', () => {
  expect(transitOf({ family: 'm1', uid: 'AABBCCDD' }, TODAY).kind).toBe('unknown')
  expect(rollValidity(aStudent({ ownSchool: false })).kind).toBe('elsewhere')
  expect(rollValidity(null).kind).toBe('unknown')
})

it('what a chip said of fares is kept apart from what it did not say', () => {
  const { transit } = bmac()
  expect(fareFacts(bmac({ enabled: null }))).toEqual({ enabled: null, blacklisted: false, transit })
  const read = { family: 't-union', number: '31', uid: null, transitType: null, transit } as const
  expect(fareFacts(read)).toEqual({ enabled: null, blacklisted: null, transit })
  for (const silent of [
    { family: 'm1', uid: 'AABBCCDD' },
    { family: 'other-cpu', uid: null },
    { family: 'phone' },
  ] as const)
    expect(fareFacts(silent)).toBeNull()
  expect(transitValidity(null, TODAY).kind).toBe('unknown')
})

it('a day is Beijing’s: 23:59 and 00:00 there', () => {
  expect(beijingDate(Date.UTC(2026, 9, 11, 15, 59, 59))).toBe('2026-10-11')
  expect(beijingDate(Date.UTC(2026, 9, 11, 16, 0, 0))).toBe('2026-10-12')
  expect(beijingMidnight(day('2026-10-12'))).toBe(Date.UTC(2026, 9, 11, 16, 0, 0))
})

it('takes real days only', () => {
  expect(parseCalendarDate('2026-02-28')).toBe('2026-02-28')
  for (const text of ['2026-02-29', '2026-13-01', '20260228', '2026-2-28', ''])
    expect(parseCalendarDate(text)).toBeNull()
  expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
  expect(addDays(day('2028-03-01'), -1)).toBe('2028-02-29')
})
