import { join } from 'node:path'
import { dbError } from '../db/dbError.ts'
import type { Database } from '../db/database.ts'
import { getDataState, type DataState } from '../db/dataState.ts'
import { ensureDesk, type Desk } from '../db/desk.ts'
import type { LookOptions } from '../db/lookThrough.ts'
import { openDatabase } from '../db/open.ts'
import { closeJournal, openJournal, type OutboxJournal } from '../db/outboxJournal.ts'
import { getOwnSchool } from '../db/schools.ts'
import { countStudents } from '../db/students.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import type { RecoveryReport } from '../core/recoveryReport.ts'
import { lastRecovery } from './recovery/lastRecovery.ts'
import type { Recorder } from '../core/outbox.ts'
import { openAnchor, type AuditAnchor } from './auditAnchor.ts'
import { coveredHeads, listBackups } from './backups/listBackups.ts'
import { noteOpened, type Stops } from './uncleanStops.ts'

/** Where the data of one school live, and how they are opened. */
export interface DataPlace {
  readonly folder: string
  readonly nativeBinding: string | undefined
}

/** What of the roll is said often, and read once. */
export interface RollFacts {
  /** without the person at the desk: whoever records adds them */
  readonly recorder: Omit<Recorder, 'operatorId'>
  readonly schoolName: string | null
  readonly students: number
  /** null: no roll yet */
  readonly roll: DataState | null
}

/** The desk's data, open: all that is read once at the start. */
export interface LocalData extends RollFacts {
  readonly db: Database
  /** the roll was changed: its facts are others now */
  reread(): void
  /** the end of the log of acts and looks, written down outside of it */
  readonly anchor: AuditAnchor
  /** what the city has not got, a second time */
  readonly journal: OutboxJournal
  readonly stops: Stops
  /** what the last recovery or restore did; null: there was none */
  readonly recovered: RecoveryReport | null
}

export function databaseFile(folder: string): string {
  return join(folder, 'desk.db')
}

/** The encrypted file of a folder, for whoever opens or looks through it. */
export function fileOf({ folder, nativeBinding }: DataPlace, key: Uint8Array): LookOptions {
  return { file: databaseFile(folder), key, nativeBinding }
}

/**
 * Opens the encrypted file of a folder, or makes it, at today's schema.
 * @param looked a thread has just looked through it
 * @throws DeskError
 */
export function openKeyed(place: DataPlace, key: Uint8Array, looked = false): Database {
  return openDatabase({ ...fileOf(place, key), looked })
}

/** What a desk is given when it first opens its data. */
export interface FirstIdentity {
  readonly deviceId: string
  readonly madeAt: EpochMs
}

/** All of a folder's data. @throws DeskError */
export function openLocalData(place: DataPlace, key: Uint8Array, first: FirstIdentity): LocalData {
  return localDataIn(openKeyed(place, key), place, key, first)
}

/** What is read of an open database and of what lies beside it. @throws DeskError; then it is closed */
export function localDataIn(
  db: Database,
  place: DataPlace,
  key: Uint8Array,
  first: FirstIdentity,
): LocalData {
  try {
    const file = databaseFile(place.folder)
    const covered = coveredHeads(listBackups(place.folder, key))
    // Before the epoch is read: what is put back may begin a new one.
    const { journal } = openJournal(db, { databaseFile: file, dataKey: key, covered })
    const desk = ensureDesk(db, { ...first, schoolId: getOwnSchool(db)?.id ?? '' })
    let facts = rollFacts(db, desk)
    return {
      db,
      get recorder() {
        return facts.recorder
      },
      get schoolName() {
        return facts.schoolName
      },
      get students() {
        return facts.students
      },
      get roll() {
        return facts.roll
      },
      reread() {
        facts = rollFacts(db, desk)
      },
      anchor: openAnchor(place.folder, key, db),
      journal,
      stops: noteOpened(place.folder),
      recovered: lastRecovery(place.folder),
    }
  } catch (thrown) {
    db.close()
    throw dbError(thrown, 'The data of this desk were not opened')
  }
}

function rollFacts(db: Database, { deviceId, deviceEpoch }: Desk): RollFacts {
  const school = getOwnSchool(db)
  return {
    recorder: { deviceId, deviceEpoch, schoolId: school?.id ?? '', leaseId: null },
    schoolName: school?.name ?? null,
    students: countStudents(db),
    roll: getDataState(db),
  }
}

/** Closed, as they are: what is to be said at the end was said before. */
export function closeLocalData({ db, journal }: Pick<LocalData, 'db' | 'journal'>): void {
  closeJournal(journal)
  db.close()
}
