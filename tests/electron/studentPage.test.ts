import { describe, expect, it } from 'vitest'
import { addDays, beijingDate, type EpochMs } from '../../core/calendarDate.ts'
import type { Roll } from '../../core/roll.ts'
import type { FareFacts } from '../../core/validity.ts'
import { connect } from '../../db/connect.ts'
import type { Database } from '../../db/database.ts'
import { storeCaseAct } from '../../db/caseActs.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { recordTap } from '../../db/taps.ts'
import { casePage } from '../../electron/cases/casePage.ts'
import { educationIdOf, historyOf, studentPage } from '../../electron/studentPage.ts'
import { byClerk } from '../helpers/newCardActs.ts'
import { aCard, aRoll, aStudent, date, OTHER_SCHOOL } from '../helpers/rollBuilders.ts'
import { afterThisTest } from '../helpers/afterThisTest.ts'
import { testDb, testPlace } from '../helpers/testDb.ts'
import { aTap } from '../helpers/testDbTaps.ts'
import { MONDAY } from './builders.ts'

const APPLICATION = '0199d3c0-0000-7000-8000-000000000001'

const FARE: FareFacts = {
  enabled: true,
  blacklisted: false,
  transit: { from: date('2024-09-01'), to: date('2026-09-30') },
}

/** 王小明 with a card in use and the one before it, and two others of his name. */
const ROLL: Partial<Roll> = {
  students: [
    aStudent(),
    aStudent({ id: 'student-2', educationId: '00998877', classId: null }),
    aStudent({
      id: 'gone',
      educationId: '00998866',
      enrolment: { kind: 'left', on: date('2026-07-01'), why: 'graduated', to: null },
    }),
    aStudent({ id: 'elsewhere', schoolId: OTHER_SCHOOL.id, classId: null, educationId: null }),
    aStudent({ id: 'other-name', educationId: '00998855', name: '王小明明' }),
  ],
  cards: [
    aCard({ id: 'before', state: 'REPLACED', stateSince: MONDAY - 9_000, identifiers: [] }),
    aCard({ stateSince: MONDAY - 8_000, stateBy: '李老师' }),
    aCard({ id: 'of-2', studentId: 'student-2', state: 'LOST', identifiers: [] }),
  ],
}

function dbWith(roll: Partial<Roll> = ROLL, db: Database = testDb()): Database {
  expect(replaceRoll(db, aRoll(roll)).kind).toBe('taken')
  return db
}

const pageOf = (db: Database, id = 'student-1', now: EpochMs = MONDAY) => {
  const page = studentPage(db, id, now, false)
  if (page === null) throw new Error('no page')
  return page
}

describe('the page of a pupil', () => {
  it('says who it is, by tails', () => {
    const { person, enrolment } = pageOf(dbWith())
    expect(person).toEqual({
      studentId: 'student-1',
      name: '王小明',
      sex: 'male',
      className: '三年级2班',
      school: '北京市第一实验小学',
      educationIdTail: '3456',
      hasPhoto: false,
    })
    expect(enrolment).toEqual({ kind: 'enrolled' })
  })

  it('has the card that counts first, each with everything it is found by', () => {
    const { cards } = pageOf(dbWith())
    expect(cards.map((card) => [card.cardId, card.state])).toEqual([
      ['card-1', 'ACTIVE'],
      ['before', 'REPLACED'],
    ])
    expect(cards[0]).toMatchObject({ stateBy: '李老师', faceValidTo: '2029-07-31' })
    expect(cards[0]?.numbers).toEqual([
      { kind: 'bmac', tail: '5678' },
      { kind: 'printed', tail: '6789' },
      { kind: 'uid', tail: 'E5F6' },
    ])
  })

  it('names others of the very same name on the roll of this school, and nobody else', () => {
    const db = dbWith()
    expect(pageOf(db).sameName).toEqual([
      {
        studentId: 'student-2',
        name: '王小明',
        sex: 'male',
        className: null,
        educationIdTail: '8877',
        enrolment: 'enrolled',
        card: 'LOST',
        hasPhoto: false,
      },
    ])
    expect(pageOf(db, 'other-name').sameName).toEqual([])
  })

  it('of a pupil without a card has no validities', () => {
    const page = pageOf(dbWith(), 'other-name')
    expect([page.cards, page.validities, page.transitReadAt]).toEqual([[], null, null])
  })

  it('of a pupil who left is still there, and says so', () => {
    const page = pageOf(dbWith(), 'gone')
    expect(page.enrolment).toMatchObject({ kind: 'left', on: '2026-07-01' })
    expect(historyOf(dbWith(), 'gone')).toEqual([
      { kind: 'left', on: '2026-07-01', why: 'graduated', to: null },
    ])
  })
})

