import { existsSync, statSync } from 'node:fs'
import { readVersion, SCHEMA_VERSION } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { databaseFile, type DataPlace } from '../localData.ts'

/**
 * Whether opening these data would rewrite them to a newer schema: then a backup of the kind
 * `before-migration` is made first, and the data stay closed if that fails. Milliseconds.
 *
 * @throws DeskError what `openDatabase` throws of data it cannot read
 */
export function willMigrate({ folder, nativeBinding }: DataPlace, key: Uint8Array): boolean {
  const file = databaseFile(folder)
  if (!existsSync(file) || statSync(file).size === 0) return false
  const db = openDatabase({ file, key, nativeBinding, readonly: true })
  try {
    const version = readVersion(db)
    return version > 0 && version < SCHEMA_VERSION
  } finally {
    db.close()
  }
}
