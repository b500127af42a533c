import * as fs from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyDatabase, type Copied } from '../../db/backup.ts'
import { connect } from '../../db/connect.ts'
import { contentsOf, digestOf } from '../../db/contents.ts'
import { migrate, MIGRATIONS, SCHEMA_VERSION } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { recordTap } from '../../db/taps.ts'
import { afterThisTest } from '../helpers/afterThisTest.ts'
import { testPlace, type TestPlace } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'
import { aTap } from '../helpers/testDbTaps.ts'
import { aSchool, actsIn } from '../helpers/testSchool.ts'

const targetOf = ({ folder }: TestPlace): string => path.join(folder, 'copy', 'desk.db')

function copyOf(place: TestPlace, key = place.key): Copied {
  fs.mkdirSync(path.dirname(targetOf(place)))
  return copyDatabase({ source: place.file, target: targetOf(place), key })
}

function opened(place: TestPlace) {
  const db = openDatabase({ file: targetOf(place), key: place.key })
  afterThisTest(() => db.close())
  return db
}

describe('a copy of a database', () => {
  it('is made while the desk writes, opens with the same key, and holds the same', () => {
    const { place, db, tap } = aSchool()
    const acts = tap(7)
    const copied = copyOf(place)
    expect(copied.digest).toBe(digestOf(db))
    expect(copied.contents).toEqual(contentsOf(db))
    expect(copied.contents.rows['tap']).toBe(7)
    tap(1)
    expect(digestOf(db)).not.toBe(copied.digest)
    expect(actsIn(opened(place))).toEqual(acts)
  })

  it('is encrypted, its owner’s alone, one file and its key check', () => {
    const { place, tap } = aSchool()
    tap(1)
    copyOf(place)
    const folder = path.dirname(targetOf(place))
    expect(fs.readdirSync(folder)).toEqual(['desk.db', 'desk.db.keycheck'])
    const bytes = fs.readFileSync(targetOf(place))
    expect(bytes.includes('SQLite format 3')).toBe(false)
    expect(bytes.includes('Test reader')).toBe(false)
    if (process.platform !== 'win32')
      expect((fs.statSync(targetOf(place)).mode & 0o777).toString(8)).toBe('600')
  })

  it('of another key tells a wrong key from a ruined copy', () => {
    const { place } = aSchool()
    copyOf(place)
    const other = { file: targetOf(place), key: new Uint8Array(32) }
    expect(failureOf(() => openDatabase(other)).code).toBe('db-wrong-key')
    fs.truncateSync(targetOf(place), 9_000)
    expect(failureOf(() => openDatabase({ ...other, key: place.key })).code).toBe('db-ruined')
  })

  it('of an older schema stays of that schema', () => {
    for (const upTo of [20, 80]) {
      const place = testPlace()
      fs.writeFileSync(place.file, '')
      const db = connect({ file: place.file, key: place.key, readonly: false })
      const older = MIGRATIONS.filter(({ to }) => to <= upTo)
      migrate(db, older)
      db.close()
      expect(copyOf(place).contents.schemaVersion).toBe(upTo)
      expect(contentsOf(opened(place)).schemaVersion).toBe(SCHEMA_VERSION)
    }
  })

  it('of ruined data, of a broken chain, or over another file is refused', () => {
    const ruined = aSchool()
    ruined.db.close()
    const half = fs.statSync(ruined.place.file).size / 2
    fs.truncateSync(ruined.place.file, half - (half % 4096))
    expect(failureOf(() => copyOf(ruined.place)).code).toBe('db-ruined')

    const broken = aSchool()
    broken.tap(3)
    broken.db.exec(`DROP TRIGGER outbox_never_deleted; PRAGMA foreign_keys = OFF;
                    DELETE FROM outbox WHERE device_seq = 2`)
    expect(failureOf(() => copyOf(broken.place)).code).toMatch(/^db-(chain-broken|ruined)$/)

    const twice = aSchool()
    copyOf(twice.place)
    const again = { source: twice.place.file, target: targetOf(twice.place), key: twice.place.key }
    expect(failureOf(() => copyDatabase(again)).code).toBe('internal')
    expect(() => opened(twice.place)).not.toThrow()
  })
})

it('the digest sees one changed value in any table, and nothing of how the file lies', () => {
  const { db } = aSchool()
  recordTap(db, aTap())
  const before = digestOf(db)
  db.exec('VACUUM')
  expect(digestOf(db)).toBe(before)
  for (const change of [
    `UPDATE student SET name = '别人' WHERE id = 'student-7'`,
    `UPDATE card SET state = 'LOST' WHERE id = 'card-9'`,
    `INSERT INTO setting VALUES ('volume', '0.5')`,
    `DROP TRIGGER audit_never_deleted`,
  ]) {
    const last = digestOf(db)
    db.exec(change)
    expect([change, digestOf(db) === last]).toEqual([change, false])
  }
})
