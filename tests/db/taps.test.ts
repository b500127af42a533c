import { describe, expect, it } from 'vitest'
import type { Database } from '../../db/database.ts'
import { countWaiting } from '../../db/outbox.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { recentTaps, recordTap, tapsOfStudent, type TapToRecord } from '../../db/taps.ts'
import { aRoll, aStudent, OTHER_SCHOOL } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'
import { aTap } from '../helpers/testDbTaps.ts'

const count = (db: Database, table: string): unknown =>
  (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n

describe('a tap', () => {
  it('is stored with the data it was judged by', () => {
    const db = testDb()
    recordTap(db, aTap({ dataVersion: 7, dataAgeMs: 86_400_000, verdict: 'lost' }))
    expect(db.prepare('SELECT data_version, data_age_ms, verdict FROM tap').all()).toEqual([
      { data_version: 7, data_age_ms: 86_400_000, verdict: 'lost' },
    ])
  })

  it('is stored together with its row in the outbox, which names it', () => {
    const db = testDb()
    const tap = aTap({ tapId: 'tap-1' })
    const envelope = recordTap(db, tap)
    expect(envelope).toMatchObject({ cmdId: tap.command.cmdId, deviceSeq: 1, type: 'tap.recorded' })
    expect(envelope.payload).toEqual(tap.command.payload)
    const joined = db.prepare('SELECT tap_id FROM tap JOIN outbox USING (cmd_id)').all()
    expect(joined).toEqual([{ tap_id: 'tap-1' }])
  })

  it('of nothing that could be read is stored too', () => {
    const db = testDb()
    const nothing = { family: null, cardId: null, studentId: null, identifiers: [] }
    recordTap(db, aTap({ ...nothing, verdict: 'unreadable', dataVersion: 0, dataAgeMs: 0 }))
    expect(recentTaps(db, 1)).toMatchObject([
      { verdict: 'unreadable', studentId: null, name: null },
    ])
  })

  it('that cannot be stored leaves no outbox row and no gap', () => {
    const db = testDb()
    recordTap(db, aTap({ tapId: 'tap-1' }))
    const failure = failureOf(() => recordTap(db, aTap({ tapId: 'tap-1' })))
    expect(failure.code).toBe('internal')
    expect(failure.cause).toBeInstanceOf(Error)
    expect([count(db, 'tap'), count(db, 'outbox'), countWaiting(db)]).toEqual([1, 1, 1])
    expect(recordTap(db, aTap()).deviceSeq).toBe(2)
  })

  it('whose command is there already leaves nothing new', () => {
    const db = testDb()
    const tap = aTap()
    recordTap(db, tap)
    const payload = { ...tap.command.payload, tapId: 'another' }
    const twice: TapToRecord = { ...tap, command: { ...tap.command, payload } }
    expect(failureOf(() => recordTap(db, twice)).code).toBe('internal')
    expect([count(db, 'tap'), count(db, 'outbox')]).toEqual([1, 1])
  })

  it('that is part of a larger act falls with it', () => {
    const db = testDb()
    const act = db.transaction(() => {
      recordTap(db, aTap())
      throw new Error('the act failed later')
    })
    expect(() => act.immediate()).toThrow('failed later')
    expect([count(db, 'tap'), count(db, 'outbox'), count(db, 'outbox_head')]).toEqual([0, 0, 0])
  })
})

describe('the last taps', () => {
  it('come newest first, by order of recording and not by the clock', () => {
    const db = testDb()
    for (const [tapId, at] of [
      ['a', 3000],
      ['b', 1000],
      ['c', 2000],
    ] as const)
      recordTap(db, { ...aTap({ tapId }), at })
    expect(recentTaps(db, 10).map((tap) => tap.tapId)).toEqual(['c', 'b', 'a'])
    expect(recentTaps(db, 2).map((tap) => tap.tapId)).toEqual(['c', 'b'])
  })

  it('show name, class and the last four of the 教育ID, and no more', () => {
    const db = testDb()
    replaceRoll(db, aRoll())
    recordTap(db, { ...aTap({ tapId: 'tap-1', reader: 'Desk reader' }), at: 42 })
    expect(recentTaps(db, 1)).toEqual([
      {
        tapId: 'tap-1',
        at: 42,
        reader: 'Desk reader',
        verdict: 'valid',
        studentId: 'student-1',
        name: '王小明',
        className: '三年级2班',
        educationIdTail: '3456',
      },
    ])
  })

  it('lead to no pupil where the verdict named none', () => {
    const db = testDb()
    replaceRoll(db, aRoll())
    recordTap(db, aTap({ verdict: 'chip-mismatch' }))
    expect(recentTaps(db, 1)).toMatchObject([{ studentId: null, name: null }])
  })

  it('show no tail for a pupil without 教育ID', () => {
    const db = testDb()
    const pupil = aStudent({ schoolId: OTHER_SCHOOL.id, classId: null, educationId: null })
    replaceRoll(db, aRoll({ students: [pupil] }))
    recordTap(db, aTap())
    expect(recentTaps(db, 1)).toMatchObject([{ educationIdTail: null, className: null }])
  })
})

it('the taps of one student come newest first, with the card that was laid down', () => {
  const db = testDb()
  recordTap(db, { ...aTap({ reader: 'one' }), at: 3000 })
  recordTap(db, { ...aTap({ studentId: 'student-2' }), at: 4000 })
  recordTap(db, { ...aTap({ reader: 'two', verdict: 'lost', cardId: 'card-2' }), at: 1000 })
  const first = { at: 1000, verdict: 'lost', reader: 'two', cardId: 'card-2' }
  expect(tapsOfStudent(db, 'student-1', 10)).toEqual([
    first,
    { at: 3000, verdict: 'valid', reader: 'one', cardId: 'card-1' },
  ])
  expect(tapsOfStudent(db, 'student-1', 1)).toEqual([first])
})
