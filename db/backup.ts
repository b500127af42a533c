import { DeskError } from '../core/errors.ts'
import { auditHashAt } from './audit.ts'
import { fullCheck } from './check.ts'
import { connect } from './connect.ts'
import { contentsOf, digestOf, type Contents } from './contents.ts'
import type { Database } from './database.ts'
import { dbError } from './dbError.ts'
import { createEmpty, syncFile, syncFolder } from './durableFile.ts'
import { writeKeycheck } from './keycheck.ts'
import { openDatabase } from './open.ts'
import { prepared } from './statements.ts'
import * as path from 'node:path'

export interface CopyJob {
  /** may be open elsewhere, and written to meanwhile */
  readonly source: string
  /** not there yet; its folder is */
  readonly target: string
  readonly key: Uint8Array
  readonly nativeBinding?: string | undefined
}

/** What is in a copy that has passed every check. */
export interface Copied {
  readonly contents: Contents
  /** `digestOf` the copy */
  readonly digest: string
}

/**
 * A verified copy under the same key that `openDatabase` opens, its key check beside it. The driver's
 * own backup fails on encrypted files; VACUUM INTO does not (hardening.md, finding 5). Seconds for a
 * school with photos: for a worker. What is left of a copy that failed is the caller's to remove.
 *
 * @throws DeskError `db-full`, `db-read-only`, `db-busy`; `db-ruined`, `db-chain-broken` also of the
 * source; what `openDatabase` throws of the source; `internal` of a copy that is not what was copied
 */
export function copyDatabase({ source, target, key, nativeBinding }: CopyJob): Copied {
  const db = openDatabase({ file: source, key, nativeBinding, readonly: true })
  try {
    const before = contentsOf(db)
    createEmpty(target)
    prepared<[string]>(db, 'VACUUM INTO ?').run(target)
    const after = contentsOf(db)
    const copied = checkCopy(target, key, nativeBinding)
    if (!liesBetween(before, copied.contents, after) || !endsAreIn(db, copied.contents))
      throw new DeskError(
        'internal',
        'The backup was not made: the copy does not hold what the data hold. ' +
          'The data themselves are as they were. Make another one; if it fails again, report it.',
      )
    writeKeycheck(target, key, true)
    return copied
  } catch (thrown) {
    throw dbError(thrown, 'The backup was not made')
  } finally {
    db.close()
  }
}

/** Opens it for writing once: a copy by VACUUM INTO is not in WAL mode yet. */
function checkCopy(target: string, key: Uint8Array, nativeBinding: string | undefined): Copied {
  const copy = connect({ file: target, key, nativeBinding, readonly: false })
  try {
    fullCheck(copy)
    return { contents: contentsOf(copy), digest: digestOf(copy) }
  } finally {
    copy.close()
    syncFile(target)
    syncFolder(path.dirname(target))
  }
}

/**
 * The copy is of a moment between the two counts. Equal where nothing was written meanwhile, which
 * is the usual case.
 */
function liesBetween(before: Contents, copy: Contents, after: Contents): boolean {
  const between = (low: number, n: number, high: number): boolean =>
    n >= Math.min(low, high) && n <= Math.max(low, high)
  return (
    copy.schemaVersion === before.schemaVersion &&
    Object.keys(copy.rows).join() === Object.keys(before.rows).join() &&
    Object.entries(copy.rows).every(([table, n]) =>
      between(before.rows[table] ?? 0, n, after.rows[table] ?? 0),
    ) &&
    copy.outboxHeads.length >= before.outboxHeads.length &&
    between(before.auditHead.seq, copy.auditHead.seq, after.auditHead.seq)
  )
}

/** Where the copy's chains end, the source has the very same rows. */
function endsAreIn(db: Database, { outboxHeads, auditHead }: Contents): boolean {
  const outbox = outboxHeads.every(
    ({ deviceId, deviceEpoch, deviceSeq, hash }) =>
      prepared<[string, number, number, string]>(
        db,
        `SELECT 1 FROM outbox WHERE device_id = ? AND device_epoch = ? AND device_seq = ? AND hash = ?`,
      ).get(deviceId, deviceEpoch, deviceSeq, hash) !== undefined,
  )
  return outbox && (auditHead.seq === 0 || auditHashAt(db, auditHead.seq) === auditHead.hash)
}
