import * as fs from 'node:fs'
import * as path from 'node:path'
import { DeskError } from '../core/errors.ts'
import { quickCheck } from './check.ts'
import { connect } from './connect.ts'
import type { Database } from './database.ts'
import { dbError, nativeCode } from './dbError.ts'
import { createEmpty } from './durableFile.ts'
import {
  goneOrEmpty,
  NOT_OPENED,
  notEncrypted,
  ruined,
  wrongKey,
  wrongKeyOrRuined,
} from './refusals.ts'
import { type Keycheck, readKeycheck, writeKeycheck } from './keycheck.ts'
import { migrate, readVersion, refuseFuture, SCHEMA_VERSION } from './migrate.ts'
import { refreshSearchIndex } from './searchIndex.ts'

export interface OpenOptions {
  readonly file: string
  readonly key: Uint8Array
  readonly nativeBinding?: string | undefined
  /** for workers, after the main process has opened the file */
  readonly readonly?: boolean
  /** somebody has just looked through it (`lookThrough`): it is not done again */
  readonly looked?: boolean
}

/** SQLCipher's page. */
const PAGE_BYTES = 4096

/**
 * Opens the desk's database, creates it at the first start, and brings an older one up to date.
 * A file that cannot be used is looked at through a read-only connection first and left as it is,
 * byte for byte.
 *
 * @throws DeskError db-from-the-future, db-wrong-key, db-ruined, db-read-only, db-full, db-busy,
 * db-unsafe
 */
export function openDatabase(options: OpenOptions): Database {
  if (options.key.length !== 32) throw new DeskError('internal', 'The data key must be 32 bytes.')
  try {
    return options.readonly === true ? openReadonly(options) : openWritable(options)
  } catch (thrown) {
    throw dbError(thrown, NOT_OPENED)
  }
}

/** What opening a file would do to it: `absent` is made, `older` is brought up to date. */
export type FileAge = 'absent' | 'older' | 'of-today'

/**
 * Whether the file can be used, without changing a byte of it: milliseconds to seconds, by its size.
 * For a thread; whoever opens it next says `looked`.
 *
 * @throws DeskError as `openDatabase`
 */
export function lookThrough(options: OpenOptions): FileAge {
  try {
    if (sizeOf(options.file) === 0) return 'absent'
    const keycheck = readKeycheck(options.file, options.key)
    if (keycheck.kind === 'other-key') throw wrongKey()
    return lookFirst(options, keycheck) < SCHEMA_VERSION ? 'older' : 'of-today'
  } catch (thrown) {
    throw dbError(thrown, NOT_OPENED)
  }
}

function openReadonly(options: OpenOptions): Database {
  const keycheck = readKeycheck(options.file, options.key)
  if (keycheck.kind === 'other-key') throw wrongKey()
  const db = probe(options, keycheck)
  try {
    refuseFuture(db)
    return db
  } catch (thrown) {
    db.close()
    throw thrown
  }
}

function openWritable(options: OpenOptions): Database {
  const { file, key } = options
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const keycheck = readKeycheck(file, key)
  if (keycheck.kind === 'other-key') throw wrongKey()
  assertWritable(file)
  if (sizeOf(file) === 0) begin(options, keycheck)
  else if (options.looked !== true && (keycheck.kind !== 'fits' || keycheck.used))
    lookFirst(options, keycheck)

  const db = connect({ ...options, readonly: false })
  try {
    migrate(db)
    if (headerIsPlain(file)) throw notEncrypted()
    refreshSearchIndex(db)
    if (keycheck.kind !== 'fits' || !keycheck.used) writeKeycheck(file, key, true)
    return db
  } catch (thrown) {
    db.close()
    throw thrown
  }
}

/** The first start, or one that was cut off. A file that was in use and is gone is neither. */
function begin({ file, key }: OpenOptions, keycheck: Keycheck): void {
  const inUse = keycheck.kind === 'ruined' || (keycheck.kind === 'fits' && keycheck.used)
  if (inUse || sizeOf(`${file}-wal`) > 0) throw goneOrEmpty()
  if (keycheck.kind === 'missing') writeKeycheck(file, key, false)
  if (!fs.existsSync(file)) createEmpty(file)
}

/** Read-only: whatever is wrong with the file, nothing of it changes. @returns the version of its schema */
function lookFirst(options: OpenOptions, keycheck: Keycheck): number {
  if (headerIsPlain(options.file)) throw notEncrypted()
  // less than a page is an empty database to SQLite, which would then write over it
  if (sizeOf(options.file) < PAGE_BYTES) throw ruined(new Error('shorter than one page'))
  const db = probe(options, keycheck)
  try {
    refuseFuture(db)
    const version = readVersion(db)
    if (version === 0) throw ruined(new Error('no tables'))
    quickCheck(db)
    return version
  } finally {
    db.close()
  }
}

function probe(options: OpenOptions, keycheck: Keycheck): Database {
  try {
    return connect({ ...options, readonly: true })
  } catch (thrown) {
    if (nativeCode(thrown) !== 'SQLITE_NOTADB') throw thrown
    throw keycheck.kind === 'fits' ? ruined(thrown) : wrongKeyOrRuined(thrown)
  }
}

/** Asked before SQLite is, which would fall back to reading without a word. */
function assertWritable(file: string): void {
  fs.accessSync(path.dirname(file), fs.constants.W_OK)
  if (fs.existsSync(file)) fs.accessSync(file, fs.constants.W_OK)
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function headerIsPlain(file: string): boolean {
  const handle = fs.openSync(file, 'r')
  try {
    const start = Buffer.alloc(16)
    fs.readSync(handle, start, 0, 16, 0)
    return start.toString('latin1') === 'SQLite format 3\0'
  } finally {
    fs.closeSync(handle)
  }
}
