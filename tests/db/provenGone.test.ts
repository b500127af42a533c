import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import type { Roll } from '../../core/roll.ts'
import { clearFile } from '../../db/clearedFile.ts'
import type { Database } from '../../db/database.ts'
import { deletePupil } from '../../db/deletePupil.ts'
import { openDatabase } from '../../db/open.ts'
import { pagesOf } from '../../db/pages.ts'
import { proveGone } from '../../db/provenGone.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { aLeaver, asDesk, at, daysAgo, NOW, run, sent, tapAt } from '../helpers/leaversDesk.ts'
import { aCard, aRollOf } from '../helpers/rollBuilders.ts'
import { afterThisTest } from '../helpers/afterThisTest.ts'
import { testPlace, type TestPlace } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'

/** Two years gone; a photo of several pages. */
const PHOTO = Buffer.alloc(20_000, 'canary-photo-bytes.')
const CHIP = { kind: 'bmac', value: '1000759182736455' } as const
const CARD = 'card-canary'
const NEEDLES = [
  '欧阳金丝雀', // the name
  'ouyangjinsi', // what it is found by
  '73519264', // 教育ID
  CHIP.value,
  '04CAFE5EED42AA', // the chip's own number
  CARD, // in taps and in what was sealed
  'canary-photo',
].map((text) => Buffer.from(text))

const canary = aLeaver('canary', '2024-07-01', { name: '欧阳金丝雀', educationId: '73519264' })
const card = aCard({
  id: CARD,
  studentId: 'canary',
  identifiers: [CHIP, { kind: 'uid', value: '04CAFE5EED42AA' }],
})

function school(): Roll {
  const roll = aRollOf(300)
  return {
    ...roll,
    students: [...roll.students, canary],
    cards: [...roll.cards, card],
    photos: [{ studentId: 'canary', mime: 'image/png', bytes: PHOTO }],
  }
}

/** A school of 301 and a tap of the canary the city has; a copy of it made before. */
function aDesk(): { readonly place: TestPlace; readonly db: Database; readonly before: string } {
  const place = testPlace()
  const db = asDesk(place.open(), school())
  const tap = { cardId: CARD, studentId: 'canary', identifiers: [CHIP] }
  sent(db, tapAt(db, daysAgo(3), tap))
  return { place, db, before: copy(place, db, 'before.db') }
}

function copy({ folder }: TestPlace, db: Database, name: string): string {
  const file = path.join(folder, name)
  db.exec(`VACUUM INTO '${file}'`)
  return file
}

/** Which canaries are found in the files, by number. */
function found(place: TestPlace, ...files: readonly string[]): readonly number[] {
  const proof = proveGone(files, place.key, NEEDLES)
  return proof.kind === 'gone' ? [] : [...new Set(proof.in.map(({ needle }) => needle))].sort()
}

const ALL = NEEDLES.map((_, n) => n)

describe('A11 a deleted pupil is gone', () => {
  it('from file, -wal and every copy made afterwards; copies from before are told', () => {
    const { place, db, before } = aDesk()
    expect(found(place, place.file)).toEqual(ALL)
    expect(found(place, before)).toEqual(ALL)

    deletePupil(db, 'canary', { why: 'left', runId: v7(), moment: at(NOW) })
    const cleared = clearFile(db, at(NOW))
    const after = copy(place, db, 'after.db')

    expect(proveGone([place.file, after], place.key, NEEDLES)).toMatchObject({ kind: 'gone' })
    expect(cleared).toMatchObject({ kind: 'cleared', backupsBefore: NOW })
    expect(fs.statSync(`${place.file}-wal`).size).toBe(0)
    expect(db.pragma('freelist_count', { simple: true })).toBe(0)
    expect(found(place, before)).toEqual(ALL)
  })

  it('by a run of retention as well', () => {
    const { place, db } = aDesk()
    run(db)
    clearFile(db, at(NOW))
    expect(found(place, place.file)).toEqual([])
  })

  it('when a newer roll does not name one any more, but for what the city had of the taps', () => {
    const { place, db } = aDesk()
    replaceRoll(db, { ...aRollOf(300), version: 2 })
    clearFile(db, at(NOW))
    const number = NEEDLES.findIndex((one) => one.toString() === CHIP.value)
    const id = NEEDLES.findIndex((one) => one.toString() === CARD)
    expect(found(place, place.file)).toEqual([number, id])
  })

  it('only when nobody else holds the file: then it is said, and done the next time', () => {
    const { place, db } = aDesk()
    const reader = openDatabase({ ...place, readonly: true })
    afterThisTest(() => reader.close())
    const rows = reader.prepare('SELECT id FROM student').iterate()
    rows.next()
    run(db)
    expect(clearFile(db, at(NOW))).toEqual({ kind: 'held' })
    expect(found(place, place.file)).toEqual(ALL)
    rows.return?.()
    expect(clearFile(db, at(NOW)).kind).toBe('cleared')
    expect(found(place, place.file)).toEqual([])
  })
})

/** Rows of a hundred bytes whose places are split over and over, and every twentieth deleted. */
function splitAndDelete(db: Database): readonly Buffer[] {
  const value = (n: number): string => `row-${n}-${'x'.repeat(n % 60)}`
  const key = (n: number): string => createHash('sha256').update(String(n)).digest('hex')
  db.exec('BEGIN; CREATE TABLE split (k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT')
  db.exec('CREATE INDEX split_v ON split (v, k)')
  const insert = db.prepare('INSERT INTO split VALUES (?, ?)')
  for (let n = 0; n < 20_000; n += 1) insert.run(key(n), value(n))
  const gone = Array.from({ length: 1000 }, (_, n) => n * 20)
  const remove = db.prepare('DELETE FROM split WHERE k = ?')
  for (const n of gone) remove.run(key(n))
  db.exec('COMMIT')
  db.pragma('wal_checkpoint(TRUNCATE)')
  return gone.map((n) => Buffer.from(key(n).slice(0, 24)))
}

describe('what secure_delete leaves behind', () => {
  it('where pages were split, is gone once the file was written anew', () => {
    const place = testPlace()
    const db = place.open()
    const gone = splitAndDelete(db)
    const left = (): string => proveGone([place.file], place.key, gone).kind
    expect(left()).toBe('found')
    clearFile(db, at(NOW))
    expect(left()).toBe('gone')
  })
})

describe('the proof', () => {
  it('reads every page of file and -wal', () => {
    const { place } = aDesk()
    const pages = [...pagesOf(place.file, place.key)]
    const [main, wal] = [place.file, `${place.file}-wal`].map((file) => fs.statSync(file).size)
    expect(pages.length).toBe((main ?? 0) / 4096 + ((wal ?? 0) - 32) / 4120)
    expect(pages.at(-1)?.file).toBe(`${place.file}-wal`)
  })

  it('does not take a page it cannot read for an empty one', () => {
    const { place, before } = aDesk()
    expect(failureOf(() => proveGone([before], new Uint8Array(32), NEEDLES)).code).toBe('db-ruined')
    const bytes = fs.readFileSync(before)
    bytes[3 * 4096 + 100] = (bytes[3 * 4096 + 100] ?? 0) ^ 1
    fs.writeFileSync(before, bytes)
    expect(failureOf(() => proveGone([before], place.key, NEEDLES)).message).toContain('Page 4')
  })
})
