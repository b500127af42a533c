import type { AuditMoment } from '../../core/audit.ts'
import type { BackupKind } from '../../core/backups.ts'
import type { Database } from '../../db/database.ts'
import { ensureDesk } from '../../db/desk.ts'
import { openDatabase } from '../../db/open.ts'
import {
  appendToJournal,
  closeJournal,
  openJournal,
  type JournalOpened,
} from '../../db/outboxJournal.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { recordTap } from '../../db/taps.ts'
import { makeBackup, type BackupMade } from '../../electron/backups/makeBackup.ts'
import { recover, type Recovery } from '../../electron/recovery/recover.ts'
import type { RecoveryReport } from '../../core/recoveryReport.ts'
import { aRollOf } from './rollBuilders.ts'
import { testPlace, type TestPlace } from './testDb.ts'
import { aTap, RECORDER } from './testDbTaps.ts'

export const NOON = 1_790_000_000_000
export const MOMENT_OF_RECOVERY: AuditMoment = {
  at: NOON + 60_000,
  bootId: 'boot-2',
  operatorId: null,
  purpose: null,
}

/** A desk at work: its database with a roll, and taps by their cmdIds. */
export interface TestSchool {
  readonly place: TestPlace
  readonly data: { readonly folder: string; readonly nativeBinding: undefined }
  readonly db: Database
  /** as a desk does: in the database, and in the journal when it is given */
  tap(times: number, journal?: JournalOpened['journal']): readonly string[]
}

export function aSchool({ students = 60, place = testPlace() } = {}): TestSchool {
  const db = openDatabase(place)
  const { deviceId, schoolId } = RECORDER
  const { deviceEpoch } = ensureDesk(db, { deviceId, schoolId, madeAt: NOON })
  replaceRoll(db, aRollOf(students))
  const recorder = { ...RECORDER, deviceEpoch }
  return {
    place,
    data: { folder: place.folder, nativeBinding: undefined },
    db,
    tap: (times, journal) =>
      Array.from({ length: times }, () => {
        const { cmdId } = recordTap(db, { ...aTap(), recorder })
        if (journal !== undefined) appendToJournal(journal, db)
        return cmdId
      }),
  }
}

export function journalOf({ place, db }: TestSchool, covered = []): JournalOpened {
  return openJournal(db, { databaseFile: place.file, dataKey: place.key, covered })
}

export function backUp(
  { data, place: { key } }: Pick<TestSchool, 'data' | 'place'>,
  {
    kind = 'hourly' as BackupKind,
    madeAt = NOON,
    recoveryBox = null as string | null,
    afterDeletion = false,
  } = {},
): BackupMade {
  return makeBackup({ place: data, key, kind, madeAt, recoveryBox, afterDeletion })
}

/** Closed, with a backup of the first taps; the journal has all of them. */
export function anEndedSchool({ before = 5, after = 5, backup = true, place = testPlace() } = {}): {
  readonly school: TestSchool
  readonly acts: readonly string[]
} {
  const school = aSchool({ place })
  const { journal } = journalOf(school)
  const first = school.tap(before, journal)
  if (backup) backUp(school)
  const acts = [...first, ...school.tap(after, journal)]
  closeJournal(journal)
  school.db.close()
  return { school, acts }
}

export function recoverIt(
  { data, place: { key } }: TestSchool,
  moment = MOMENT_OF_RECOVERY,
): Recovery {
  return recover({ place: data, key, moment, newDeviceId: 'a-new-device' })
}

export function reportOf(recovery: { readonly kind: string }): RecoveryReport {
  if ('report' in recovery) return recovery.report as RecoveryReport
  throw new Error(`expected a report, but it ended in ${recovery.kind}`)
}

/** The commands of the outbox in the order of their chains. */
export function actsIn(db: Database): readonly string[] {
  const rows = db.prepare(
    'SELECT cmd_id AS it FROM outbox ORDER BY device_id, device_epoch, device_seq',
  )
  return (rows.all() as { readonly it: string }[]).map((row) => row.it)
}
