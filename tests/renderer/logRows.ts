import { AUDIT_KINDS, type AuditEntry, type AuditKind } from '../../core/audit.ts'
import { MONDAY } from './builders.ts'

const HOUR = 3_600_000
const ZEROS = '0'.repeat(64)
const PEOPLE = ['o-adm', 'o-sup', 'o-cl']
export const NAMES = { 'o-adm': '王建国', 'o-sup': '李秀英', 'o-cl': '周敏' }

export function entry(part: Partial<AuditEntry> = {}): AuditEntry {
  return {
    seq: 1,
    prevHash: ZEROS,
    at: MONDAY,
    bootId: 'b-1',
    operatorId: 'o-sup',
    purpose: 'desk',
    kind: 'page-opened',
    studentId: null,
    about: null,
    reason: null,
    ...part,
  }
}

/** What stands in a row of each kind, as main writes it. */
const CONTENT: Readonly<Partial<Record<AuditKind, Partial<AuditEntry>>>> = {
  tap: { studentId: '8f2c77e1-0d5b-4c6e-9a10-3344556fab12', about: 't-77' },
  'list-shown': { about: 's-19aa s-20bb s-21cc' },
  'page-opened': { studentId: '8f2c77e1-0d5b-4c6e-9a10-3344556fab12' },
  'education-id-shown': { studentId: 's-3344556fab12', reason: 'parent-asks' },
  'history-shown': { studentId: 's-3344556fab12' },
  'pin-wrong': { operatorId: null, purpose: null, about: 'o-cl' },
  locked: { about: 'idle' },
  'purpose-chosen': { purpose: 'physical-check', about: 'physical-check' },
  're-authenticated': { about: 'lift-log-notice' },
  'operator-added': { operatorId: 'o-adm', about: 'o-cl' },
  'operator-changed': { operatorId: 'o-adm', about: 'o-cl' },
  'operator-ended': { operatorId: 'o-adm', about: '77b0c1d2-gone' },
  'pin-set': { operatorId: 'o-adm', about: 'o-cl' },
  'tries-lifted': { about: 'o-cl' },
  'staff-card-bound': { operatorId: 'o-adm', about: 'o-sup' },
  'staff-card-unbound': { operatorId: 'o-adm', about: 'o-sup' },
  'settings-changed': { operatorId: 'o-adm', about: 'kiosk lockAfterMinutes' },
  'key-exception': { operatorId: null, purpose: null },
  'backup-made': { operatorId: 'o-adm', about: '2026-10-12-0800' },
  'backup-copied': { operatorId: 'o-adm', about: '2026-10-12-0800' },
  'data-recovered': { about: '1203' },
  'log-notice-lifted': { reason: '硬盘换过，旧文件夹已另存并报告学校' },
  'basis-recorded': { studentId: 's-3344556fab12' },
  deleted: { operatorId: null, purpose: null, about: 'taps 120' },
}

/** One row of each kind, then the same again, an hour apart, newest first. */
export function rows(count: number): readonly AuditEntry[] {
  return Array.from({ length: count }, (_, n) => {
    const kind = AUDIT_KINDS[n % AUDIT_KINDS.length] ?? 'tap'
    return entry({
      seq: 12_000 - n,
      at: MONDAY - n * HOUR,
      operatorId: PEOPLE[n % 3] ?? null,
      kind,
      ...CONTENT[kind],
    })
  })
}
