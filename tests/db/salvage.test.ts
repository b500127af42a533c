import * as fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { appendCommand } from '../../db/outbox.ts'
import { salvage, type Salvage } from '../../db/salvage/salvage.ts'
import { testPlace, type TestPlace } from '../helpers/testDb.ts'
import { bytesOf } from '../helpers/testDbFiles.ts'
import { seededRandom } from '../helpers/testDbRandom.ts'
import { aTap, RECORDER } from '../helpers/testDbTaps.ts'
import { aSchool } from '../helpers/testSchool.ts'

const PAGE = 4096

/** Sixty acts, closed: their rows lie on some twenty pages of the main file. */
function aFile(): { readonly place: TestPlace; readonly acts: readonly string[] } {
  const { place, db, tap } = aSchool({ students: 20 })
  const acts = tap(60)
  db.close()
  return { place, acts }
}

/** Of a page, as far as one block of the cipher takes it. */
const HEAD = 32

const actsOf = (found: Salvage): readonly string[] =>
  [...new Map(found.outbox.map((row) => [row.deviceSeq, row.cmdId])).entries()]
    .sort(([a], [b]) => a - b)
    .map(([, cmdId]) => cmdId)

/** Pages of a table, as SQLite lays them out. */
function pagesOfTable(place: TestPlace, table: string): readonly number[] {
  const db = place.open()
  const rows = db.prepare('SELECT pageno FROM dbstat WHERE name = ?').all(table)
  db.close()
  return (rows as { readonly pageno: number }[]).map((row) => row.pageno)
}

function overwrite(place: TestPlace, page: number, bytes = PAGE): void {
  const handle = fs.openSync(place.file, 'r+')
  fs.writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, (page - 1) * PAGE)
  fs.closeSync(handle)
}

describe('what can be read of a ruined database', () => {
  it('is all of a whole one, and nothing of it changes', () => {
    const { place, acts } = aFile()
    const before = bytesOf(place.folder)
    const found = salvage(place)
    expect([found.whole, actsOf(found)]).toEqual([true, acts])
    expect(found.audit.map((row) => row.seq)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
    expect(found.desk?.deviceId).toBe(RECORDER.deviceId)
    expect(found.heads).toMatchObject([{ deviceSeq: 60 }])
    expect(bytesOf(place.folder)).toEqual(before)
  })

  it('is every act where the first page is gone, so that SQLite opens nothing', () => {
    const { place, acts } = aFile()
    overwrite(place, 1)
    const found = salvage(place)
    expect([found.whole, actsOf(found)]).toEqual([false, acts])
    expect(found.desk).toMatchObject({ deviceId: RECORDER.deviceId, deviceEpoch: 1 })
    expect(new Set(found.audit.map((row) => row.seq)).size).toBe(60)
  })

  it('is every act where the root of the table is gone, and all but a page where a leaf is', () => {
    const { place, acts } = aFile()
    const [root = 0, ...leaves] = pagesOfTable(place, 'outbox')
    const whole = fs.readFileSync(place.file)
    overwrite(place, root)
    expect(actsOf(salvage(place))).toEqual(acts)
    fs.writeFileSync(place.file, whole)
    overwrite(place, leaves[3] ?? 0)
    const left = actsOf(salvage(place))
    expect(left.length).toBeGreaterThanOrEqual(acts.length - 6)
    expect(left.length).toBeLessThan(acts.length)
  })

  it('a flipped bit costs one row at most, or a page where it is in its head, at 60 places', () => {
    const { place, acts } = aFile()
    const whole = fs.readFileSync(place.file)
    const random = seededRandom(20_261_126)
    for (let n = 0; n < 60; n += 1) {
      const at = Math.floor(random() * whole.length)
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
      fs.writeFileSync(place.file, bytes)
      // Without its head nobody knows where the rows of a page begin.
      const lost = at % PAGE < HEAD ? 6 : 1
      expect([at, actsOf(salvage(place)).length >= acts.length - lost]).toEqual([at, true])
    }
  })

  it('is what a crash left in the -wal too, also behind a damaged place of it', () => {
    const { place, db, tap } = aSchool({ students: 20 })
    const acts = tap(30)
    const copy = testPlace(place.key)
    for (const end of ['', '-wal']) fs.copyFileSync(place.file + end, copy.file + end)
    db.close()
    const wal = fs.readFileSync(`${copy.file}-wal`)
    wal.fill(0, Math.floor(wal.length / 3), Math.floor(wal.length / 3) + 500)
    fs.writeFileSync(`${copy.file}-wal`, wal)
    expect(actsOf(salvage(copy))).toEqual(acts)
  })

  it('is an act longer than two pages', () => {
    const { place, db } = aSchool({ students: 20 })
    const reader = '读卡器'.repeat(1_000)
    const { cmdId } = appendCommand(db, aTap({ reader }))
    db.close()
    overwrite(place, 1)
    expect(actsOf(salvage(place))).toEqual([cmdId])
  })

  it('is nothing under another key, in no file, and in one that was no database', () => {
    const { place } = aFile()
    const nothing = { whole: false, outbox: [], audit: [], desk: null }
    expect(salvage({ ...place, key: new Uint8Array(32) })).toMatchObject(nothing)
    fs.writeFileSync(place.file, Buffer.alloc(50_000, 0x0d))
    expect(salvage(place)).toMatchObject(nothing)
    fs.rmSync(place.file)
    expect(salvage(place)).toMatchObject(nothing)
  })
})
