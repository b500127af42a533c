import { expect, it } from 'vitest'
import { weekdayOf } from '../../../core/calendar.ts'
import { addDays, type CalendarDate } from '../../../core/calendarDate.ts'
import { inTerm } from '../../../core/term.ts'
import { termFault } from '../../../core/termFault.ts'
import { rehearsalTerms } from '../../../electron/rehearsal/terms.ts'

const YEARS = Array.from({ length: 30 }, (_, n) => 2024 + n)

it.each(YEARS)('the terms of the rehearsal school could be entered: %i', (year) => {
  const terms = rehearsalTerms(`${year}-11-27` as CalendarDate, 7)
  expect(terms.map((term) => termFault(term, terms))).toEqual([null, null, null, null])
  const weekdays = terms.map(({ first, last }) => [weekdayOf(first) <= 5, weekdayOf(last)])
  expect(weekdays).toEqual(Array(4).fill([true, 5]))
})

it('today is known, and so is the summer before', () => {
  const today = '2026-11-27' as CalendarDate
  const terms = rehearsalTerms(today, 7)
  expect([today, addDays(today, -120)].map((day) => inTerm(day, terms))).toEqual([
    'term',
    'vacation',
  ])
})
