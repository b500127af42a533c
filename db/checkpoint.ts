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

/** Brings into the file what can be without holding anybody up. By a connection of its own, for a thread. */
export function checkpoint(place: LookOptions): void {
  const db = connect({ ...place, readonly: false })
  try {
    db.pragma('wal_checkpoint(PASSIVE)')
  } finally {
    db.close()
  }
}
