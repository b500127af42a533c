import type { Database } from './database.ts'
import { dbError } from './dbError.ts'

/**
 * All of `work` or nothing of it, on the disk when this returns (BEGIN IMMEDIATE: who cannot write
 * is told before any work).
 *
 * @param doing what was not done if it fails: 'The tap was not stored'
 * @throws DeskError
 */
export function writing<T>(db: Database, doing: string, work: () => T): T {
  try {
    return db.transaction(work).immediate()
  } catch (thrown) {
    throw dbError(thrown, doing)
  }
}

/**
 * As `writing`, for bulk work that is made again where it is lost, or told done only behind `syncLog`. It does
 * not wait for the disk, which now and then takes 60 ms and more; the next act's commit, or a checkpoint, brings
 * it there too, for SQLite's log is kept in order. Not inside another transaction.
 */
export function writingSlice<T>(db: Database, doing: string, work: () => T): T {
  try {
    db.pragma('synchronous = NORMAL')
    return db.transaction(work).immediate()
  } catch (thrown) {
    throw dbError(thrown, doing)
  } finally {
    db.pragma('synchronous = FULL')
  }
}

/** A look-up, its failures named. */
export function reading<T>(doing: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw dbError(thrown, doing)
  }
}
