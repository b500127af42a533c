import { AUDIT_KINDS, type AuditEntry } from '../../../core/audit.ts'
import { LOOK_REASONS } from '../../../core/lookReason.ts'
import { makeYearlyPack, type YearlyFacts } from '../../../core/makeYearlyPack.ts'
import type { YearlyPack } from '../../../core/yearlyPack.ts'

/** The year 2026 of Beijing. */
export const YEAR = { from: Date.UTC(2025, 11, 31, 16), to: Date.UTC(2026, 11, 31, 16) }

const DAY_MS = 24 * 60 * 60 * 1000

const PEOPLE: YearlyFacts['people'] = new Map([
  ['o-li', { name: '李慧敏', roles: ['clerk', 'supervisor'] }],
  ['o-wang', { name: '王建国', roles: ['class-teacher'] }],
  ['o-zhao', { name: '阿依古丽·买买提', roles: ['clerk', 'check-in-helper'] }],
  ['o-chen', { name: '陈立', roles: ['administrator', 'supervisor'] }],
  ['o-left', { name: '孙晓梅', roles: ['clerk'] }],
])

export function anEntry(change: Partial<AuditEntry>): AuditEntry {
  return {
    seq: 1,
    prevHash: '0'.repeat(64),
    at: YEAR.from + DAY_MS,
    bootId: 'boot-1',
    operatorId: 'o-li',
    purpose: 'desk',
    kind: 'tap',
    studentId: 's-1',
    about: null,
    reason: null,
    ...change,
  }
}

/** A year of work at a desk; no day of July and August. */
function* aYear(): Generator<AuditEntry> {
  const ids = [...PEOPLE.keys()].slice(0, 4)
  let seq = 0
  for (let day = 3; day < 365; day += 1) {
    const at = YEAR.from + day * DAY_MS + 8 * 60 * 60 * 1000
    const month = new Date(at).getUTCMonth()
    if (month === 6 || month === 7 || day % 7 > 4) continue
    for (let n = 0; n < 9 + month * 2; n += 1) {
      seq += 1
      const kind = AUDIT_KINDS[(seq * 5 + n) % (n % 3 === 0 ? AUDIT_KINDS.length : 5)] ?? 'tap'
      const full = kind === 'education-id-shown' || kind === 'history-shown'
      yield anEntry({
        seq,
        at: at + n * 60_000,
        kind,
        operatorId: ids[(seq + n * n) % ids.length] ?? null,
        purpose: n % 5 === 0 ? 'exam' : 'desk',
        studentId: full ? `s-${(seq * 13) % 400}` : null,
        about: kind === 'pin-wrong' ? 'o-wang' : null,
        reason: full
          ? (LOOK_REASONS[seq % 4] ?? null)
          : kind === 'log-notice-lifted'
            ? 'alone'
            : null,
      })
    }
  }
}

export function aPack(change: Partial<YearlyFacts> = {}): YearlyPack {
  return makeYearlyPack({
    ...YEAR,
    school: '北京市第一实验小学',
    madeAt: Date.UTC(2027, 0, 5, 0, 2),
    madeBy: '李慧敏',
    pupils: 1286,
    people: PEOPLE,
    entries: aYear(),
    emptied: 0,
    retention: [
      { dataClass: 'leaver-photos', months: 3, deleted: 214, runs: 12 },
      { dataClass: 'leavers', months: 12, deleted: 1070, runs: 12 },
      { dataClass: 'acts', months: 12, deleted: 41_250, runs: 52 },
      { dataClass: 'fares', months: 18, deleted: 96, runs: 12 },
      { dataClass: 'readers', months: 12, deleted: 730, runs: 12 },
      { dataClass: 'log', months: 36, deleted: 0, runs: 0 },
      { dataClass: 'pupil', months: null, deleted: 2, runs: 2 },
    ],
    basis: {
      ground: 'statutory-duty',
      rulesVersion: 2,
      recordedAt: Date.UTC(2026, 8, 1, 1),
      pupils: { recorded: 1284, missing: 0, 'needs-renewal': 0, withdrawn: 2 },
    },
    log: {
      check: { kind: 'ok', rows: 48_213 },
      head: { seq: 48_213, hash: '4f2a90c1d7'.repeat(7).slice(0, 64) },
      anchor: 'fits',
    },
    ...change,
  })
}
