import { describe, expect, it } from 'vitest'
import { fileText } from '../../renderer/features/calendar/fileText.ts'
import { monthWeeks, type WeekShown } from '../../renderer/features/calendar/monthWeeks.ts'
import { nearestYear } from '../../renderer/features/calendar/useAnnouncementDraft.ts'
import { missingYears, withTyped } from '../../renderer/features/calendar/preview.ts'
import {
  fullDateWords,
  monthName,
  monthWords,
  spanWords,
} from '../../renderer/locales/calendarDates.ts'
import { date } from './builders.ts'
import { announced, calendarView, enteredYear, term, TERMS } from './calendarBuilders.ts'

const dayOf = (weeks: readonly WeekShown[], day: string) =>
  weeks.flatMap(({ days }) => days).find((one) => one?.date === day)

describe('the weeks of a month', () => {
  it('run from Monday to Sunday, with nothing of the months around', () => {
    const weeks = monthWeeks(2026, 10, calendarView())
    expect(weeks.map(({ key }) => key)).toEqual([
      '2026-09-28',
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
    ])
    expect(weeks[0]?.days.map((day) => day?.date ?? null)).toEqual([
      ...[null, null, null],
      ...['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'],
    ])
  })

  it('are counted as a school counts them, and called by the vacation between two terms', () => {
    const labels = monthWeeks(2026, 3, calendarView()).map(({ label }) => label)
    expect(labels.slice(0, 2)).toEqual([{ kind: 'winter' }, { kind: 'week', n: 1 }])
    const october = monthWeeks(2026, 10, calendarView())
    expect(october.map(({ label }) => label)).toEqual(
      [5, 6, 7, 8, 9].map((n) => ({ kind: 'week', n })),
    )
  })

  it('have no name where nothing is entered', () => {
    const weeks = monthWeeks(2026, 7, calendarView({ terms: TERMS.slice(0, 2) }))
    expect(weeks.at(-1)?.label).toBeNull()
    expect(dayOf(weeks, '2026-07-07')).toMatchObject({ span: 'term', edge: 'ends' })
    expect(dayOf(weeks, '2026-07-08')).toMatchObject({ span: null, edge: null })
  })

  it('say which grades alone are in term', () => {
    const senior = term(['2025-2026', 1], ['2025-09-01', '2026-01-30'], { stage: 'senior' })
    const weeks = monthWeeks(2026, 1, calendarView({ terms: [...TERMS, senior] }))
    expect(dayOf(weeks, '2026-01-26')).toMatchObject({ span: 'term', onlyStage: 'senior' })
    expect(dayOf(weeks, '2026-01-20')).toMatchObject({ span: 'term', onlyStage: null })
    expect(dayOf(weeks, '2026-01-31')).toMatchObject({ span: 'winter', onlyStage: null })
  })
})

describe('years that are missing', () => {
  const { years } = calendarView()

  it.each([
    [2026, '2026-10-12', []],
    [2027, '2026-10-12', [2027]],
    [2026, '2026-11-01', [2027]],
    [2024, '2027-01-04', [2024, 2027]],
  ] as const)('%i is shown on %s', (shown, today, missing) => {
    expect(missingYears(shown, date(today), years)).toEqual(missing)
  })
})

it('what is typed takes the place of what is stored, and of nothing else', () => {
  const view = calendarView()
  const table = enteredYear(2026)
  expect(withTyped(view, { of: 'year', table }).years.map(({ source }) => source)).toEqual([
    view.years[0]?.source,
    table.source,
  ])
  const longer = term(['2026-2027', 1], ['2026-09-01', '2027-01-29'])
  const { terms } = withTyped(view, { of: 'term', term: longer })
  expect(terms.map(({ last }) => last)).toEqual(['2026-01-23', '2026-07-07', '2027-01-29'])
})

it('announced days that are typed are drawn, once', () => {
  const days = { from: date('2026-10-05'), to: date('2026-10-07') }
  const view = calendarView({ announcements: [announced([days.from, days.to])] })
  expect(withTyped(view, { of: 'announcement', days }).announcements).toMatchObject([days])
  const drawn = monthWeeks(2026, 10, withTyped(calendarView(), { of: 'announcement', days }))
  expect(dayOf(drawn, '2026-10-07')?.fee).toMatchObject({ kind: 'open', by: 'announcement' })
  expect(dayOf(monthWeeks(2026, 10, calendarView()), '2026-10-07')?.fee.kind).toBe('closed')
})

it.each([
  [1, '2026-12-20', 2027],
  [12, '2027-01-05', 2026],
  [2, '2026-01-20', 2026],
  [4, '2026-10-12', 2027],
  [5, '2026-10-12', 2026],
] as const)('month %i, typed on %s, is of %i', (month, today, year) => {
  expect(nearestYear(month, date(today))).toBe(year)
})

describe('dates of a calendar', () => {
  it('are said in both languages', () => {
    const day = date('2027-01-22')
    expect([fullDateWords(day, 'zh-CN'), fullDateWords(day, 'en')]).toEqual([
      '2027年1月22日 周五',
      'Fri 22 Jan 2027',
    ])
    expect([monthWords(2026, 10, 'zh-CN'), monthWords(2026, 10, 'en')]).toEqual([
      '2026年10月',
      'October 2026',
    ])
    expect([monthName(2, 'zh-CN'), monthName(2, 'en')]).toEqual(['2月', 'February'])
  })

  it.each([
    ['2026-10-01', '2026-10-07', '10月1日–7日', '1–7 Oct'],
    ['2026-09-01', '2027-01-22', '9月1日–1月22日', '1 Sept – 22 Jan'],
    ['2026-05-09', '2026-05-09', '5月9日', '9 May'],
  ])('%s to %s', (first, last, chinese, english) => {
    const span = (language: string) => spanWords(date(first), date(last), language)
    expect([span('zh-CN'), span('en')]).toEqual([chinese, english])
  })
})

describe('the text of a file', () => {
  it.each([
    ['UTF-8', [0xe4, 0xbc, 0x91]],
    ['GB 18030', [0xd0, 0xdd]],
    ['UTF-16', [0xff, 0xfe, 0x11, 0x4f]],
  ])('is read from %s', (_, bytes) => {
    expect(fileText(new Uint8Array(bytes))).toBe('休')
  })
})
