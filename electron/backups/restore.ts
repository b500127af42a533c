import { mkdirSync, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { dbError } from '../../db/dbError.ts'
import { openWith } from '../keys/sealedBox.ts'
import { databaseFile } from '../localData.ts'
import { findAll } from '../recovery/found.ts'
import { proveKey } from '../recovery/keyProof.ts'
import { quarantine, unfinished } from '../recovery/quarantine.ts'
import { rebuild } from '../recovery/rebuild.ts'
import type { RecoverJob } from '../recovery/recover.ts'
import type { RecoveryReport } from '../../core/recoveryReport.ts'
import { stageBackup, type Staged } from '../recovery/stage.ts'
import { writeAnchor } from '../auditAnchor.ts'
import { boxIn } from './backupFolder.ts'
import { listBackups } from './listBackups.ts'
import { readManifest } from './manifest.ts'

export interface RestoreJob extends RecoverJob {
  /** of the backup, as listed */
  readonly name: string
  /** of whoever wished it, for the row in the log */
  readonly reason: string
}

export type Restored =
  | { readonly kind: 'restored'; readonly report: RecoveryReport }
  | { readonly kind: 'wrong-key' }
  /** the backup is not there, or not whole: nothing was touched */
  | { readonly kind: 'ruined' }

/**
 * Puts a chosen backup in the place of the desk's data, which go into quarantine, whole or ruined.
 * What was done since is read out of them and the journal and put back, in a new epoch. The
 * database and the journal are closed.
 *
 * @throws DeskError `db-full`, `db-read-only`, `db-busy`
 */
export function restoreBackup(job: RestoreJob): Restored {
  const { place, key, moment } = job
  try {
    if (proveKey(place.folder, key) === 'wrong-key') return { kind: 'wrong-key' }
    const backup = listBackups(place.folder, key).find((one) => one.name === job.name)
    if (backup?.whole !== true) return { kind: 'ruined' }
    const staged = stageBackup(backup, place, key)
    if (staged === null) return { kind: 'ruined' }
    return closing(staged, () => {
      quarantine(place.folder, key, moment.at)
      const quarantined = unfinished(place.folder)
      const { name, madeAt } = backup
      const report = rebuild(staged, {
        ...job,
        base: { kind: 'backup', name, madeAt },
        ruinedBackups: [],
        found: findAll(place, key, quarantined),
        quarantined,
        kind: 'backup-restored',
      })
      return { kind: 'restored', report }
    })
  } catch (thrown) {
    throw dbError(thrown, 'The backup was not restored')
  }
}

export type BoxOpened =
  | { readonly kind: 'opened'; readonly dataKey: Uint8Array }
  | { readonly kind: 'wrong-key' }
  /** missing or damaged */
  | { readonly kind: 'ruined' }

/** The data key out of a backup, with the recovery key from the sheet of paper. */
export function openBackupBox(backupFolder: string, privateKey: Uint8Array): BoxOpened {
  const sealed = boxIn(backupFolder)
  if (sealed === null) return { kind: 'ruined' }
  const box = openWith(privateKey, sealed)
  return box.kind === 'opened' ? { kind: 'opened', dataKey: box.secret } : box
}

export interface RestoreElsewhereJob extends Omit<RestoreJob, 'key' | 'name' | 'reason'> {
  /** of the backup; need not be in the school's own folder */
  readonly backupFolder: string
  readonly privateKey: Uint8Array
}

export type RestoredElsewhere =
  | {
      readonly kind: 'restored'
      readonly report: RecoveryReport
      /** to be kept by this machine's key store before anything else */
      readonly dataKey: Uint8Array
      /** of the data as they were in the backup: before the new epoch and its row in the log */
      readonly digest: string
    }
  | { readonly kind: 'wrong-key' }
  | { readonly kind: 'ruined' }
  /** there are data in the folder already: they are not this backup's to replace */
  | { readonly kind: 'occupied' }

/**
 * The same on another machine, into a folder without data: the recovery key opens the box, the box
 * gives the data key. A journal that was brought along into the folder is put back too.
 *
 * @throws DeskError `db-full`, `db-read-only`, `db-busy`
 */
export function restoreElsewhere(job: RestoreElsewhereJob): RestoredElsewhere {
  const { place, backupFolder } = job
  try {
    if (existsSync(databaseFile(place.folder))) return { kind: 'occupied' }
    const box = openBackupBox(backupFolder, job.privateKey)
    if (box.kind !== 'opened') return box
    const key = box.dataKey
    const manifest = readManifest(backupFolder, key)
    if (manifest === null) return { kind: 'ruined' }
    mkdirSync(place.folder, { recursive: true, mode: 0o700 })
    const staged = stageBackup({ folder: backupFolder, manifest }, place, key)
    if (staged === null) return { kind: 'ruined' }
    return closing(staged, () => {
      writeAnchor(place.folder, key, manifest.auditHead)
      const { madeAt, digest } = manifest
      const report = rebuild(staged, {
        ...job,
        key,
        base: { kind: 'backup', name: basename(backupFolder), madeAt },
        ruinedBackups: [],
        found: findAll(place, key, []),
        quarantined: [],
        kind: 'backup-restored',
      })
      return { kind: 'restored', report, dataKey: key, digest }
    })
  } catch (thrown) {
    throw dbError(thrown, 'The backup was not restored')
  }
}

function closing<T>(staged: Staged, work: () => T): T {
  try {
    return work()
  } finally {
    if (staged.db.open) staged.db.close()
  }
}
