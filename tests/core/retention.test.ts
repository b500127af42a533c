import { describe, expect, it } from 'vitest'
import { beijingMidnight } from '../../core/calendarDate.ts'
import {
  clockFitsRoll,
  cutoffOf,
  KEPT_TABLES,
  logEmptiedAbout,
  logEmptiedTo,
  mayBeMonths,
  monthsBefore,
  monthsOf,
  RETENTION_CLASSES,
  RETENTION_RULES,
} from '../../core/retention.ts'
import { date } from '../helpers/rollBuilders.ts'

const noon = (day: string): number => Date.parse(`${day}T12:00:00+08:00`)

describe('the cut-off', () => {
  it.each([
    ['2026-11-25', 12, '2025-11-25'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2026-01-15', 36, '2023-01-15'],
    ['2026-12-31', 10, '2026-02-28'],
  ])('of %s, %i months back, is %s', (today, months, day) => {
    expect(monthsBefore(date(today), months)).toBe(day)
  })

  it('is a day in Beijing, from its first instant on', () => {
    const lateInUtc = Date.parse('2026-11-24T23:00:00Z')
    const cutoff = cutoffOf('acts', { acts: 12 }, lateInUtc)
    expect(cutoff).toEqual({ day: '2025-11-25', at: beijingMidnight(date('2025-11-25')) })
  })
})

describe('the time of a class', () => {
  it('has a least, a usual and a most, in this order', () => {
    for (const of of RETENTION_CLASSES) {
      const { least, usual, most } = RETENTION_RULES[of]
      expect([least, usual, most].every((one) => mayBeMonths(of, one))).toBe(true)
      expect(mayBeMonths(of, least - 1) || mayBeMonths(of, most + 1)).toBe(false)
      expect(mayBeMonths(of, usual + 0.5)).toBe(false)
    }
  })

  it('is the usual one where nothing is set, or what may not be', () => {
    expect(monthsOf('acts', {})).toBe(12)
    expect(monthsOf('acts', { acts: 24 })).toBe(24)
    expect(monthsOf('acts', { acts: 1 })).toBe(12)
  })

  it('is never below three years for the log (PIPL 55–56)', () => {
    expect(RETENTION_RULES.log.least).toBe(36)
    expect(monthsOf('log', { log: 35 })).toBe(36)
    expect(monthsOf('log', { log: 0 })).toBe(36)
  })

  it('is set for no table twice', () => {
    const tables = RETENTION_CLASSES.flatMap((of) => RETENTION_RULES[of].tables)
    const all = [...tables, ...Object.keys(KEPT_TABLES)]
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('a clock may delete', () => {
  const now = noon('2026-11-25')
  it('with the roll of this year, or none', () => {
    expect(clockFitsRoll(now, noon('2026-09-01'))).toBe(true)
    expect(clockFitsRoll(now, null)).toBe(true)
  })

  it('but not one that is behind the roll, or more than a year ahead of it', () => {
    expect(clockFitsRoll(now, noon('2026-11-26'))).toBe(false)
    expect(clockFitsRoll(now, noon('2025-11-24'))).toBe(false)
  })
})

it('the word of the emptied log is read back, and nothing else is taken for it', () => {
  expect(logEmptiedTo(logEmptiedAbout(42))).toBe(42)
  for (const other of [null, '', 'log 42', 'log to 42x', 'acts 42'])
    expect(logEmptiedTo(other)).toBeNull()
})
