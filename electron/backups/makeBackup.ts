import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backupsToDrop, type BackupKind } from '../../core/backups.ts'
import type { EpochMs } from '../../core/calendarDate.ts'
import { copyDatabase } from '../../db/backup.ts'
import { dbError } from '../../db/dbError.ts'
import { syncFolder, writeDurably } from '../../db/durableFile.ts'
import { writeAnchor } from '../auditAnchor.ts'
import { databaseFile, type DataPlace } from '../localData.ts'
import {
  backupsFolder,
  BOX_FILE,
  clearParts,
  dropBackup,
  nameOf,
  nextSerial,
  partOf,
} from './backupFolder.ts'
import { listBackups } from './listBackups.ts'
import { writeManifest, type Manifest } from './manifest.ts'

/** Plain data, so that a worker can do it. */
export interface BackupJob {
  readonly place: DataPlace
  readonly key: Uint8Array
  /** the data key as `sealTo` sealed it for the recovery sheet (keys/sealedBox.ts); null: there is no sheet */
  readonly recoveryBox: string | null
  readonly kind: BackupKind
  readonly madeAt: EpochMs
  /**
   * data were deleted since the last backup (db/clearedFile.ts): the older ones hold them still, or open
   * with a recovery sheet that was copied, and all go once this one is verified
   */
  readonly afterDeletion: boolean
}

export interface BackupMade {
  readonly name: string
  readonly manifest: Manifest
  /** names of older ones that have gone for it */
  readonly dropped: readonly string[]
}

/**
 * Makes one backup, verifies it, and only then drops what the rule says (core/backups.ts). A failure
 * leaves every older one. Blocks for a second or two: main runs it in a worker, one at a time.
 *
 * @throws DeskError what `copyDatabase` throws, `db-full`, `db-read-only`
 */
export function makeBackup(job: BackupJob): BackupMade {
  const { place, key, kind, madeAt } = job
  try {
    mkdirSync(backupsFolder(place.folder), { recursive: true, mode: 0o700 })
    clearParts(place.folder)
    const serial = nextSerial(place.folder)
    const name = nameOf({ serial, kind, madeAt })
    const manifest = fill(join(backupsFolder(place.folder), name), job, serial)
    const all = listBackups(place.folder, key)
    const older = all.filter((one) => one.serial < serial)
    const dropped = (job.afterDeletion ? older : backupsToDrop(all)).map((one) => one.name)
    for (const old of dropped) dropBackup(place.folder, old)
    return { name, manifest, dropped }
  } catch (thrown) {
    throw dbError(thrown, 'The backup was not made')
  }
}

function fill(folder: string, job: BackupJob, serial: number): Manifest {
  const part = partOf(folder)
  try {
    mkdirSync(part, { mode: 0o700 })
    const manifest = fillPart(part, job, serial)
    syncFolder(part)
    renameSync(part, folder)
    syncFolder(join(folder, '..'))
    return manifest
  } catch (thrown) {
    rmSync(part, { recursive: true, force: true })
    throw thrown
  }
}

function fillPart(part: string, job: BackupJob, serial: number): Manifest {
  const { place, key, kind, madeAt } = job
  const { nativeBinding } = place
  const target = databaseFile(part)
  const copied = copyDatabase({ source: databaseFile(place.folder), target, key, nativeBinding })
  if (job.recoveryBox !== null) writeDurably(join(part, BOX_FILE), job.recoveryBox)
  writeAnchor(part, key, copied.contents.auditHead)
  const manifest: Manifest = {
    form: 1,
    serial,
    kind,
    madeAt,
    ...copied.contents,
    rows: { ...copied.contents.rows },
    outboxHeads: [...copied.contents.outboxHeads],
    digest: copied.digest,
    bytes: statSync(target).size,
  }
  writeManifest(part, manifest, key)
  return manifest
}
