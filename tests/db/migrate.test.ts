import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { connect } from '../../db/connect.ts'
import type { Database } from '../../db/database.ts'
import { createEmpty } from '../../db/durableFile.ts'
import { writeKeycheck } from '../../db/keycheck.ts'
import { migrate, MIGRATIONS, SCHEMA_VERSION } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { recordTap } from '../../db/taps.ts'
import { afterThisTest, placeAt, testPlace, type TestPlace } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'
import { aTap } from '../helpers/testDbTaps.ts'

/** An empty keyed file, as it is before the first migration. */
function anEmptyPlace(): TestPlace {
  const place = testPlace()
  writeKeycheck(place.file, place.key, false)
  createEmpty(place.file)
  return place
}

function raw(place: TestPlace, onStatement?: (sql: string) => void): Database {
  const db = connect({ ...place, readonly: false, onStatement })
  afterThisTest(() => db.close())
  return db
}

function upTo(version: number): Database {
  const db = raw(anEmptyPlace())
  migrate(
    db,
    MIGRATIONS.filter((one) => one.to <= version),
  )
  return db
}

const version = (db: Database): unknown => db.pragma('user_version', { simple: true })

function schema(db: Database): readonly string[] {
  const rows = db
    .prepare(`SELECT type || ' ' || name AS it FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'`)
    .all() as { it: string }[]
  return rows.map((row) => row.it).sort()
}

const tables = (db: Database): readonly string[] =>
  schema(db)
    .filter((one) => one.startsWith('table '))
    .map((one) => one.slice('table '.length))

const ROLL_TABLES = ['card', 'card_identifier', 'class', 'data_state', 'photo', 'school', 'student']

