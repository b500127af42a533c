import * as fs from 'node:fs'
import { quickCheck } from './check.ts'
import { connect } from './connect.ts'
import type { Database } from './database.ts'
import { dbError, nativeCode } from './dbError.ts'
import { type Keycheck, readKeycheck } from './keycheck.ts'
import { readVersion, refuseFuture, SCHEMA_VERSION } from './migrate.ts'
import { NOT_OPENED, notEncrypted, ruined, wrongKey, wrongKeyOrRuined } from './refusals.ts'

/* A module of its own: a thread that only looks does not wait for the tables of pinyin to load. */

export interface LookOptions {
  readonly file: string
  readonly key: Uint8Array
  readonly nativeBinding?: string | undefined
}

/** SQLCipher's page. */
const PAGE_BYTES = 4096

/** What opening a file would do to it: `absent` is made, `older` is brought up to date. */
export type FileAge = 'absent' | 'older' | 'of-today'

/**
 * Whether the file can be used, without changing a byte of it: milliseconds to seconds, by its size.
 * For a thread; whoever opens it next says `looked`.
 *
 * @throws DeskError as `openDatabase`
 */
export function lookThrough(options: LookOptions): FileAge {
  try {
    if (sizeOf(options.file) === 0) return 'absent'
    const keycheck = readKeycheck(options.file, options.key)
    if (keycheck.kind === 'other-key') throw wrongKey()
    return lookFirst(options, keycheck) < SCHEMA_VERSION ? 'older' : 'of-today'
  } catch (thrown) {
    throw dbError(thrown, NOT_OPENED)
  }
}

/** Read-only: whatever is wrong with the file, nothing of it changes. @returns the version of its schema */
export function lookFirst(options: LookOptions, keycheck: Keycheck): number {
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

export function probe(options: LookOptions, keycheck: Keycheck): Database {
  try {
    return connect({ ...options, readonly: true })
  } catch (thrown) {
    if (nativeCode(thrown) !== 'SQLITE_NOTADB') throw thrown
    throw keycheck.kind === 'fits' ? ruined(thrown) : wrongKeyOrRuined(thrown)
  }
}

export function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

export function headerIsPlain(file: string): boolean {
  const handle = fs.openSync(file, 'r')
  try {
    const start = Buffer.alloc(16)
    fs.readSync(handle, start, 0, 16, 0)
    return start.toString('latin1') === 'SQLite format 3\0'
  } finally {
    fs.closeSync(handle)
  }
}
