import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DeskError } from '../../core/errors.ts'
import { fullCheck } from '../../db/check.ts'
import type { Database } from '../../db/database.ts'
import { getPhoto } from '../../db/photos.ts'
import { recentTaps, recordTap } from '../../db/taps.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { aRollOf } from '../helpers/rollBuilders.ts'
import { placeAt, testPlace, type TestPlace } from '../helpers/testDb.ts'
import { bytesOf, failureOf } from '../helpers/testDbFiles.ts'
import { seededRandom } from '../helpers/testDbRandom.ts'
import { aTap } from '../helpers/testDbTaps.ts'

/** A database in use, closed; its main file holds everything. */
function aUsedPlace(): TestPlace {
  const place = testPlace()
  const db = place.open()
  replaceRoll(db, aRollOf(300))
  recordTap(db, aTap({ tapId: 'tap-1' }))
  db.close()
  return place
}

/** The failure of opening it, after seeing that opening changed no byte. */
function refusal(place: TestPlace): { readonly code: string; readonly message: string } {
  const before = bytesOf(place.folder)
  const { code, message } = failureOf(() => place.open())
  expect(bytesOf(place.folder)).toEqual(before)
  return { code, message }
}

/** The same where the desk may open, because only a photo is damaged. */
function refusalOrOpen(place: TestPlace): DeskError | Database {
  const before = bytesOf(place.folder)
  try {
    return place.open()
  } catch (thrown) {
    expect(bytesOf(place.folder)).toEqual(before)
    if (thrown instanceof DeskError) return thrown
    throw thrown
  }
}

const keycheck = (place: TestPlace): string => `${place.file}.keycheck`
const otherKey = (place: TestPlace): TestPlace => placeAt(place.folder, randomBytes(32))

describe('a wrong key', () => {
  it('is told as a wrong key', () => {
    expect(refusal(otherKey(aUsedPlace())).code).toBe('db-wrong-key')
  })

  it('is told as a wrong key also of a file that lacks a part, for the file was not even read', () => {
    const place = aUsedPlace()
    fs.truncateSync(place.file, 5_000)
    expect(refusal(otherKey(place)).code).toBe('db-wrong-key')
  })

  it('is never told as a ruined file when the key check is missing', () => {
    const place = aUsedPlace()
    fs.rmSync(keycheck(place))
    const { code, message } = refusal(otherKey(place))
    expect(code).toBe('db-wrong-key')
    expect(message).toContain('cannot be told')
  })

  it('is never told as a ruined file when the key check is ruined', () => {
    const place = aUsedPlace()
    fs.writeFileSync(keycheck(place), 'key check 1 used 00')
    expect(refusal(otherKey(place)).code).toBe('db-wrong-key')
  })

  it('leaves acknowledged taps that are still in the log file as they are', () => {
    const place = testPlace()
    const db = place.open()
    recordTap(db, aTap({ tapId: 'in-the-log' }))
    const copy = testPlace(place.key)
    for (const end of ['', '-wal']) fs.copyFileSync(place.file + end, copy.file + end)
    expect(refusal(otherKey(copy)).code).toBe('db-wrong-key')
    expect(recentTaps(copy.open(), 1)[0]?.tapId).toBe('in-the-log')
  })
})

describe('the right key', () => {
  it('opens the data without a key check, and makes one', () => {
    const place = aUsedPlace()
    fs.rmSync(keycheck(place))
    place.open().close()
    expect(fs.readFileSync(keycheck(place), 'utf8')).toContain(' used ')
    fs.truncateSync(place.file, 5_000)
    expect(refusal(place).code).toBe('db-ruined')
  })

  it('opens the data beside a ruined key check, and makes a good one', () => {
    const place = aUsedPlace()
    fs.truncateSync(keycheck(place), 40)
    place.open().close()
    fs.truncateSync(place.file, 5_000)
    expect(refusal(place).code).toBe('db-ruined')
  })

  it('of a ruined file without a key check is told as a doubt', () => {
    const place = aUsedPlace()
    fs.rmSync(keycheck(place))
    fs.writeFileSync(place.file, randomBytes(40_960))
    expect(refusal(place).message).toContain('cannot be told')
  })
})

