import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../core/calendarDate.ts'
import { feeDay, type WindowCalendar } from '../../core/feeWindow.ts'
import { range } from '../../core/holidays.ts'
import { nextWindow } from '../../core/nextWindow.ts'
import { day } from './builders.ts'
import { aCalendar, announced, BEIJING, term } from './windowBuilders.ts'

const from = (today: string, part: Partial<WindowCalendar> = {}) =>
  nextWindow(day(today), aCalendar(part))
const BY_RULE = { by: 'rule', certain: true }
const opens = (first: string, last: string, skipped: object | null = null) => ({
  ...{ kind: 'opens', from: first, to: last, opening: BY_RULE, skipped },
})

describe('the next window', () => {
  it('is open on a Monday to the end of Tuesday', () => {
    expect(from('2026-10-12')).toEqual({ kind: 'open', to: '2026-10-13', opening: BY_RULE })
    expect(from('2026-10-13')).toEqual({ kind: 'open', to: '2026-10-13', opening: BY_RULE })
    expect(from('2026-10-14')).toEqual(opens('2026-10-19', '2026-10-20'))
  })

  it('is half a window after Qingming, and none in a week all closed', () => {
    const qingming = { held: { kind: 'announced', why: 'holiday', name: '清明节' } }
    expect(from('2026-04-03')).toEqual(
      opens('2026-04-07', '2026-04-07', { ...qingming, from: '2026-04-04', to: '2026-04-06' }),
    )
    expect(from('2026-04-30')).toMatchObject({
      from: '2026-05-11',
      skipped: { from: '2026-05-01' },
    })
  })

  it('comes a week later for National Day, and on Wednesday nothing lies between any more', () => {
    const holiday = { from: '2026-10-01', to: '2026-10-07', held: { name: '国庆节' } }
    expect(from('2026-09-30')).toMatchObject(opens('2026-10-12', '2026-10-13', holiday))
    expect(from('2026-10-05')).toMatchObject(opens('2026-10-12', '2026-10-13', holiday))
    expect(from('2026-10-07')).toEqual(opens('2026-10-12', '2026-10-13'))
  })

  it('says the whole vacation it skips, though a holiday lies in it', () => {
    const winter = { held: { kind: 'announced', why: 'vacation', name: 'winter' } }
    const skipped = { ...winter, from: '2026-01-24', to: '2026-03-01' }
    expect(from('2026-01-21')).toEqual(opens('2026-03-02', '2026-03-03', skipped))
    expect(from('2026-02-16')).toEqual(opens('2026-03-02', '2026-03-03', skipped))
  })

  it('skips the months of which nothing is known', () => {
    const skipped = {
      held: { kind: 'unknown', why: 'vacation-not-entered' },
      ...{ from: '2026-01-01', to: '2026-02-28' },
    }
    expect(from('2026-01-05', { terms: [] })).toEqual(opens('2026-03-02', '2026-03-03', skipped))
    const after = from('2026-07-08', { terms: BEIJING.slice(0, 2) })
    expect(after).toMatchObject({
      ...{ from: '2026-09-01', to: '2026-09-01' },
      skipped: { from: '2026-07-08', to: '2026-08-31' },
    })
  })

  it('is not certain where a day of it has no table', () => {
    expect(from('2027-04-21')).toMatchObject({ opening: { by: 'rule', certain: false } })
  })
})

describe('an announcement', () => {
  const announcements = [announced('2026-02-09', '2026-02-11')]
  const source = '市卡管公告 2026-01-20'
  const opening = { by: 'announcement', certain: true, source }

  it('opens in the vacation, on each of its days', () => {
    expect(from('2026-02-04', { announcements })).toEqual({
      ...{ kind: 'opens', from: '2026-02-09', to: '2026-02-11', opening, skipped: null },
    })
    expect(from('2026-02-10', { announcements })).toEqual({
      kind: 'open',
      to: '2026-02-11',
      opening,
    })
  })

  it('makes a window longer that is open by rule, and is then its source', () => {
    const wednesday = [announced('2026-10-14', '2026-10-14')]
    expect(from('2026-10-12', { announcements: wednesday })).toEqual({
      ...{ kind: 'open', to: '2026-10-14', opening },
    })
  })
})

it('of a stage goes by its own vacation', () => {
  const senior = term(['2025-2026', 1], ['2025-09-01', '2026-01-30'], 'senior')
  const calendar = aCalendar({ terms: [...BEIJING, senior] })
  const of = (stage: 'compulsory' | 'senior') => nextWindow(day('2026-01-21'), calendar, stage)
  expect(of('senior')).toMatchObject({ from: '2026-01-26', skipped: null })
  expect(of('compulsory')).toMatchObject({ from: '2026-03-02' })
})

it('is none where the school has entered a year without term', () => {
  const terms = [
    term(['2025-2026', 1], ['2025-09-01', '2025-10-31']),
    term(['2025-2026', 2], ['2026-08-01', '2026-08-31']),
  ]
  expect(from('2025-11-05', { terms })).toEqual({
    kind: 'none',
    skipped: {
      held: { kind: 'announced', why: 'vacation', name: 'winter' },
      ...{ from: '2025-11-01', to: '2026-07-31' },
    },
  })
})

it('is never past, its days are all open, and none before it is', () => {
  const date = fc.integer({ min: 0, max: 900 }).map((n) => addDays(day('2025-01-01'), n))
  const announcements = fc.array(
    fc.tuple(date, fc.nat(20)).map(([first, n]) => announced(first, addDays(first, n))),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(date, fc.subarray([...BEIJING]), announcements, (today, terms, said) => {
      const calendar = aCalendar({ terms, announcements: said })
      const isOpen = (one: typeof today) => feeDay(one, calendar).kind === 'open'
      const found = nextWindow(today, calendar)
      if (found.kind === 'none') return
      const first = found.kind === 'open' ? today : found.from
      expect(first >= today && found.to >= first).toBe(true)
      expect(range(first, found.to).every(isOpen)).toBe(true)
      expect(isOpen(addDays(found.to, 1))).toBe(false)
      expect(range(today, addDays(first, -1)).some(isOpen)).toBe(false)
    }),
    { seed: 20_261_012 },
  )
})
