import { describe, expect, it } from 'vitest'
import type { CardFamily } from '../../core/cardRead.ts'
import type { Database } from '../../db/database.ts'
import { readerRecords } from '../../db/readerDays.ts'
import { recordTap } from '../../db/taps.ts'
import { date } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'
import { aTap } from '../helpers/testDbTaps.ts'

const at = (clock: string): number => Date.parse(`2026-10-12T${clock}+08:00`)
const OCTOBER = { from: date('2026-10-01'), to: date('2026-10-30') }

/** A tap of a card of this kind; null: nothing was read. */
function tap(db: Database, when: number, family: CardFamily | null, reader = 'one'): void {
  const read =
    family === null ? ({ verdict: 'unreadable', cardId: null, studentId: null } as const) : {}
  recordTap(db, { ...aTap({ reader, family, ...read }), at: when })
}

const [records, only] = [
  (db: Database) => readerRecords(db, OCTOBER),
  (db: Database) => readerRecords(db, OCTOBER)[0],
]

describe('what is recorded of a reader', () => {
  it('is its last tap, and each kind of card, the most read first', () => {
    const db = testDb()
    tap(db, at('08:00:00'), 'm1')
    tap(db, at('08:01:00'), 'bmac')
    tap(db, at('08:02:00'), 'bmac')
    expect(records(db)).toEqual([
      {
        reader: 'one',
        lastTapAt: at('08:02:00'),
        families: [
          { family: 'bmac', read: 2, failed: 0 },
          { family: 'm1', read: 1, failed: 0 },
        ],
        failedUnknown: 0,
        used: true,
      },
    ])
  })

  it('is nothing where no card was laid down', () => {
    expect(records(testDb())).toEqual([])
  })

  it('is its own, the last used reader first', () => {
    const db = testDb()
    tap(db, at('08:00:00'), 'bmac', 'two')
    tap(db, at('08:01:00'), 'bmac', 'one')
    tap(db, at('08:02:00'), 'bmac', 'two')
    expect(records(db).map((one) => [one.reader, one.families[0]?.read])).toEqual([
      ['two', 2],
      ['one', 1],
    ])
  })

  it('counts a failure for the card that is read next, and only once', () => {
    const db = testDb()
    tap(db, at('08:00:00'), null)
    tap(db, at('08:00:02'), null)
    expect(only(db)).toMatchObject({ families: [], failedUnknown: 2 })
    tap(db, at('08:00:04'), 'm1')
    tap(db, at('08:00:06'), 'bmac')
    expect(only(db)).toMatchObject({
      families: [
        { family: 'bmac', read: 1, failed: 0 },
        { family: 'm1', read: 1, failed: 2 },
      ],
      failedUnknown: 0,
    })
  })

  it('leaves a failure unknown when nobody tries again in time', () => {
    const db = testDb()
    tap(db, at('08:00:00'), null)
    tap(db, at('08:00:11'), 'bmac')
    expect(only(db)).toMatchObject({ families: [{ failed: 0 }], failedUnknown: 1 })
  })

  it('counts a failure on the day it was, also when the card is read after midnight', () => {
    const db = testDb()
    tap(db, at('23:59:58'), null)
    tap(db, at('23:59:58') + 4_000, 'bmac')
    const days = db.prepare('SELECT day, family, read, failed FROM reader_day ORDER BY day, family')
    expect(days.all()).toEqual([
      { day: '2026-10-12', family: 'bmac', read: 0, failed: 1 },
      { day: '2026-10-12', family: 'unknown', read: 0, failed: 0 },
      { day: '2026-10-13', family: 'bmac', read: 1, failed: 0 },
    ])
  })

  it('counts two cards at once as no failure of the reader', () => {
    const db = testDb()
    const nothing = { family: null, cardId: null, studentId: null, verdict: 'two-cards' } as const
    recordTap(db, { ...aTap({ reader: 'one', ...nothing }), at: at('08:00:00') })
    expect(only(db)).toMatchObject({ families: [], failedUnknown: 0, used: true })
  })
})

describe('the days asked for', () => {
  const september = Date.parse('2026-09-30T23:59:59+08:00')

  it('are whole days in Beijing', () => {
    const db = testDb()
    tap(db, september, 'bmac')
    tap(db, september + 1_000, 'bmac')
    expect(only(db)).toMatchObject({ families: [{ read: 1 }], used: true })
  })

  it('leave a reader its last tap before them', () => {
    const db = testDb()
    tap(db, september, 'bmac')
    expect(only(db)).toMatchObject({ lastTapAt: september, families: [], used: false })
  })

  it('leave out what a clock that ran ahead has written', () => {
    const db = testDb()
    tap(db, at('08:00:00'), 'bmac')
    tap(db, Date.parse('2041-10-12T08:00:00+08:00'), 'bmac')
    expect(only(db)).toMatchObject({ lastTapAt: at('08:00:00'), families: [{ read: 1 }] })
  })
})

it('a tap that is not stored is not counted', () => {
  const db = testDb()
  const tapId = 'tap-1'
  recordTap(db, { ...aTap({ tapId, reader: 'one' }), at: at('08:00:00') })
  expect(
    failureOf(() => recordTap(db, { ...aTap({ tapId, reader: 'one' }), at: at('08:00:01') })).code,
  ).toBe('internal')
  expect(only(db)).toMatchObject({ lastTapAt: at('08:00:00'), families: [{ read: 1 }] })
})