describe('a ruined file', () => {
  it('with one flipped bit is told, at 100 places: at once, or in the photo table by the full check', () => {
    const place = aUsedPlace()
    const whole = fs.readFileSync(place.file)
    const random = seededRandom(20_260_901)
    let atOnce = 0
    for (let n = 0; n < 100; n += 1) {
      const at = Math.floor(random() * whole.length)
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
      fs.writeFileSync(place.file, bytes)
      const told = refusalOrOpen(place)
      if (told instanceof DeskError) atOnce += 1
      const failure = told instanceof DeskError ? told : failureOf(() => fullCheck(told))
      expect([at, failure.code]).toEqual([at, 'db-ruined'])
    }
    expect(atOnce).toBeGreaterThan(95)
  })

  it('in its photos only opens, and is told by the photo and by the full check', () => {
    const place = testPlace()
    const db = place.open()
    const photos = aRollOf(40).students
    replaceRoll(db, {
      ...aRollOf(40),
      photos: [...photos].map(({ id }) => ({
        studentId: id,
        mime: 'image/png' as const,
        bytes: randomBytes(40_000),
      })),
    })
    fullCheck(db)
    const { page } = db
      .prepare(`SELECT max(pageno) AS page FROM dbstat WHERE name = 'picture'`)
      .get() as { page: number }
    db.close()
    const file = fs.openSync(place.file, 'r+')
    fs.writeSync(file, randomBytes(16), 0, 16, (page - 1) * 4096) // of the last photo
    fs.closeSync(file)
    const damaged = place.open()
    recordTap(damaged, aTap())
    expect(failureOf(() => getPhoto(damaged, 'student-40')).code).toBe('db-ruined')
    expect(getPhoto(damaged, 'student-1')?.bytes.length).toBe(40_000)
    expect(failureOf(() => fullCheck(damaged)).code).toBe('db-ruined')
  })

  it('with 512 zeroed bytes is told, at 30 places: at once, or in the photo table by the full check', () => {
    const place = aUsedPlace()
    const whole = fs.readFileSync(place.file)
    const random = seededRandom(20_260_902)
    for (let n = 0; n < 30; n += 1) {
      const at = Math.floor((random() * whole.length) / 512) * 512
      fs.writeFileSync(place.file, Buffer.from(whole).fill(0, at, at + 512))
      const told = refusalOrOpen(place)
      const failure = told instanceof DeskError ? told : failureOf(() => fullCheck(told))
      expect([at, failure.code]).toEqual([at, 'db-ruined'])
    }
  })

  it('cut off anywhere is told at once, also when nothing is left', () => {
    const place = aUsedPlace()
    const whole = fs.readFileSync(place.file)
    const random = seededRandom(20_260_903)
    const lengths = [0, 1, 15, 16, 4095, 4096, whole.length - 4096, whole.length - 1]
    for (let n = 0; n < 20; n += 1) lengths.push(Math.floor(random() * whole.length))
    for (const length of lengths) {
      fs.writeFileSync(place.file, whole.subarray(0, length))
      expect([length, refusal(place).code]).toEqual([length, 'db-ruined'])
    }
  })

  it('that was no database at all is told at once', () => {
    const place = aUsedPlace()
    fs.writeFileSync(place.file, randomBytes(100_000))
    expect(refusal(place).code).toBe('db-ruined')
  })

  it('that is gone is told, and no empty one is put in its place', () => {
    const place = aUsedPlace()
    fs.rmSync(place.file)
    const { code, message } = refusal(place)
    expect(code).toBe('db-ruined')
    expect(message).toContain('gone')
    expect(fs.existsSync(place.file)).toBe(false)
  })

  it('that is gone but for its log is told, also without a key check', () => {
    const place = testPlace()
    fs.writeFileSync(`${place.file}-wal`, randomBytes(9_000))
    expect(refusal(place).code).toBe('db-ruined')
  })
})

it('the messages tell wrong key, doubt, damage and loss apart, and name no path', () => {
  const place = aUsedPlace()
  const wrong = refusal(otherKey(place)).message
  const whole = fs.readFileSync(place.file)
  fs.truncateSync(place.file, 8_192)
  const damage = refusal(place).message
  fs.rmSync(place.file)
  const loss = refusal(place).message
  fs.writeFileSync(place.file, whole)
  fs.rmSync(keycheck(place))
  const doubt = refusal(otherKey(place)).message
  const all = [wrong, damage, loss, doubt]
  expect(new Set(all).size).toBe(4)
  for (const message of all) expect(message).not.toContain(place.folder)
})
