import * as fs from 'node:fs'
import * as path from 'node:path'
import { DeskError } from '../core/errors.ts'
import { addPackagedYears } from './calendars.ts'
import { connect } from './connect.ts'
import type { Database } from './database.ts'
import { dbError } from './dbError.ts'
import { createEmpty } from './durableFile.ts'
import { type Keycheck, readKeycheck, writeKeycheck } from './keycheck.ts'
import { headerIsPlain, lookFirst, probe, sizeOf, type LookOptions } from './lookThrough.ts'
import { migrate, refuseFuture } from './migrate.ts'
import { goneOrEmpty, NOT_OPENED, notEncrypted, wrongKey } from './refusals.ts'
import { applyNextPart } from './rollChanges.ts'
import { refreshSearchIndex } from './searchIndex.ts'

export interface OpenOptions extends LookOptions {
  /** for workers, after the main process has opened the file */
  readonly readonly?: boolean
  /** somebody has just looked through it (lookThrough.ts): it is not done again */
  readonly looked?: boolean
}

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
    // A change of the roll that a stop interrupted: it stands, and is shown before anybody looks.
    while (applyNextPart(db) !== null);
    refreshSearchIndex(db)
    addPackagedYears(db)
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

/** Asked before SQLite is, which would fall back to reading without a word. */
function assertWritable(file: string): void {
  fs.accessSync(path.dirname(file), fs.constants.W_OK)
  if (fs.existsSync(file)) fs.accessSync(file, fs.constants.W_OK)
}
