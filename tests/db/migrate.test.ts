import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import * as fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { connect } from '../../db/connect.ts'
import type { Database } from '../../db/database.ts'
import { migrate, MIGRATIONS, SCHEMA_VERSION } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { recordTap } from '../../db/taps.ts'
import { placeAt, testPlace, type TestPlace } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'
import { anEmptyPlace, raw, schema, tables, upTo, version } from '../helpers/testDbForms.ts'
import { aTap } from '../helpers/testDbTaps.ts'

describe('migration', () => {
  it('numbers grow in steps of 10', () => {
    expect(MIGRATIONS.map((one) => one.to)).toEqual(MIGRATIONS.map((_, n) => 10 * (n + 1)))
  })

  it('makes STRICT tables only', () => {
    const db = upTo(SCHEMA_VERSION)
    const list = db.pragma('table_list') as {
      schema: string
      name: string
      type: string
      strict: number
    }[]
    // what FTS5 makes for itself has no types to be strict about
    const loose = list.filter(
      (one) => one.schema === 'main' && one.type === 'table' && !one.name.startsWith('sqlite_'),
    )
    expect(loose.filter((one) => one.strict !== 1)).toEqual([])
  })

  it('keeps no birth date', () => {
    const db = upTo(SCHEMA_VERSION)
    const sql = db.prepare('SELECT sql FROM sqlite_schema').all() as { sql: string | null }[]
    expect(sql.filter((row) => /birth|出生|生日/i.test(row.sql ?? ''))).toEqual([])
  })

  it('is not run twice, and a database from the future is refused', () => {
    const db = upTo(SCHEMA_VERSION)
    migrate(db)
    expect(version(db)).toBe(SCHEMA_VERSION)
    db.pragma(`user_version = ${SCHEMA_VERSION + 10}`)
    expect(failureOf(() => migrate(db)).code).toBe('db-from-the-future')
  })

  it('that fails half-way leaves the form before', () => {
    const db = upTo(40)
    const failing = {
      to: 50,
      apply: (one: Database) => one.exec('CREATE TABLE half (a TEXT) STRICT; CREATE TABLE tap (a)'),
    }
    expect(failureOf(() => migrate(db, [failing])).code).toBe('internal')
    expect(version(db)).toBe(40)
    expect(tables(db)).not.toContain('half')
  })
})

describe('A5 a crash during migration', () => {
  const versions: readonly unknown[] = [0, ...MIGRATIONS.map((one) => one.to)]
  const forms = new Map<unknown, readonly string[]>()

  /** Each made once: for every image anew it would be most of the work. */
  function formOf(to: unknown): readonly string[] | undefined {
    if (versions.includes(to) && !forms.has(to)) forms.set(to, schema(upTo(Number(to))))
    return forms.get(to)
  }

  it('at any statement leaves the form before or after, and the next start finishes it', () => {
    const place = anEmptyPlace()
    const ends = ['', '-wal', '.keycheck']
    const images = new Map<string, TestPlace>()
    let statements = 0
    /** What the disk holds at this moment is what a program killed now leaves behind; the same again is one image. */
    const keepImage = (): void => {
      statements += 1
      const held = ends.filter((end) => fs.existsSync(place.file + end))
      const bytes = held.map((end) => hash('sha256', fs.readFileSync(place.file + end))).join()
      if (images.has(bytes)) return
      const image = testPlace(place.key)
      for (const end of held) fs.copyFileSync(place.file + end, image.file + end)
      images.set(bytes, image)
    }
    migrate(raw(place, keepImage))
    keepImage()
    expect(statements).toBeGreaterThan(100)
    expect(images.size).toBeGreaterThan(MIGRATIONS.length)
    for (const image of images.values()) {
      const db = connect({ ...image, readonly: false })
      const found = [version(db), schema(db)] as const
      db.close()
      expect(found[1]).toEqual(formOf(found[0]))
      const mended = openDatabase(image)
      expect(version(mended)).toBe(SCHEMA_VERSION)
      expect(recordTap(mended, aTap()).deviceSeq).toBe(1)
      mended.close()
    }
  })

  it.each([3, 12, 24])('by SIGKILL at statement %i leaves a whole form', (statement) => {
    const place = anEmptyPlace()
    const child = fileURLToPath(new URL('../helpers/testDbMigrateChild.ts', import.meta.url))
    const hex = Buffer.from(place.key).toString('hex')
    const { signal } = spawnSync(process.execPath, [child, place.file, hex, String(statement)])
    expect(signal).toBe('SIGKILL')
    const db = raw(place)
    expect(schema(db)).toEqual(formOf(version(db)))
    db.close()
    expect(version(placeAt(place.folder, place.key).open())).toBe(SCHEMA_VERSION)
  })
})
