import type { BackupLine, CareView, PrivacyView, RetentionLine } from '../../core/care.ts'
import type { RecoveryReport } from '../../core/recoveryReport.ts'
import { RETENTION_CLASSES, RETENTION_RULES } from '../../core/retention.ts'
import { MONDAY } from './builders.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

export function backup(part: Partial<BackupLine> = {}): BackupLine {
  return {
    name: '000031-hourly',
    kind: 'hourly',
    madeAt: MONDAY - 2 * HOUR,
    fault: null,
    bytes: 18_400_000,
    students: 1203,
    sheet: 'present',
    ...part,
  }
}

export const BACKUPS: readonly BackupLine[] = [
  backup(),
  backup({ name: '000030-daily', kind: 'daily', madeAt: MONDAY - 3 * HOUR }),
  backup({
    name: '000029-hourly',
    madeAt: MONDAY - 20 * HOUR,
    fault: 'database',
    bytes: null,
    students: null,
  }),
  backup({ name: '000028-daily', kind: 'daily', madeAt: MONDAY - DAY - 3 * HOUR }),
  backup({
    name: '000027-before-migration',
    kind: 'before-migration',
    madeAt: MONDAY - 2 * DAY,
    bytes: 1_180_000_000,
    students: 987,
  }),
  backup({
    name: '000026-daily',
    kind: 'daily',
    madeAt: MONDAY - 300 * DAY,
    fault: 'manifest',
    bytes: null,
    students: null,
  }),
]

export function careView(part: Partial<CareView> = {}): CareView {
  return {
    backups: BACKUPS,
    backupLate: false,
    uncleanStops: 3,
    freeBytes: 120_400_000_000,
    diskLow: false,
    keyStore: 'gnome',
    keyException: false,
    sheet: 'a1b2c3d4',
    folder: 'C:\\Users\\desk\\AppData\\Roaming\\student-card-desk\\data',
    recovered: null,
    ...part,
  }
}

export function recovery(part: Partial<RecoveryReport> = {}): RecoveryReport {
  return {
    at: MONDAY - HOUR,
    base: { kind: 'backup', name: '000030-daily', madeAt: MONDAY - 3 * HOUR },
    ruinedBackups: ['000031-hourly'],
    quarantine: '2026-10-12T07-02-11',
    deviceEpoch: 2,
    outbox: { inBase: 410, fromFile: 21, fromJournal: 4, resealed: 2, withCity: 1, lost: 1 },
    audit: { inBase: 8_230, fromFile: 96, leftBehind: 2, lost: 0 },
    ...part,
  }
}

export const NOTHING_LOST = recovery({
  ruinedBackups: [],
  outbox: { inBase: 410, fromFile: 21, fromJournal: 0, resealed: 0, withCity: 0, lost: 0 },
  audit: { inBase: 8_230, fromFile: 96, leftBehind: 0, lost: 0 },
})

export const FROM_NOTHING = recovery({ base: { kind: 'empty' }, quarantine: null })

function line(of: RetentionLine['of'], index: number): RetentionLine {
  const { least, usual, most } = RETENTION_RULES[of]
  return { ...{ of, least, most }, months: usual, due: 0, held: 0, lastRun: ran(index) }
}

const ran = (index: number): RetentionLine['lastRun'] =>
  index % 2 === 0 ? { at: MONDAY - (index + 1) * 9 * DAY, deleted: 12 * (index + 1) } : null

export function privacyView(part: Partial<PrivacyView> = {}): PrivacyView {
  return {
    basis: {
      ground: 'statutory-duty',
      rulesVersion: 1,
      recordedAt: MONDAY - 40 * DAY,
      recordedBy: 'administrator',
    },
    rulesVersion: 1,
    withoutBasis: 0,
    retention: RETENTION_CLASSES.map(line),
    clockRefused: false,
    ...part,
  }
}

/** Some of it has had its time. */
export const DUE = privacyView({
  retention: RETENTION_CLASSES.map((of, index) => {
    if (of === 'acts') return { ...line(of, index), due: 15, held: 4 }
    return of === 'leavers' ? { ...line(of, index), due: 31 } : line(of, index)
  }),
})
