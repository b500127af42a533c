import { DeskError } from '../core/errors.ts'
import { dbError } from './dbError.ts'

/** Why a database that does not open is not opened; what to do stands in every message. */
export const NOT_OPENED = 'The data of this desk were not opened'

export function goneOrEmpty(): DeskError {
  return new DeskError(
    'db-ruined',
    `${NOT_OPENED}: the data file is gone or empty, although this desk has been in use. ` +
      'Nothing was created in its place. Restore the last backup, and look whether a virus ' +
      'scanner has put the file aside.',
  )
}

export function wrongKey(): DeskError {
  return new DeskError(
    'db-wrong-key',
    `${NOT_OPENED}: the key of this computer account is not the key they were locked with. ` +
      'The data are not damaged and nothing was changed. Sign in with the account the desk was ' +
      'set up with, or use the recovery key.',
  )
}

/** The key-check file is missing or ruined too: said as it is, never guessed. */
export function wrongKeyOrRuined(cause: unknown): DeskError {
  return new DeskError(
    'db-wrong-key',
    `${NOT_OPENED}: the key does not open them. The key-check file beside them is missing or ` +
      'unreadable, so it cannot be told whether the key is another or the data file is damaged. ' +
      'Nothing was changed. Try the account the desk was set up with, then the last backup.',
    { cause },
  )
}

export function ruined(cause: unknown): DeskError {
  return dbError(Object.assign(new Error('', { cause }), { code: 'SQLITE_CORRUPT' }), NOT_OPENED)
}

export function notEncrypted(): DeskError {
  return new DeskError(
    'db-unsafe',
    `${NOT_OPENED}: the data file is not encrypted, so it is not one this desk has written. ` +
      'Nothing was changed. Move the file out of the folder and start again.',
  )
}
