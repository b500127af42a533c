import { describe, expect, it } from 'vitest'
import { AUDIT_KINDS, type AuditEntry } from '../../core/audit.ts'
import { makeYearlyPack, sumOf } from '../../core/makeYearlyPack.ts'
import { aPack, anEntry, YEAR } from '../electron/reports/aPack.ts'

const packOf = (...entries: readonly Partial<AuditEntry>[]) =>
  aPack({ entries: entries.map((entry, n) => anEntry({ seq: n + 1, ...entry })) })

const person = (pack: ReturnType<typeof packOf>, name: string) =>
  pack.people.find((one) => one.name === name)

describe('a yearly pack', () => {
  it('counts each person, each month and all together', () => {
    const october = YEAR.from + 280 * 24 * 60 * 60 * 1000
    const pack = packOf(
      { kind: 'tap' },
      { kind: 'tap', operatorId: 'o-wang', at: october },
      { kind: 'list-shown', at: october },
      { kind: 'settings-changed', operatorId: 'o-chen' },
    )
    expect(pack.rows).toBe(4)
    expect(pack.total).toMatchObject({ tap: 2, 'list-shown': 1, 'settings-changed': 1, deleted: 0 })
    expect(person(pack, '李慧敏')?.counts).toMatchObject({ tap: 1, 'list-shown': 1 })
    expect(person(pack, '王建国')?.counts).toMatchObject({ tap: 1, 'list-shown': 0 })
    expect(pack.months.map(({ month }) => month).slice(0, 2)).toEqual(['2026-01', '2026-02'])
    expect(pack.months).toHaveLength(12)
    expect(pack.months[9]).toMatchObject({ month: '2026-10', counts: { tap: 1, 'list-shown': 1 } })
  })

  it('names everybody of the desk, who looked most first, and nobody last', () => {
    const pack = packOf({ operatorId: null }, { operatorId: null }, { operatorId: 'o-wang' })
    expect(pack.people[0]?.name).toBe('王建国')
    expect(pack.people.map(({ name }) => name)).toContain('孙晓梅')
    expect(pack.people.at(-1)).toMatchObject({ name: '', roles: [], counts: { tap: 2 } })
  })

  it('counts a wrong PIN for whom it was tried', () => {
    const pack = packOf({ kind: 'pin-wrong', operatorId: null, about: 'o-wang', studentId: null })
    expect(person(pack, '王建国')?.counts['pin-wrong']).toBe(1)
    expect(person(pack, '')).toBeUndefined()
  })

  it('lists looks at full records with reason and purpose, pupils by an ordinal', () => {
    const look = { kind: 'education-id-shown', reason: 'transfer' } as const
    const pack = packOf(
      { ...look, studentId: 'pupil-9' },
      { ...look, studentId: 'pupil-5', kind: 'history-shown', reason: null },
      { ...look, studentId: 'pupil-9', reason: '给张伟的妈妈', purpose: 'exam' },
    )
    expect(pack.fullLooks).toMatchObject([
      { seq: 1, pupil: 1, reason: 'transfer', purpose: 'desk', name: '李慧敏' },
      { seq: 2, pupil: 2, reason: 'none' },
      { seq: 3, pupil: 1, reason: 'other', purpose: 'exam' },
    ])
    expect(pack.reasons).toMatchObject([
      { kind: 'education-id-shown', byReason: { transfer: 1, other: 1, none: 0 } },
      { kind: 'history-shown', byReason: { none: 1 } },
    ])
    expect(JSON.stringify(pack)).not.toMatch(/pupil-[59]|张伟/)
  })

  it('lists what left the desk, and what was done alone, under the reason too', () => {
    const pack = packOf(
      { kind: 'report-made' },
      { kind: 'support-bundle-made', operatorId: 'o-chen' },
      { kind: 'education-id-shown', reason: 'alone card' },
      { kind: 'backup-restored', reason: 'alone' },
    )
    expect(pack.departures.map(({ kind }) => kind)).toEqual(['report-made', 'support-bundle-made'])
    expect(pack.alone.map(({ seq }) => seq)).toEqual([3, 4])
    expect(person(pack, '李慧敏')?.alone).toBe(2)
    expect(pack.fullLooks).toMatchObject([{ reason: 'card' }])
  })

  it('counts each kind in one group: nothing is left out of the sums', () => {
    const pack = packOf(...AUDIT_KINDS.map((kind) => ({ kind })))
    const groups = (['look', 'departure', 'deletion', 'act'] as const).map((group) =>
      sumOf(pack.total, group),
    )
    expect(groups.reduce((a, b) => a + b)).toBe(AUDIT_KINDS.length)
  })

  it('goes through the entries once and keeps none of them', () => {
    let alive = 0
    function* entries(n: number): Generator<AuditEntry> {
      for (let seq = 1; seq <= n; seq += 1) {
        alive += 1
        yield anEntry({ seq })
      }
    }
    const packOfMany = (n: number) =>
      makeYearlyPack({ ...aPack(), people: new Map(), entries: entries(n), emptied: 0 })
    const pack = packOfMany(100_000)
    expect(alive).toBe(100_000)
    expect(pack.rows).toBe(100_000)
    // Its size is that of the table of kinds: a hundred thousand rows add digits to its figures alone.
    const [many, few] = [pack, packOfMany(100)].map((one) => JSON.stringify(one).length)
    expect((many ?? 0) - (few ?? 0)).toBeLessThan(100)
  })
})
