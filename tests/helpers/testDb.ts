import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open.ts'
import { afterThisTest } from './afterThisTest.ts'

/** A place for one database, taken away after the test with every connection `open` gave. */
export interface TestPlace {
  readonly folder: string
  readonly file: string
  readonly key: Uint8Array
  /** opens it, for the test's time */
  open(): Database
}

export function testPlace(key: Uint8Array = randomBytes(32)): TestPlace {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-db-'))
  afterThisTest(() => fs.rmSync(folder, { recursive: true, force: true }))
  return placeAt(folder, key)
}

export function placeAt(folder: string, key: Uint8Array = randomBytes(32)): TestPlace {
  const file = path.join(folder, 'desk.db')
  return { folder, file, key, open: () => closedAfterwards(openDatabase({ file, key })) }
}

export function testDb(): Database {
  return testPlace().open()
}

function closedAfterwards(db: Database): Database {
  afterThisTest(() => db.close())
  return db
}