describe('migration', () => {
  it('numbers grow in steps of 10', () => {
    expect(MIGRATIONS.map((one) => one.to)).toEqual(MIGRATIONS.map((_, n) => 10 * (n + 1)))
  })

  it('10 makes the identity of the desk, one row at most', () => {
    const db = upTo(10)
    expect(tables(db)).toEqual(['desk'])
    const insert = db.prepare(`INSERT INTO desk VALUES (?, 'device', 1, 'school', 0)`)
    insert.run(1)
    expect(() => insert.run(2)).toThrow('CHECK')
  })

  it('20 makes the roll, which holds a 教育ID to eight digits', () => {
    const db = upTo(20)
    expect(tables(db)).toEqual([
      'card',
      'card_identifier',
      'class',
      'data_state',
      'desk',
      'photo',
      'school',
      'student',
    ])
    expect(ROLL_TABLES.every((one) => tables(db).includes(one))).toBe(true)
    db.exec(`INSERT INTO school VALUES ('school-1', '学校', 1, 1)`)
    const insert = db.prepare(
      `INSERT INTO student (id, school_id, education_id, name, sex, enrolment, load)
       VALUES (?, 'school-1', ?, '名', 'female', 'enrolled', 1)`,
    )
    insert.run('leading zeros', '00000001')
    insert.run('none', null)
    for (const wrong of ['', '1234567', '123456789', '1234567x', '１２３４５６７８', ' 1234567'])
      expect(() => insert.run(`id ${wrong}`, wrong)).toThrow('CHECK')
  })

  it('30 makes the outbox, whose rows cannot be deleted or altered', () => {
    const db = upTo(30)
    expect(tables(db)).toContain('outbox')
    db.exec(
      `INSERT INTO outbox VALUES ('d', 1, 1, '01890000-0000-7000-8000-000000000000', 't', '{}',
       '${'0'.repeat(64)}', '${'1'.repeat(64)}', 'waiting', NULL)`,
    )
    expect(() => db.exec('DELETE FROM outbox')).toThrow('never deleted')
    expect(() => db.exec(`UPDATE outbox SET sealed = '{ }'`)).toThrow('sealed')
    expect(() => db.exec(`UPDATE outbox SET device_seq = 2`)).toThrow('sealed')
    expect(() => db.exec(`UPDATE outbox SET status = 'parked'`)).toThrow('CHECK')
    db.exec(`UPDATE outbox SET status = 'sent'`)
  })

  it('40 makes the taps, each with its row in the outbox', () => {
    const db = upTo(40)
    expect(tables(db)).toContain('tap')
    const orphan = `INSERT INTO tap VALUES (1, 'tap', 'no such command', 0, 'r', NULL, NULL, NULL, 'lost', 0, 0)`
    expect(() => db.exec(orphan)).toThrow('FOREIGN KEY')
  })

  it('50 makes the settings', () => {
    expect(tables(upTo(50))).toContain('setting')
  })

  it('60 makes the search index, and fills nothing', () => {
    const db = upTo(60)
    expect(tables(db)).toEqual(expect.arrayContaining(['search_pupil', 'search_word']))
    expect(db.prepare('SELECT * FROM search_pupil').all()).toEqual([])
  })

  it('70 makes the counts of the readers, with what they have read until then', () => {
    const db = upTo(60)
    const command = db.prepare(
      `INSERT INTO outbox VALUES ('d', 1, ?, ?, 't', '{}', '${'0'.repeat(64)}', '${'1'.repeat(64)}', 'waiting', NULL)`,
    )
    const tap = db.prepare(`INSERT INTO tap VALUES (?, ?, ?, ?, 'r', ?, NULL, NULL, ?, 0, 0)`)
    const evening = Date.parse('2026-10-12T23:59:00+08:00')
    for (const [n, family, verdict] of [
      [1, 'bmac', 'valid'],
      [2, 'bmac', 'lost'],
      [3, null, 'unreadable'],
      [4, null, 'two-cards'],
    ] as const) {
      const id = `01890000-0000-7000-8000-00000000000${n}`
      command.run(n, id)
      tap.run(n, id, id, evening + n, family, verdict)
    }
    migrate(db)
    expect(db.prepare('SELECT * FROM reader_day').all()).toEqual([
      { reader: 'r', day: '2026-10-12', family: 'bmac', read: 2, failed: 0, last_at: evening + 2 },
      {
        reader: 'r',
        day: '2026-10-12',
        family: 'unknown',
        read: 0,
        failed: 1,
        last_at: evening + 4,
      },
    ])
    expect(() => db.exec(`INSERT INTO card_fare VALUES ('nobody', 0, 1, 0, NULL, NULL)`)).toThrow(
      'FOREIGN KEY',
    )
  })

  it('80 makes the form of the search index, one row at most', () => {
    const db = upTo(80)
    expect(tables(db)).toContain('search_form')
    expect(db.prepare('SELECT * FROM search_form').all()).toEqual([])
    expect(() => db.exec('INSERT INTO search_form VALUES (2, 1)')).toThrow('CHECK')
  })

  it('90 makes the log, whose rows cannot be deleted or altered', () => {
    const db = upTo(90)
    expect(tables(db)).toEqual(expect.arrayContaining(['audit', 'audit_head']))
    const zeros = '0'.repeat(64)
    db.exec(`INSERT INTO audit VALUES (1, 0, NULL, 'tap', NULL, '{}', '${zeros}', '${zeros}')`)
    expect(() => db.exec('DELETE FROM audit')).toThrow('never deleted')
    expect(() => db.exec(`UPDATE audit SET sealed = '{ }'`)).toThrow('sealed')
    db.exec(`INSERT INTO audit_head VALUES (1, 1, '${zeros}')`)
    expect(() => db.exec(`INSERT INTO audit_head VALUES (2, 1, '${zeros}')`)).toThrow('CHECK')
  })

  it('110 makes basis and retention, without free text, and lets sealed rows be emptied, not altered', () => {
    const db = upTo(110)
    expect(tables(db)).toEqual(
      expect.arrayContaining([
        'pupil_basis',
        'pupil_gone',
        'retention_run',
        'retention_setting',
        'school_basis',
      ]),
    )
    db.exec(`INSERT INTO school VALUES ('school-1', '学校', 1, 1);
             INSERT INTO student (id, school_id, name, sex, enrolment, load)
             VALUES ('s', 'school-1', '名', 'female', 'enrolled', 1)`)
    const basis = db.prepare(`INSERT INTO pupil_basis VALUES ('s', ?, ?, 1, 0, NULL)`)
    expect(() => basis.run('a word of the parents', 0)).toThrow('CHECK')
    expect(() => basis.run('withdrawn', 1)).toThrow('CHECK')
    basis.run('guardian-consent', 1)
    db.exec(`DELETE FROM student`)
    expect(db.prepare('SELECT * FROM pupil_basis').all()).toEqual([])

    const [zeros, ones] = ['0'.repeat(64), '1'.repeat(64)]
    db.exec(`INSERT INTO outbox VALUES ('d', 1, 1, '01890000-0000-7000-8000-000000000000', 't', '{}',
             '${zeros}', '${ones}', 'sent', NULL)`)
    expect(() => db.exec(`UPDATE outbox SET sealed = '', hash = '${zeros}'`)).toThrow('sealed')
    db.exec(`UPDATE outbox SET sealed = ''`)
    db.exec(`INSERT INTO audit VALUES (1, 0, 'o', 'tap', 's', '{}', '${zeros}', '${ones}')`)
    expect(() => db.exec(`UPDATE audit SET sealed = '{ }'`)).toThrow('sealed')
    expect(() => db.exec('DELETE FROM audit')).toThrow('never deleted')
    db.exec(`UPDATE audit SET sealed = '', operator_id = NULL, student_id = NULL`)
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
  const forms = new Map(
    [0, ...MIGRATIONS.map((one) => one.to)].map((to) => [to, () => schema(upTo(to))] as const),
  )

  it('at any statement leaves the form before or after, and the next start finishes it', () => {
    const place = anEmptyPlace()
    const images: TestPlace[] = []
    /** What the disk holds at this moment is what a program killed now leaves behind. */
    const keepImage = (): void => {
      const image = testPlace(place.key)
      for (const end of ['', '-wal', '.keycheck'])
        if (fs.existsSync(place.file + end)) fs.copyFileSync(place.file + end, image.file + end)
      images.push(image)
    }
    migrate(raw(place, keepImage))
    keepImage()
    expect(images.length).toBeGreaterThan(25)
    for (const image of images) {
      const db = connect({ ...image, readonly: false })
      const found = [version(db), schema(db)] as const
      db.close()
      expect(found[1]).toEqual(forms.get(found[0] as number)?.())
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
    expect(schema(db)).toEqual(forms.get(version(db) as number)?.())
    db.close()
    expect(version(placeAt(place.folder, place.key).open())).toBe(SCHEMA_VERSION)
  })
})
