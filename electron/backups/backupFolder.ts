import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BACKUP_KINDS, type BackupKind, type BackupStamp } from '../../core/backups.ts'
import { nativeCode } from '../../db/dbError.ts'

/**
 * A backup is a folder, so that it is there whole or not at all: it is filled under a name that ends
 * in `.part` and gets its own name last.
 *
 *     backups/000012-daily-20260901T080000Z/
 *       desk.db  desk.db.keycheck   opens like the desk's own
 *       recovery-box                the data key, sealed to the recovery sheet of its day; may be missing
 *       desk.log-anchor             the end of the log, signed
 *       manifest.json               what is in it, signed
 */
export function backupsFolder(schoolFolder: string): string {
  return join(schoolFolder, 'backups')
}

export const BOX_FILE = 'recovery-box'

/** The data key in a backup, as it was sealed for the recovery sheet of its day; null: there is none. */
export function boxIn(backupFolder: string): string | null {
  const file = join(backupFolder, BOX_FILE)
  return existsSync(file) ? readFileSync(file, 'latin1') : null
}

const PART = '.part'
const FORM = /^(\d{6,})-([a-z-]+)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

export function nameOf({ serial, kind, madeAt }: BackupStamp): string {
  const moment = new Date(madeAt).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  return `${String(serial).padStart(6, '0')}-${kind}-${moment}Z`
}

/** @returns null: not the name of a backup; to the second, like the name */
export function stampIn(name: string): BackupStamp | null {
  const [, serial, kind, year, month, day, hour, minute, second] = FORM.exec(name) ?? []
  const known = BACKUP_KINDS.find((one): one is BackupKind => one === kind)
  const madeAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return known === undefined || Number.isNaN(madeAt)
    ? null
    : { serial: Number(serial), kind: known, madeAt }
}

/** What bears the name of a backup, newest first. */
export function backupNames(schoolFolder: string): readonly string[] {
  return entriesOf(backupsFolder(schoolFolder))
    .filter((name) => stampIn(name) !== null)
    .toSorted((a, b) => (stampIn(b)?.serial ?? 0) - (stampIn(a)?.serial ?? 0))
}

export function nextSerial(schoolFolder: string): number {
  const [newest] = backupNames(schoolFolder)
  return (newest === undefined ? 0 : (stampIn(newest)?.serial ?? 0)) + 1
}

export function partOf(folder: string): string {
  return folder + PART
}

/** What a backup or a removal that was cut off has left. */
export function clearParts(schoolFolder: string): void {
  const folder = backupsFolder(schoolFolder)
  for (const name of entriesOf(folder))
    if (name.endsWith(PART)) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Out of the list at once, then off the disk: one that is cut off leaves no half backup. */
export function dropBackup(schoolFolder: string, name: string): void {
  const folder = join(backupsFolder(schoolFolder), name)
  renameSync(folder, partOf(folder))
  rmSync(partOf(folder), { recursive: true, force: true })
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (thrown) {
    if (nativeCode(thrown) === 'ENOENT') return []
    throw thrown
  }
}
