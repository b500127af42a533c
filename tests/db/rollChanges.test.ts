import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { beijingDate, type CalendarDate } from '../../core/calendarDate.ts'
import type { CaseCommand } from '../../core/case/commands.ts'
import type { PupilChange, RollChange, RollEntry } from '../../core/rollChange.ts'
import { written } from '../../core/schoolChange.ts'
import { applicationsOf } from '../../db/applications.ts'
import { storeCaseAct } from '../../db/caseActs.ts'
import type { Database } from '../../db/database.ts'
import { getDataState } from '../../db/dataState.ts'
import { eventsOfStudent } from '../../db/events.ts'
import { getOwnSchool } from '../../db/schools.ts'
import { countStudents, studentIdOfEducationId } from '../../db/students.ts'
import {
  applyNextPart,
  changeOf,
  partsWaiting,
  rollChanges,
  storeChange,
} from '../../db/rollChanges.ts'
import { rollNow } from '../../db/rollNow.ts'
import { conditions } from '../helpers/caseActs.ts'
import { byClerk, givePhoto, say } from '../helpers/newCardActs.ts'
import { MOMENT, RECORDER } from '../helpers/testDbTaps.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { aRoll } from '../helpers/rollBuilders.ts'
import { testDb, testPlace } from '../helpers/testDb.ts'

const CLASS = { grade: 3, number: 2, name: '三年级2班' }

const entry = (n: number, given: Partial<RollEntry> = {}): RollEntry => ({
  educationId: String(10_000_000 + n),
  name: `学生${n}`,
  sex: 'male',
  classId: 'class-a',
  enrolment: { kind: 'enrolled' },
  ...given,
})

const enters = (n: number): PupilChange => ({
  kind: 'enters',
  studentId: `student-${n}`,
  to: entry(n),
})

const firstRoll = (pupils: number): RollChange => ({
  changeId: uuidv7(),
  why: 'import',
  undoes: null,
  school: { id: 'school-1', name: '北京市第一实验小学' },
  classes: [{ kind: 'opens', classId: 'class-a', to: CLASS }],
  pupils: Array.from({ length: pupils }, (_, n) => enters(n)),
  cards: [],
})

const AUDIT = { at: 0, bootId: 'boot', operatorId: 'operator-1', purpose: 'desk' } as const

function store(db: Database, change: RollChange, newId: () => string = uuidv7): void {
  storeChange(db, {
    ...{
      change: written({ of: 'roll', change }),
      newId,
      recorder: RECORDER,
      moment: MOMENT,
      audit: AUDIT,
    },
  })
}

function applyAll(db: Database): number {
  let parts = 0
  while (applyNextPart(db) !== null) parts += 1
  return parts
}

