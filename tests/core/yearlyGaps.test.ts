import { expect, it } from 'vitest'
import type { AuditEntry } from '../../core/audit.ts'
import { gapWatch } from '../../core/yearlyGaps.ts'
import { monthsBetween } from '../../core/yearlyCounts.ts'
import { anEntry, YEAR } from '../electron/reports/aPack.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A row every week of the year, so that nothing but the change is found. */
function gapsOf(
  change: (entry: AuditEntry) => Partial<AuditEntry> | null,
  time: { readonly madeAt?: number; readonly emptied?: number } = {},
) {
  const watch = gapWatch({ ...YEAR, madeAt: YEAR.to, emptied: 0, ...time }, (id) => id !== 'o-gone')
  for (let day = 0, seq = 1; day < 365; day += 7, seq += 1) {
    const entry = anEntry({ seq, at: YEAR.from + day * DAY_MS })
    const changed = change(entry)
    if (changed !== null) watch.see({ ...entry, ...changed })
  }
  return watch.found()
}

it('a year that is told has no gap', () => {
  expect(gapsOf(() => ({}))).toEqual([])
})

it('a year without a row is said to be empty', () => {
  expect(gapsOf(() => null)).toEqual([{ kind: 'empty' }])
})

it('says where the rows begin, and where the year was not over', () => {
  const at = YEAR.from + 70 * DAY_MS
  expect(gapsOf((entry) => (entry.at < at ? null : {}))).toEqual([{ kind: 'starts-late', at }])
  const madeAt = YEAR.to - DAY_MS
  expect(gapsOf(() => ({}), { madeAt })).toEqual([{ kind: 'made-early', at: madeAt }])
})

it('says when nothing was written for long, also at the end', () => {
  const from = YEAR.from + 175 * DAY_MS
  const to = from + 63 * DAY_MS
  expect(gapsOf(({ at }) => (at > from && at < to ? null : {}))).toEqual([
    { kind: 'quiet', from, to, days: 63 },
  ])
  expect(gapsOf(({ at }) => (at > from ? null : {}))).toMatchObject([
    { kind: 'quiet', to: YEAR.to },
  ])
})

it('tells a clock that was set back, by rows and by how much', () => {
  expect(
    gapsOf(({ seq, at }) => (seq === 20 || seq === 21 ? { at: at - 30 * DAY_MS } : {})),
  ).toEqual([
    {
      kind: 'quiet',
      from: expect.any(Number) as number,
      to: expect.any(Number) as number,
      days: 21,
    },
    { kind: 'clock-back', rows: 2, firstSeq: 20, mostMs: 23 * DAY_MS },
  ])
})

it.each([
  ['nobody', { operatorId: null }],
  ['unknown-person', { operatorId: 'o-gone' }],
  ['no-reason', { kind: 'education-id-shown', reason: null }],
] as const)('counts rows that say too little: %s', (kind, change) => {
  expect(gapsOf(({ seq }) => (seq < 4 ? change : {}))).toEqual([{ kind, rows: 3 }])
})

it('misses nobody where nobody can be', () => {
  expect(gapsOf(() => ({ kind: 'pin-wrong', operatorId: null }))).toEqual([])
})

it('says how many rows have lost their text', () => {
  expect(gapsOf(() => ({}), { emptied: 7 })).toEqual([{ kind: 'emptied', rows: 7 }])
})

it('months are those of Beijing', () => {
  expect(monthsBetween(YEAR.from, YEAR.to)).toHaveLength(12)
  expect(monthsBetween(YEAR.from - 1, YEAR.from + 1)).toEqual(['2025-12', '2026-01'])
  expect(monthsBetween(YEAR.to, YEAR.to)).toEqual(['2027-01'])
})
