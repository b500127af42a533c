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

/** A look-up, its failures named. */
export function reading<T>(doing: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw dbError(thrown, doing)
  }
}
