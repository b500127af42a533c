import * as fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyChain } from '../../../db/chain.ts'
import { keycheckFile } from '../../../db/keycheck.ts'
import { openDatabase } from '../../../db/open.ts'
import { journalFile } from '../../../db/outboxJournal.ts'
import { afterThisTest } from '../../helpers/afterThisTest.ts'
import { placeAt, testPlace, type TestPlace } from '../../helpers/testDb.ts'
import { seededRandom } from '../../helpers/testDbRandom.ts'
import {
  actsIn,
  anEndedSchool,
  recoverIt,
  reportOf,
  type TestSchool,
} from '../../helpers/testSchool.ts'
import { damageOf, expectWhole } from './whole.ts'

/** The desk as it was, without what a recovery has left. */
function again(school: TestSchool, before: ReadonlyMap<string, Buffer>): void {
  for (const name of ['quarantine', 'recovering'])
    fs.rmSync(join(school.place.folder, name), { recursive: true, force: true })
  for (const [file, bytes] of before) fs.writeFileSync(file, bytes)
}

function filesOf({ place }: TestSchool): ReadonlyMap<string, Buffer> {
  const files = [place.file, keycheckFile(place.file), journalFile(place.file)]
  return new Map(files.map((file) => [file, fs.readFileSync(file)]))
}

/** Where there is such a disk: a hundred recoveries are two thousand times "is it on the disk?". */
function inMemory(): TestPlace {
  if (!fs.existsSync('/dev/shm')) return testPlace()
  const folder = fs.mkdtempSync('/dev/shm/desk-')
  afterThisTest(() => fs.rmSync(folder, { recursive: true, force: true }))
  return placeAt(folder)
}

describe('A7 a ruined file is found, and its recovery keeps every act', () => {
  it('with one flipped bit, at 100 places', () => {
    const { school, acts } = anEndedSchool({ place: inMemory() })
    const before = filesOf(school)
    const whole = before.get(school.place.file) ?? Buffer.alloc(0)
    const random = seededRandom(20_260_907)
    for (let n = 0; n < 100; n += 1) {
      const at = Math.floor(random() * whole.length)
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
      fs.writeFileSync(school.place.file, bytes)
      expect([at, damageOf(school)]).toEqual([at, 'db-ruined'])
      expect(reportOf(recoverIt(school)).outbox).toMatchObject({ inBase: 5, lost: 0 })
      const db = openDatabase({ ...school.place, readonly: true })
      expect([at, actsIn(db), verifyChain(db).kind]).toEqual([at, acts, 'ok'])
      db.close()
      again(school, before)
    }
  })

  it('cut off, zeroed in part, no database any more, empty, or gone', () => {
    const { school, acts } = anEndedSchool()
    const before = filesOf(school)
    const { file } = school.place
    const { length } = before.get(file) ?? Buffer.alloc(0)
    const damages: readonly (() => void)[] = [
      () => fs.truncateSync(file, length - 4096),
      () => fs.truncateSync(file, Math.floor(length / 2)),
      () => fs.truncateSync(file, 5_000),
      () => fs.truncateSync(file, 0),
      () => fs.rmSync(file),
      () => fs.writeFileSync(file, Buffer.alloc(length)),
      () => fs.writeFileSync(file, Buffer.alloc(length, 0x5a)),
      ...[0, 16, 40].map((page) => () => {
        fs.writeFileSync(
          file,
          Buffer.from(before.get(file) ?? []).fill(0, page * 4096, page * 4096 + 8_192),
        )
      }),
    ]
    for (const [n, damage] of damages.entries()) {
      damage()
      expect([n, damageOf(school)]).toEqual([n, 'db-ruined'])
      const { outbox } = reportOf(recoverIt(school))
      expect([n, outbox.inBase + outbox.fromFile + outbox.fromJournal]).toEqual([n, 10])
      expectWhole(school, acts)
      again(school, before)
    }
  })

  it('without a journal every act that is on a readable page is kept, with the log of it', () => {
    const { school, acts } = anEndedSchool()
    fs.rmSync(journalFile(school.place.file))
    fs.writeFileSync(school.place.file, fs.readFileSync(school.place.file).fill(0, 0, 4096))
    const { outbox, audit } = reportOf(recoverIt(school))
    expect(outbox).toEqual({
      ...{ inBase: 5, fromFile: 5, fromJournal: 0, resealed: 0, withCity: 0, lost: 0 },
    })
    expect(audit).toEqual({ inBase: 5, fromFile: 5, leftBehind: 0, lost: 0 })
    expectWhole(school, acts)
  })
})
