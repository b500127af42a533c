import Sqlite from 'better-sqlite3'
import { DeskError } from '../core/errors.ts'
import type { Database } from './database.ts'

export interface ConnectOptions {
  readonly file: string
  /** 32 random bytes; no password, so nothing is derived from it */
  readonly key: Uint8Array
  readonly readonly: boolean
  /** the driver's binary where the shipped one cannot load (Electron 33: Node-API 9) */
  readonly nativeBinding?: string | undefined
  /** sees every statement that runs; personal data may be in it, so only tests pass one */
  readonly onStatement?: ((sql: string) => void) | undefined
}

/** A locked file blocks the thread for this long and no longer. */
export const BUSY_TIMEOUT_MS = 250

/** KiB of pages that stay deciphered: the tables of a roll of 3,000 without their pictures. SQLite's own 2 MB hold half. */
const CACHE_KIB = 8_192

/** What every connection must read back, by pragma. */
export const SAFE_PRAGMAS = {
  cipher: 'sqlcipher',
  journal_mode: 'wal',
  synchronous: 2, // FULL: a commit is on the disk before it is acknowledged
  foreign_keys: 1,
  busy_timeout: BUSY_TIMEOUT_MS,
  temp_store: 2, // MEMORY: temporary tables and sorts never reach the disk in the clear
  secure_delete: 1, // what is deleted is overwritten at once; what that misses goes with db/clearedFile.ts
} as const

/**
 * One keyed connection with its safety switched on and read back. Throws what the driver throws.
 * The only place that loads the driver: an encrypting twin of better-sqlite3 with the same API.
 */
export function connect(options: ConnectOptions): Database {
  const { file, key, nativeBinding, onStatement } = options
  const db = new Sqlite(file, {
    readonly: options.readonly,
    fileMustExist: true,
    timeout: BUSY_TIMEOUT_MS,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
    ...(onStatement === undefined ? {} : { verbose: (sql?: unknown) => onStatement(String(sql)) }),
  })
  try {
    db.pragma(`cipher = 'sqlcipher'`)
    db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    db.pragma('temp_store = MEMORY')
    db.pragma(`cache_size = -${CACHE_KIB}`)
    db.pragma('secure_delete = ON')
    db.pragma('foreign_keys = ON')
    if (!options.readonly) db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    // macOS: fsync alone leaves the data in the drive's cache; elsewhere these two do nothing
    db.pragma('fullfsync = ON')
    db.pragma('checkpoint_fullfsync = ON')
    assertSafe(db)
    return db
  } catch (thrown) {
    db.close()
    throw thrown
  }
}

/** Loads the driver's binary, so that the first connection does not have to. */
export function loadDriver(nativeBinding: string | undefined): void {
  new Sqlite(':memory:', nativeBinding === undefined ? {} : { nativeBinding }).close()
}

/** @throws DeskError 'db-unsafe' naming the first pragma that does not read back as it must */
export function assertSafe(db: Database): void {
  for (const [pragma, wanted] of Object.entries(SAFE_PRAGMAS)) {
    const found = db.pragma(pragma, { simple: true })
    if (found === wanted) continue
    throw new DeskError(
      'db-unsafe',
      `The data were not opened: ${pragma} is ${String(found)} and must be ${String(wanted)}, ` +
        'without it a power cut or a stolen disk could cost data. Restart the desk; ' +
        'if it stays so, the disk or the installation does not support it.',
    )
  }
}
