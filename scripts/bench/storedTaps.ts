import { join } from 'node:path'
import { openDatabase } from '../../db/open.ts'
import { databaseFile } from '../../electron/localData.ts'
import { benchKey } from './person.ts'

/** What the disk says, whatever was seen on the screen. */
export interface StoredTaps {
  readonly taps: number
  /** rows for the city that record a tap */
  readonly queued: number
}

/** Looks into a rehearsal school whose desk is closed. */
export async function storedTaps(home: string): Promise<StoredTaps> {
  const file = databaseFile(join(home, 'rehearsal'))
  const db = openDatabase({ file, key: await benchKey(home), readonly: true })
  try {
    const count = (sql: string): number => (db.prepare(sql).get() as { readonly n: number }).n
    return {
      taps: count('SELECT count(DISTINCT tap_id) AS n FROM tap'),
      queued: count(`SELECT count(*) AS n FROM outbox WHERE type = 'tap.recorded'`),
    }
  } finally {
    db.close()
  }
}
