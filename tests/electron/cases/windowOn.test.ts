import { expect, it } from 'vitest'
import { windowOn } from '../../../electron/cases/caseParts.ts'
import { day } from '../../core/builders.ts'
import { aCalendar, announced } from '../../core/windowBuilders.ts'

const on = (date: string, part = {}) => windowOn(day(date), aCalendar(part), null)

it.each([
  ['2026-10-12', 'open'], // a Monday
  ['2026-10-13', 'open'],
  ['2026-10-14', 'closed'], // a Wednesday
  ['2026-10-17', 'closed'],
  ['2026-10-10', 'closed'], // a Saturday that is worked
  ['2026-07-13', 'unsure'], // a Monday of the summer vacation
  ['2026-07-15', 'unsure'], // its Wednesday: an announcement may open any day
  ['2026-07-18', 'unsure'],
  ['2026-10-05', 'unsure'], // 国庆
  ['2026-10-07', 'unsure'],
  ['2026-02-20', 'unsure'], // a holiday inside a vacation
])('%s is %s', (date, window) => {
  expect(on(date)).toBe(window)
})

it('a Wednesday in July is unsure too where nobody entered the vacations', () => {
  expect(on('2026-07-15', { terms: [] })).toBe('unsure')
  expect(on('2026-09-16', { terms: [] })).toBe('closed')
})

it('what is announced is open', () => {
  expect(on('2026-07-15', { announcements: [announced('2026-07-15', '2026-07-16')] })).toBe('open')
})