describe('a change of the roll', () => {
  it('is stored in parts and stands before a table shows it', () => {
    const db = testDb()
    store(db, firstRoll(250))
    expect([partsWaiting(db), countOf(db, 'student')]).toEqual([3, 0])
    expect(applyAll(db)).toBe(3)
    expect([partsWaiting(db), countStudents(db)]).toEqual([0, 250])
    expect(getOwnSchool(db)?.name).toBe('北京市第一实验小学')
    expect(getDataState(db)?.version).toBe(1)
  })

  it('is gone on with by the next start', () => {
    const place = testPlace()
    const db = place.open()
    store(db, firstRoll(250))
    applyNextPart(db)
    db.close()
    const again = place.open()
    expect([partsWaiting(again), countStudents(again)]).toEqual([0, 250])
  })

  it('is all of it or nothing: a row of it that cannot be stored stores none', () => {
    const db = testDb()
    const ids = [uuidv7(), uuidv7()]
    expect(() => store(db, firstRoll(250), () => ids.shift() ?? 'no id')).toThrow('was not stored')
    expect(
      ['outbox', 'part_waiting', 'roll_change', 'audit'].map((one) => countOf(db, one)),
    ).toEqual([0, 0, 0, 0])
  })

  it('is listed with its counts, and can be read again whole', () => {
    const db = testDb()
    const change = firstRoll(150)
    store(db, change)
    applyAll(db)
    expect(rollChanges(db, 9)).toMatchObject([
      { why: 'import', counts: { entered: 150, changed: 0, left: 0, classes: 1 }, undoneBy: null },
    ])
    expect(changeOf(db, change.changeId)).toEqual({ of: 'roll', change })
  })

  it('leaves an event with each pupil it touched', () => {
    const db = testDb()
    store(db, firstRoll(1))
    applyAll(db)
    const id = studentIdOfEducationId(db, '10000000') ?? ''
    const left = entry(0, {
      classId: null,
      enrolment: { kind: 'left', on: '2026-07-10' as never, why: 'graduated', to: null },
    })
    store(db, {
      ...{ changeId: uuidv7(), why: 'school-year', undoes: null, school: null },
      classes: [{ kind: 'closes', classId: 'class-a', from: CLASS }],
      pupils: [{ kind: 'changes', studentId: id, from: entry(0), to: left }],
      cards: [],
    })
    applyAll(db)
    expect(eventsOfStudent(db, id, 9).map(({ event }) => event.type)).toEqual([
      'pupil-changed',
      'pupil-entered',
    ])
    expect([countOf(db, 'class'), getDataState(db)?.version]).toEqual([0, 2])
    expect(rollNow(db).pupils.get(id)).toEqual(left)
  })
})

function countOf(db: Database, table: string): number {
  return (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
}

it('pupils that were made here are not dropped by a whole roll', () => {
  const db = testDb()
  store(db, firstRoll(2))
  applyAll(db)
  expect(replaceRoll(db, aRoll({ version: 9 }))).toEqual({ kind: 'refused', why: 'made-here' })
  expect(countStudents(db)).toBe(2)
})

describe('production that waits for the roll', () => {
  const changed = (from: Partial<RollEntry>, to: Partial<RollEntry>): RollChange => ({
    ...firstRoll(0),
    ...{ school: null, classes: [] },
    pupils: [{ kind: 'changes', studentId: 'student-0', from: entry(0, from), to: entry(0, to) }],
  })

  it('begins once a change says again what was confirmed, counted from that day', () => {
    const db = testDb()
    store(db, firstRoll(1))
    applyAll(db)
    givePhoto(db, 'student-0')
    const lost = { cardId: 'old', studentId: 'student-0' }
    const of = { studentId: 'student-0', applicationId: 'a-1' }
    caseAct(db, { type: 'card.arrived', payload: { ...lost, identifiers: [] } })
    db.exec(`UPDATE card SET state = 'LOST'`)
    caseAct(db, {
      type: 'reissue.applied',
      payload: { ...of, oldCardId: 'old', cause: 'lost', waiver: null },
    })
    say(db, 'a-1')
    store(db, changed({}, { name: '王晓明' }))
    applyAll(db)
    const paid = { orderId: 'o-1', cityNo: 'city-1', fen: 1_500, result: 'paid' } as const
    const on = '2026-10-12' as CalendarDate
    caseAct(db, { type: 'payment.told', payload: { studentId: 'student-0', ...paid, on } })
    expect(applicationsOf(db, 'student-0')).toMatchObject([{ state: 'SUBMITTED' }])
    store(db, changed({ name: '王晓明' }, {}))
    applyAll(db)
    const day = beijingDate(MOMENT.recordedAt)
    expect(applicationsOf(db, 'student-0')).toMatchObject([
      { state: 'IN_PRODUCTION', producedFrom: day > on ? day : on },
    ])
  })
})

function caseAct(db: Database, command: CaseCommand): void {
  const by = { ...byClerk(), command, reason: null }
  expect(storeCaseAct(db, { ...by, conditions: conditions() }).kind).toBe('done')
}
