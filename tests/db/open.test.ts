import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect, SAFE_PRAGMAS } from '../../db/connect.ts'
import type { Database } from '../../db/database.ts'
import { writeKeycheck } from '../../db/keycheck.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { recentTaps, recordTap } from '../../db/taps.ts'
import { afterThisTest } from '../helpers/afterThisTest.ts'
import { testPlace } from '../helpers/testDb.ts'
import { bytesOf, failureOf } from '../helpers/testDbFiles.ts'
import { aTap } from '../helpers/testDbTaps.ts'

const pragmas = (db: Database): unknown =>
  Object.fromEntries(
    Object.keys(SAFE_PRAGMAS).map((one) => [one, db.pragma(one, { simple: true })]),
  )

const mode = (file: string): string => (fs.statSync(file).mode & 0o777).toString(8)

describe('A1 every connection', () => {
  it('of a new database is WAL, FULL, keyed, with foreign keys and nothing temporary on disk', () => {
    expect(pragmas(testPlace().open())).toEqual(SAFE_PRAGMAS)
  })

  it('of a database opened again is as safe', () => {
    const place = testPlace()
    openDatabase(place).close()
    expect(pragmas(place.open())).toEqual(SAFE_PRAGMAS)
  })

  it('that only reads is as safe, and cannot write', () => {
    const place = testPlace()
    place.open()
    const reader = openDatabase({ ...place, readonly: true })
    afterThisTest(() => reader.close())
    expect(pragmas(reader)).toEqual(SAFE_PRAGMAS)
    expect(failureOf(() => recordTap(reader, aTap())).code).toBe('db-read-only')
  })

  it('is refused when its safety does not read back', () => {
    const place = testPlace()
    openDatabase(place).close()
    const weaker = { ...SAFE_PRAGMAS }
    try {
      Object.assign(SAFE_PRAGMAS, { synchronous: 3 })
      expect(failureOf(() => openDatabase(place)).code).toBe('db-unsafe')
    } finally {
      Object.assign(SAFE_PRAGMAS, weaker)
    }
  })
})

describe('a new database', () => {
  it.skipIf(process.platform === 'win32')('can be read by its owner only', () => {
    const place = testPlace()
    const file = path.join(place.folder, 'data', 'desk.db')
    const db = openDatabase({ ...place, file })
    afterThisTest(() => db.close())
    recordTap(db, aTap())
    expect(mode(path.dirname(file))).toBe('700')
    for (const one of [file, `${file}-wal`, `${file}-shm`, `${file}.keycheck`])
      expect([one, mode(one)]).toEqual([one, '600'])
  })

  it('is encrypted from its first byte', () => {
    const place = testPlace()
    place.open().close()
    expect(fs.readFileSync(place.file).subarray(0, 15).toString('latin1')).not.toBe(
      'SQLite format 3',
    )
  })

  it('is asked a key of 32 bytes', () => {
    const place = testPlace(randomBytes(16))
    expect(failureOf(() => place.open()).code).toBe('internal')
    expect(fs.readdirSync(place.folder)).toEqual([])
  })

  it('keeps what was written when it is opened again', () => {
    const place = testPlace()
    const first = openDatabase(place)
    recordTap(first, aTap({ tapId: 'tap-1' }))
    first.close()
    expect(recentTaps(place.open(), 10).map((tap) => tap.tapId)).toEqual(['tap-1'])
  })

  it('is begun again after a start that was cut off before the file was there', () => {
    const place = testPlace()
    writeKeycheck(place.file, place.key, false)
    expect(recordTap(place.open(), aTap()).deviceSeq).toBe(1)
  })

  it('is begun again after a start that was cut off before its first table', () => {
    const place = testPlace()
    writeKeycheck(place.file, place.key, false)
    fs.writeFileSync(place.file, '')
    expect(recordTap(place.open(), aTap()).deviceSeq).toBe(1)
  })
})

describe('a database that cannot be used', () => {
  it('from a newer program is refused, unchanged', () => {
    const place = testPlace()
    const db = openDatabase(place)
    recordTap(db, aTap())
    db.pragma(`user_version = ${SCHEMA_VERSION + 10}`)
    db.close()
    const before = bytesOf(place.folder)
    const failure = failureOf(() => openDatabase(place))
    expect(failure.code).toBe('db-from-the-future')
    expect(failure.message).toContain('newer version')
    expect(bytesOf(place.folder)).toEqual(before)
    expect(failureOf(() => openDatabase({ ...place, readonly: true })).code).toBe(
      'db-from-the-future',
    )
  })

  it('of another program is refused, unchanged', () => {
    const place = testPlace()
    const db = openDatabase(place)
    db.pragma('application_id = 1')
    db.close()
    const before = bytesOf(place.folder)
    expect(failureOf(() => openDatabase(place)).code).toBe('db-ruined')
    expect(bytesOf(place.folder)).toEqual(before)
  })

  it('without encryption is refused, unchanged', () => {
    const place = testPlace()
    fs.writeFileSync(
      place.file,
      Buffer.concat([Buffer.from('SQLite format 3\0'), randomBytes(4080)]),
    )
    const before = bytesOf(place.folder)
    expect(failureOf(() => openDatabase(place)).code).toBe('db-unsafe')
    expect(bytesOf(place.folder)).toEqual(before)
  })

  it('held by another program is said to be busy, within a second', () => {
    const place = testPlace()
    openDatabase(place).close()
    const other = connect({ ...place, readonly: false })
    afterThisTest(() => other.close())
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN IMMEDIATE; CREATE TABLE theirs (a); COMMIT')
    const start = performance.now()
    expect(failureOf(() => openDatabase(place)).code).toBe('db-busy')
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('locked between two taps says so, and takes the next tap', () => {
    const place = testPlace()
    const db = place.open()
    const other = connect({ ...place, readonly: false })
    afterThisTest(() => other.close())
    other.exec('BEGIN IMMEDIATE')
    expect(failureOf(() => recordTap(db, aTap())).code).toBe('db-busy')
    other.exec('ROLLBACK')
    expect(recordTap(db, aTap()).deviceSeq).toBe(1)
  })
})
