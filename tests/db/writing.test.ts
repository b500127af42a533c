import { expect, it } from 'vitest'
import { writing, writingSlice } from '../../db/writing.ts'
import { syncLog } from '../../db/checkpoint.ts'
import { testDb, testPlace } from '../helpers/testDb.ts'

const FULL = 2
const NORMAL = 1
const safety = (db: ReturnType<typeof testDb>): unknown =>
  db.pragma('synchronous', { simple: true })

it('an act waits for the disk; a slice of bulk work does not, and the next act does again', () => {
  const db = testDb()
  expect(writing(db, 'Nothing', () => safety(db))).toBe(FULL)
  expect(writingSlice(db, 'Nothing', () => safety(db))).toBe(NORMAL)
  expect(safety(db)).toBe(FULL)
})

it('also after a slice that failed, which left nothing', () => {
  const db = testDb()
  db.exec('CREATE TABLE slice (n INTEGER) STRICT')
  const failing = (): void =>
    writingSlice(db, 'The slice was not written', () => {
      db.exec('INSERT INTO slice VALUES (1)')
      throw new Error('half-way')
    })
  expect(failing).toThrow('The slice was not written')
  expect(db.prepare('SELECT n FROM slice').all()).toEqual([])
  expect(safety(db)).toBe(FULL)
})

it('is no part of an act: inside its transaction it is refused', () => {
  const db = testDb()
  const inside = (): void =>
    writing(db, 'The act', () => writingSlice(db, 'The slice', () => undefined))
  expect(inside).toThrow()
  expect(safety(db)).toBe(FULL)
})

it('is waited for by who tells it done; without a log there is nothing to wait for, and that is said', async () => {
  const place = testPlace()
  const db = place.open()
  writingSlice(db, 'Nothing', () => db.exec('CREATE TABLE slice (n INTEGER) STRICT'))
  await expect(syncLog(place.file)).resolves.toBeUndefined()
  db.close()
  await expect(syncLog(place.file)).rejects.toThrow('ENOENT')
})