describe('the three validities without the card', () => {
  it('know the fare dates only once the chip has told them', () => {
    const db = dbWith()
    expect(pageOf(db).validities).toEqual({
      face: { kind: 'good', to: '2029-07-31' },
      transit: { kind: 'unknown' },
      roll: { kind: 'enrolled' },
    })
    recordTap(db, { ...aTap(), at: MONDAY - 60_000, fare: FARE })
    const page = pageOf(db)
    expect(page.validities?.transit).toEqual({ kind: 'expired', to: '2026-09-30' })
    expect(page.transitReadAt).toBe(MONDAY - 60_000)
  })

  it('are of the card that counts, not of the one before it', () => {
    const db = dbWith()
    recordTap(db, { ...aTap({ cardId: 'before' }), fare: FARE })
    expect(pageOf(db)).toMatchObject({
      validities: { transit: { kind: 'unknown' } },
      transitReadAt: null,
    })
  })

  it('are judged by today’s date, not by that of the tap', () => {
    const db = dbWith()
    recordTap(db, { ...aTap(), fare: FARE })
    const earlier = Date.parse('2026-09-30T12:00:00+08:00')
    expect(pageOf(db, 'student-1', earlier).validities?.transit.kind).toBe('good')
  })
})

it('the history has the taps and the states of the cards, newest first', () => {
  const db = dbWith()
  recordTap(db, { ...aTap({ reader: '一号门' }), at: MONDAY - 8_500 })
  recordTap(db, { ...aTap({ verdict: 'replaced', cardId: 'before' }), at: MONDAY - 100 })
  recordTap(db, { ...aTap({ studentId: 'student-2', cardId: 'of-2' }), at: MONDAY })
  expect(historyOf(db, 'student-1')).toEqual([
    {
      kind: 'tap',
      at: MONDAY - 100,
      verdict: 'replaced',
      reader: 'Test reader 00',
      cardTail: null,
    },
    { kind: 'card', at: MONDAY - 8_000, state: 'ACTIVE', by: '李老师', cardTail: '5678' },
    { kind: 'tap', at: MONDAY - 8_500, verdict: 'valid', reader: '一号门', cardTail: '5678' },
    { kind: 'card', at: MONDAY - 9_000, state: 'REPLACED', by: null, cardTail: null },
  ])
})

describe('not ours to show', () => {
  it.each(['elsewhere', 'nobody', ''])('is %s', (id) => {
    const db = dbWith()
    expect(studentPage(db, id, MONDAY, false)).toBeNull()
    expect(educationIdOf(db, id)).toBeNull()
    expect(historyOf(db, id)).toBeNull()
  })
})

it('the whole 教育ID is told on request, leading zeros and all', () => {
  expect(educationIdOf(dbWith(), 'student-1')).toBe('00123456')
})

it('reads no table from end to end', () => {
  const place = testPlace()
  dbWith(ROLL, place.open())
  const ran: string[] = []
  const db = connect({ ...place, readonly: false, onStatement: (sql) => ran.push(sql) })
  afterThisTest(() => db.close())
  ran.length = 0
  expect(studentPage(db, 'student-1', MONDAY, false)?.sameName).toHaveLength(1)
  const selects = [...new Set(ran)]
  expect(selects.length).toBeGreaterThanOrEqual(6)
  for (const sql of selects) {
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
    expect(plan.filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([])
  }
})

describe('a reissue', () => {
  const apply = (db: Database) =>
    storeCaseAct(db, {
      ...byClerk('operator-1', MONDAY),
      reason: null,
      command: {
        type: 'reissue.applied',
        payload: {
          ...{ applicationId: APPLICATION, studentId: 'student-2', oldCardId: 'of-2' },
          ...{ cause: 'lost', waiver: null },
        },
      },
      conditions: {
        ...{ isSupervisor: false, tapped: null, window: () => 'open', clockBehind: false },
        ...{ online: false, mayReactivate: true },
      },
    })

  it('is told by its own stage, not as a newcomer’s first card', () => {
    const db = dbWith()
    expect(apply(db).kind).toBe('done')
    const { application, reissue } = pageOf(db, 'student-2')
    expect(application).toBeNull()
    expect(reissue).toEqual({ stage: 'awaiting-info', next: 'confirm-data' })
  })

  it('was payable on no day before it was applied for', () => {
    const db = dbWith()
    apply(db)
    const here = { at: MONDAY, operatorId: 'operator-1' }
    const week = addDays(beijingDate(MONDAY), 8)
    const page = casePage(db, 'student-2', { today: week, clockBehind: false }, here)
    expect(page?.payDays).toEqual([week, addDays(week, -1), addDays(week, -7), addDays(week, -8)])
  })
})
