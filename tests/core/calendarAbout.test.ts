import { expect, it } from 'vitest'
import { calendarAbout, readCalendarAbout, type CalendarChange } from '../../core/calendarAbout.ts'
import { day } from './builders.ts'

it.each<[CalendarChange, string]>([
  [{ of: 'year', year: 2027, dropped: false }, 'year 2027'],
  [{ of: 'year', year: 2027, dropped: true }, 'year 2027 dropped'],
  [
    {
      of: 'term',
      term: { schoolYear: '2026-2027', half: 1, stage: 'senior' },
      dropped: false,
    },
    'term 2026-2027 1 senior',
  ],
  [
    { of: 'term', term: { schoolYear: '2026-2027', half: 2, stage: null }, dropped: true },
    'term 2026-2027 2 dropped',
  ],
  [
    {
      of: 'announcement',
      days: { from: day('2026-02-09'), to: day('2026-02-11') },
      dropped: true,
    },
    'announcement 2026-02-09 2026-02-11 dropped',
  ],
])('a change of the calendar has a name in the log, and is read back: %#', (change, about) => {
  expect(calendarAbout(change)).toBe(about)
  expect(readCalendarAbout(about)).toEqual(change)
})

it('what names none is none', () => {
  expect(readCalendarAbout('term 2026-2027 3')).toBeNull()
})
