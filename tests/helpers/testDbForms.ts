import { connect } from '../../db/connect.ts'
import type { Database } from '../../db/database.ts'
import { createEmpty } from '../../db/durableFile.ts'
import { writeKeycheck } from '../../db/keycheck.ts'
import { migrate, MIGRATIONS } from '../../db/migrate.ts'
import { afterThisTest } from './afterThisTest.ts'
import { testPlace, type TestPlace } from './testDb.ts'

/** An empty keyed file, as it is before the first migration. */
export function anEmptyPlace(): TestPlace {
  const place = testPlace()
  writeKeycheck(place.file, place.key, false)
  createEmpty(place.file)
  return place
}

/** As it is on the disk: neither migrated nor checked. */
export function raw(place: TestPlace, onStatement?: (sql: string) => void): Database {
  const db = connect({ ...place, readonly: false, onStatement })
  afterThisTest(() => db.close())
  return db
}

/** A database in the form of that version. */
export function upTo(version: number): Database {
  const db = raw(anEmptyPlace())
  migrate(
    db,
    MIGRATIONS.filter((one) => one.to <= version),
  )
  return db
}

export const version = (db: Database): unknown => db.pragma('user_version', { simple: true })

export function schema(db: Database): readonly string[] {
  const rows = db
    .prepare(`SELECT type || ' ' || name AS it FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'`)
    .all() as { it: string }[]
  return rows.map((row) => row.it).sort()
}

export const tables = (db: Database): readonly string[] =>
  schema(db)
    .filter((one) => one.startsWith('table '))
    .map((one) => one.slice('table '.length))
