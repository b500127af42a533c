import { join } from 'node:path'
import { openDatabase } from '../../db/open.ts'
import { obtainDataKey } from '../../electron/dataKey.ts'
import { databaseFile } from '../../electron/localData.ts'
import { noVault } from '../../electron/vault.ts'

/** What the disk says, whatever was seen on the screen. */
export interface StoredTaps {
  readonly taps: number
  /** rows for the city that record a tap */
  readonly queued: number
}

/** Looks into a school whose desk is closed. Rehearsal schools of a bench keep their key in a file. */
export async function storedTaps(folder: string): Promise<StoredTaps> {
  const school = join(folder, 'rehearsal')
  const { key } = await obtainDataKey(school, true, noVault)
  const db = openDatabase({ file: databaseFile(school), key, readonly: true })
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
