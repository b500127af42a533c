import * as fs from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { changeSettings } from '../../db/settings.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { recordTap } from '../../db/taps.ts'
import { formsOf, packedOf } from '../helpers/canary.ts'
import { aCard, aRoll, aRollOf, aStudent } from '../helpers/rollBuilders.ts'
import { testPlace } from '../helpers/testDb.ts'
import { aTap } from '../helpers/testDbTaps.ts'

const CANARIES = [
  '欧阳金丝雀',
  '73519264',
  '1000759182736455',
  '04CAFE5EED42AA',
  'canary-photo-bytes',
]

const forms = (one: string): readonly Buffer[] => [...formsOf(one), ...packedOf(one)]

/** Where a canary lies in the clear: file and canary. */
function found(folder: string): readonly string[] {
  return fs.readdirSync(folder).flatMap((name) => {
    const bytes = fs.readFileSync(path.join(folder, name))
    return CANARIES.filter((one) => forms(one).some((form) => bytes.includes(form))).map(
      (one) => `${name}: ${one}`,
    )
  })
}

const ROLL = aRoll({
  students: [aStudent({ name: CANARIES[0] ?? '', educationId: CANARIES[1] ?? '' })],
  cards: [
    aCard({
      identifiers: [
        { kind: 'bmac', value: CANARIES[2] ?? '' },
        { kind: 'uid', value: CANARIES[3] ?? '' },
      ],
    }),
  ],
  photos: [{ studentId: 'student-1', mime: 'image/png', bytes: Buffer.from(CANARIES[4] ?? '') }],
})

describe('no name, number or photo lies in the clear', () => {
  it('in any file of an open desk, in the log file of a busy one, or after it was closed', () => {
    const place = testPlace()
    const db = place.open()
    replaceRoll(db, ROLL)
    recordTap(db, aTap({ identifiers: [{ kind: 'bmac', value: CANARIES[2] ?? '' }] }))
    changeSettings(db, { language: 'en' })
    const names = fs.readdirSync(place.folder).sort()
    expect(names).toEqual(['desk.db', 'desk.db-shm', 'desk.db-wal', 'desk.db.keycheck'])
    expect(fs.statSync(`${place.file}-wal`).size).toBeGreaterThan(10_000)
    expect(found(place.folder)).toEqual([])
    // a load large enough to spill, which takes the canary away
    replaceRoll(db, { ...aRollOf(5000), version: 2 })
    expect(found(place.folder)).toEqual([])
    db.close()
    expect(found(place.folder)).toEqual([])
  })

  it('and the search would find them if they did', () => {
    const place = testPlace()
    for (const one of CANARIES)
      for (const [n, form] of forms(one).entries()) {
        const dump = path.join(place.folder, 'dump')
        fs.writeFileSync(dump, Buffer.concat([Buffer.from('xyz'), form, Buffer.from('z')]))
        expect([one, n, found(place.folder)]).toEqual([one, n, [`dump: ${one}`]])
      }
  })
})
