import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekdayOf } from '../../core/calendar.ts'
import { addDays } from '../../core/calendarDate.ts'
import { calendarsOf, inTerm, spansOf, termsOf, type TermDays } from '../../core/term.ts'
import { termFault } from '../../core/termFault.ts'
import { day as date } from './builders.ts'

type Part = Pick<TermDays, 'schoolYear' | 'half'> & Partial<Pick<TermDays, 'stage'>>

function term(first: string, last: string, part: Part): TermDays {
  return { stage: null, ...part, first: date(first), last: date(last) }
}

const AUTUMN = term('2025-09-01', '2026-01-23', { schoolYear: '2025-2026', half: 1 })
const SPRING = term('2026-03-02', '2026-07-07', { schoolYear: '2025-2026', half: 2 })
const NEXT = term('2026-09-01', '2027-01-22', { schoolYear: '2026-2027', half: 1 })
const BEIJING = [AUTUMN, SPRING, NEXT]
const of = (day: string, terms: readonly TermDays[] = BEIJING) => inTerm(date(day), terms)

describe('term and vacation', () => {
  it.each([
    ['2025-08-31', 'unknown'],
    ['2025-09-01', 'term'],
    ['2026-01-23', 'term'],
    ['2026-01-24', 'vacation'],
    ['2026-03-01', 'vacation'],
    ['2026-03-02', 'term'],
    ['2026-08-31', 'vacation'],
    ['2026-09-01', 'term'],
    ['2027-01-23', 'unknown'],
  ] as const)('%s: %s', (day, standing) => {
    expect(of(day)).toBe(standing)
  })

  it('has these Mondays and Tuesdays of 2026 in Beijing’s vacations', () => {
    const days = Array.from({ length: 365 }, (_, n) => addDays(date('2026-01-01'), n))
    const off = days.filter((day) => weekdayOf(day) <= 2 && inTerm(day, BEIJING) === 'vacation')
    const winter = off.filter((day) => day < '2026-06-01')
    const summer = off.filter((day) => day > '2026-06-01')
    expect([winter.length, winter.at(0), winter.at(-1)]).toEqual([10, '2026-01-26', '2026-02-24'])
    expect([summer.length, summer.at(0), summer.at(-1)]).toEqual([15, '2026-07-13', '2026-08-31'])
  })

  it('is unknown where nothing is entered, and across a term that is missing', () => {
    expect(of('2026-07-20', [])).toBe('unknown')
    expect(of('2026-07-20', [AUTUMN, SPRING])).toBe('unknown')
    expect(of('2026-02-02', [AUTUMN, NEXT])).toBe('unknown')
  })

  it('is never a vacation inside a term, whatever is entered', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays(date('2025-07-01'), n))
    fc.assert(
      fc.property(day, fc.subarray(BEIJING), (one, terms) => {
        const inside = terms.some(({ first, last }) => first <= one && one <= last)
        expect(inTerm(one, terms) === 'term').toBe(inside)
        // What more is known never turns one answer into another.
        if (inTerm(one, terms) !== 'unknown') expect(inTerm(one, BEIJING)).toBe(inTerm(one, terms))
      }),
    )
  })
})

describe('grades with a calendar of their own', () => {
  const senior = { stage: 'senior', schoolYear: '2025-2026' } as const
  const SENIOR_AUTUMN = term('2025-09-01', '2026-01-30', { ...senior, half: 1 })
  const terms = [AUTUMN, SPRING, SENIOR_AUTUMN]

  it('go by it, and by that of the school for the rest', () => {
    expect(calendarsOf(terms)).toEqual(['compulsory', 'senior'])
    expect(termsOf('senior', terms)).toEqual([SENIOR_AUTUMN, SPRING])
    expect(inTerm(date('2026-01-26'), terms, 'senior')).toBe('term')
    expect(inTerm(date('2026-01-26'), terms, 'compulsory')).toBe('vacation')
  })

  it('keep the school in term as long as one of them is', () => {
    expect(of('2026-01-26', terms)).toBe('term')
    expect(of('2026-02-02', terms)).toBe('vacation')
  })

  it('are alone in a school that has no others', () => {
    const spring = term('2026-03-02', '2026-07-10', { ...senior, half: 2 })
    expect(calendarsOf([SENIOR_AUTUMN, spring])).toEqual(['senior'])
    expect(of('2026-02-02', [SENIOR_AUTUMN, spring])).toBe('vacation')
  })

  it('leave no gap of a day between a term and its vacation', () => {
    const spans = spansOf('senior', [...terms, NEXT])
    expect(spans.map((span) => span.kind)).toEqual(['term', 'winter', 'term', 'summer', 'term'])
  })
})

describe('a term that is entered', () => {
  it.each([
    ['may be', SPRING, null],
    ['may be the same term anew', { ...SPRING, last: date('2026-07-10') }, null],
    ['not end before it begins', { ...SPRING, last: SPRING.first }, 'order'],
    ['not lie in another year', { ...SPRING, schoolYear: '2024-2025' }, 'outside'],
    ['not begin in spring where it is the first', { ...SPRING, half: 1 }, 'outside'],
    ['not be five weeks', { ...SPRING, last: date('2026-04-05') }, 'length'],
    [
      'not be seven months',
      { ...SPRING, first: date('2026-01-24'), last: date('2026-08-31') },
      'length',
    ],
  ] as const)('%s', (_, entered, fault) => {
    expect(termFault(entered, BEIJING)?.kind ?? null).toBe(fault)
  })

  it('does not lie over another, and is told which', () => {
    const early = { ...SPRING, first: date('2026-01-20') }
    expect(termFault(early, BEIJING)).toEqual({ kind: 'overlaps', with: AUTUMN })
    expect(termFault({ ...early, stage: 'senior' }, BEIJING)?.kind).toBe('overlaps')
  })

  it('of one stage may lie over that of the school, and of another stage', () => {
    const senior: TermDays = { ...AUTUMN, stage: 'senior', last: date('2026-02-06') }
    expect(termFault(senior, [AUTUMN])).toBeNull()
    const compulsory: TermDays = { ...SPRING, stage: 'compulsory', first: date('2026-02-02') }
    expect(termFault(compulsory, [senior])).toBeNull()
  })
})
