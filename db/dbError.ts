import { DeskError, type DeskErrorCode } from '../core/errors.ts'

/** SQLite's and the system's names for a failure → ours. A longer name goes before its beginning. */
const CODES: readonly (readonly [string, DeskErrorCode])[] = [
  ['SQLITE_FULL', 'db-full'],
  ['SQLITE_IOERR_SHMSIZE', 'db-full'], // no room for the 32 KB of the -shm file
  ['ENOSPC', 'db-full'],
  ['EDQUOT', 'db-full'],
  ['SQLITE_READONLY', 'db-read-only'],
  ['SQLITE_CANTOPEN', 'db-read-only'],
  ['SQLITE_PERM', 'db-read-only'],
  ['EROFS', 'db-read-only'],
  ['EACCES', 'db-read-only'],
  ['EPERM', 'db-read-only'],
  ['ENOENT', 'db-read-only'], // what making a folder on a read-only disk ends in
  ['ENOTDIR', 'db-read-only'],
  ['SQLITE_BUSY', 'db-busy'],
  ['SQLITE_LOCKED', 'db-busy'],
  ['SQLITE_PROTOCOL', 'db-busy'],
  ['EBUSY', 'db-busy'],
  ['SQLITE_CORRUPT', 'db-ruined'],
  ['SQLITE_NOTADB', 'db-ruined'],
  ['SQLITE_IOERR', 'db-ruined'], // the disk itself fails
  ['EIO', 'db-ruined'],
]

/** What happened is said by the caller (`doing`); here stand why, and what to do next. */
const WHY: Partial<Record<DeskErrorCode, string>> = {
  'db-full':
    'the disk is full. Nothing was half written. Free some space on the disk and do it again.',
  'db-read-only':
    'the folder of the data cannot be written to. Nothing was changed. ' +
    'Ask for write permission on the folder, or unlock the disk, and start again.',
  'db-busy':
    'another program holds the data file. Nothing was changed. ' +
    'Close other windows of the desk and wait for backup or virus scanners, then do it again.',
  'db-ruined':
    'the key fits, but the data file is damaged or the disk fails. Nothing was overwritten. ' +
    'Do not delete the folder: copy it to a safe place and restore the last backup.',
  internal: 'this is a defect of the program. Restart the desk and report it.',
}

/**
 * Any failure of a database call as a DeskError. The message holds no value, path or SQL.
 *
 * @param doing what was not done, as the beginning of a sentence: 'The tap was not stored'
 */
export function dbError(thrown: unknown, doing: string): DeskError {
  if (thrown instanceof DeskError) return thrown
  const code = codeOf(thrown)
  return new DeskError(code, `${doing}: ${WHY[code] ?? ''}`, { cause: thrown })
}

function codeOf(thrown: unknown): DeskErrorCode {
  const name = nativeCode(thrown)
  return CODES.find(([beginning]) => name.startsWith(beginning))?.[1] ?? 'internal'
}

/** SQLITE_… of the driver or E… of the system; empty when there is none. */
export function nativeCode(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return ''
  return String(thrown.code)
}
