import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '../../core/calendar.ts'
import { daysOfHolidays, holidaysOf } from '../../core/holidays.ts'
import { PACKAGED_YEARS } from '../../core/stateCouncil.ts'
import { readDate } from '../../core/typedDate.ts'
import { yearFault } from '../../core/yearFault.ts'
import { readYearText, yearText } from '../../core/yearText.ts'
import { day as date } from './builders.ts'

const NEW_YEAR: readonly CalendarDay[] = [
  { date: date('2027-01-01'), kind: 'off', name: '元旦' },
  { date: date('2027-01-03'), kind: 'work', name: null },
]

describe('a year as text', () => {
  it.each([
    ['as it is written here', '2027-01-01,休,元旦\n2027-01-03,班'],
    ['out of a spreadsheet', '\uFEFF日期,类型,节日\r\n2027/1/1,休,元旦\r\n2027/1/3,班,\r\n'],
    ['by a Chinese keyboard', '２０２７年１月１日，休，元旦\n\n2027年1月3日（周日）　上班'],
    ['between tabs and quotes', '"20270101"\t"放假"\t"元旦"\n"20270103"\t"班"'],
  ])('is read %s', (_, text) => {
    expect(readYearText(text)).toEqual({ days: NEW_YEAR, faults: [] })
  })

  it('says which lines were not understood, and why', () => {
    expect(readYearText('2027-02-30,休\n2027-01-03,班\n2027-01-04,调').faults).toEqual([
      { line: 1, text: '2027-02-30,休', why: 'date' },
      { line: 3, text: '2027-01-04,调', why: 'kind' },
    ])
  })

  it.each(PACKAGED_YEARS)('goes there and back: $year', ({ days }) => {
    expect(readYearText(yearText(days))).toEqual({ days, faults: [] })
  })
})

describe('the holidays of a table', () => {
  it('are its days off as they lie together', () => {
    const [, year] = PACKAGED_YEARS
    const spans = holidaysOf(year?.days ?? []).map(({ name, first, last }) => [name, first, last])
    expect(spans).toHaveLength(7)
    expect(spans.at(1)).toEqual(['春节', '2026-02-15', '2026-02-23'])
  })

  it('are parted by their names', () => {
    const days = daysOfHolidays([
      { name: '中秋节', first: date('2031-10-01'), last: date('2031-10-01'), work: [] },
      { name: '国庆节', first: date('2031-10-02'), last: date('2031-10-08'), work: [] },
    ])
    expect(holidaysOf(days).map(({ name }) => name)).toEqual(['中秋节', '国庆节'])
  })
})

describe('a table that may count', () => {
  const [, packaged] = PACKAGED_YEARS
  const days = packaged?.days ?? []
  const without = (...dates: readonly string[]) => days.filter((day) => !dates.includes(day.date))
  const and = (day: string, kind: CalendarDay['kind']) => [
    ...days,
    { date: date(day), kind, name: null },
  ]

  it.each(PACKAGED_YEARS)('is each that comes with the program: $year', (table) => {
    expect(yearFault(table.year, table.days)).toBeNull()
  })

  it.each([
    ['has something in it', [], { kind: 'empty' }],
    ['is of its year', and('2025-10-01', 'off'), { kind: 'other-year', date: '2025-10-01' }],
    ['names a day once', and('2026-10-01', 'work'), { kind: 'twice', date: '2026-10-01' }],
    [
      'works on weekends alone',
      and('2026-03-03', 'work'),
      { kind: 'work-on-weekday', date: '2026-03-03' },
    ],
    [
      'has the days of every year',
      without('2026-05-01'),
      { kind: 'fixed-day-missing', date: '2026-05-01' },
    ],
  ] as const)('%s', (_, given, fault) => {
    expect(yearFault(2026, given)).toEqual(fault)
  })

  it('is not half of one', () => {
    const half = days.filter(({ date: day }) => ['01-01', '05-01', '10-01'].includes(day.slice(5)))
    expect(yearFault(2026, half)).toEqual({ kind: 'too-few', days: 3 })
  })

  it('may begin in the December before', () => {
    expect(yearFault(2026, and('2025-12-28', 'work'))).toBeNull()
  })
})

describe('a typed day', () => {
  const yearOf = (month: number) => (month >= 8 ? 2026 : 2027)

  it.each([
    ['9月1日', '2026-09-01'],
    ['1-22', '2027-01-22'],
    ['1/22（周五）', '2027-01-22'],
    ['2026.9.1', '2026-09-01'],
    ['20260901', '2026-09-01'],
    ['２月30日', null],
    ['九月', null],
    ['', null],
  ])('%s is %s', (text, day) => {
    expect(readDate(text, yearOf)).toBe(day)
  })
})
