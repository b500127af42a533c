import { expect, it } from 'vitest'
import { ensureDesk, getDesk } from '../../db/desk.ts'
import { testDb, testPlace } from '../helpers/testDb.ts'

const FIRST = { deviceId: 'device-1', schoolId: 'school-1', madeAt: 1 }

it('a new database does not know which desk it is', () => {
  expect(getDesk(testDb())).toBeNull()
})

it('a desk is given its identity once; the first one stands', () => {
  const place = testPlace()
  const db = place.open()
  expect(ensureDesk(db, FIRST)).toEqual({ ...FIRST, deviceEpoch: 1 })
  db.close()
  const again = place.open()
  const second = { deviceId: 'device-2', schoolId: 'school-2', madeAt: 2 }
  expect(ensureDesk(again, second)).toEqual({ ...FIRST, deviceEpoch: 1 })
  expect(getDesk(again)).toEqual({ ...FIRST, deviceEpoch: 1 })
})
