import { open } from 'node:fs/promises'
import { connect } from './connect.ts'
import type { Database } from './database.ts'
import type { LookOptions } from './lookThrough.ts'

/** What SQLite does by itself after a commit, by pages in its log (its own default). */
const USUAL_PAGES = 1_000

/**
 * While much is written, this connection does not bring it from SQLite's log into the file behind one of its
 * commits: a thread does (`checkpoint`), and nobody waits for it.
 *
 * @returns what ends it
 */
export function leaveCheckpoints(db: Database): () => void {
  db.pragma('wal_autocheckpoint = 0')
  return () => void db.pragma(`wal_autocheckpoint = ${USUAL_PAGES}`)
}

/**
 * What was committed before is on the disk when this resolves, and main's loop did not wait for it: for what
 * `writingSlice` wrote and somebody is told done by. On macOS Node's fsync empties the drive's cache, too.
 *
 * @param file the database, open
 */
export async function syncLog(file: string): Promise<void> {
  const log = await open(`${file}-wal`, 'r+')
  try {
    await log.sync()
  } finally {
    await log.close()
  }
}

/** Brings into the file what can be without holding anybody up. By a connection of its own, for a thread. */
export function checkpoint(place: LookOptions): void {
  const db = connect({ ...place, readonly: false })
  try {
    db.pragma('wal_checkpoint(PASSIVE)')
  } finally {
    db.close()
  }
}
