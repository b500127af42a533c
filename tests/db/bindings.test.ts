import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { BindCard } from '../../core/binding.ts'
import type { CardIdentifier } from '../../core/card.ts'
import { bindCard, unbindCard } from '../../db/bindings.ts'
import { cardsOfStudent, findCandidates, getCard, identifiersOfCard } from '../../db/cards.ts'
import type { Database } from '../../db/database.ts'
import { eventsOfStudent } from '../../db/events.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { findPupils } from '../../db/search.ts'
import { searchWords } from '../../core/searchQuery.ts'
import { aCard, aRoll, aStudent, date } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { MOMENT, RECORDER } from '../helpers/testDbTaps.ts'

const BMAC: CardIdentifier = { kind: 'bmac', value: '1000751099999999' }
const T_UNION: CardIdentifier = { kind: 't-union', value: '3105170012345678901' }
const CLERK = 'operator-1'

function school(): Database {
  const db = testDb()
  replaceRoll(
    db,
    aRoll({
      students: [
        aStudent({ id: 'bare', educationId: '20000001', name: '甲' }),
        aStudent({ id: 'holder', educationId: '20000002', name: '乙' }),
        aStudent({ id: 'loser', educationId: '20000003', name: '丙' }),
        aStudent({
          id: 'gone',
          educationId: '20000004',
          name: '丁',
          enrolment: { kind: 'left', on: date('2026-07-10'), why: 'graduated', to: null },
        }),
      ],
      cards: [
        aCard({ id: 'held', studentId: 'holder' }),
        aCard({ id: 'lost', studentId: 'loser', state: 'LOST', identifiers: [] }),
      ],
    }),
  )
  return db
}

function bind(
  db: Database,
  studentId: string,
  given: Partial<BindCard> = {},
  at = MOMENT.recordedAt,
) {
  const cmdId = uuidv7()
  const decision = bindCard(db, {
    cmdId,
    command: {
      ...{ cardId: uuidv7(), studentId, identifiers: [BMAC, T_UNION], by: 'tap', takesOver: false },
      ...{ faceSchool: null, faceValidTo: null, ...given },
    },
    reason: given.takesOver ? '发错卡' : null,
    recorder: { ...RECORDER, operatorId: CLERK },
    moment: { ...MOMENT, recordedAt: at },
    audit: { at, bootId: 'boot', operatorId: CLERK, purpose: 'desk' },
  })
  return { cmdId, decision }
}

function unbind(db: Database, undoes: string, operatorId = CLERK, at = MOMENT.recordedAt) {
  return unbindCard(db, {
    ...{ cmdId: uuidv7(), undoes },
    recorder: { ...RECORDER, operatorId },
    moment: { ...MOMENT, recordedAt: at },
    audit: { at, bootId: 'boot', operatorId, purpose: 'desk' },
  })
}

const rows = (db: Database, table: string): number =>
  (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n

const kinds = (db: Database): readonly string[] =>
  (db.prepare('SELECT kind FROM audit ORDER BY seq').all() as { kind: string }[]).map(
    ({ kind }) => kind,
  )

const found = (db: Database, text: string): readonly string[] =>
  findPupils(db, searchWords(text), 9).studentIds

describe('a first binding', () => {
  it('makes chip and pupil one: either number finds the card, and the card the pupil', () => {
    const db = school()
    expect(bind(db, 'bare').decision.kind).toBe('done')
    for (const one of [BMAC, T_UNION])
      expect(findCandidates(db, [one]).map(({ cardId }) => getCard(db, cardId)?.studentId)).toEqual(
        ['bare'],
      )
    expect(cardsOfStudent(db, 'bare')).toMatchObject([{ state: 'ACTIVE' }])
    expect(found(db, BMAC.value)).toEqual(['bare'])
    expect(found(db, T_UNION.value)).toEqual(['bare'])
  })

  it('is one claim, one event and one row of the log', () => {
    const db = school()
    bind(db, 'bare')
    expect(['outbox', 'event', 'audit'].map((one) => rows(db, one))).toEqual([1, 1, 1])
    expect(eventsOfStudent(db, 'bare', 9).map(({ event }) => event.type)).toEqual(['card-bound'])
  })

  it.each([
    ['of a card the pupil holds already', 'holder', {}, 'bound-already', aCard().identifiers],
    ['of a card that is another pupil’s', 'bare', {}, 'bound-to-other', aCard().identifiers],
    ['of a second card', 'holder', {}, 'pupil-holds-card', [BMAC]],
    ['while another card is lost', 'loser', {}, 'pupil-awaits-card', [BMAC]],
    ['of somebody who left', 'gone', {}, 'pupil-left', [BMAC]],
    ['of nobody', 'nobody', {}, 'pupil-unknown', [BMAC]],
    [
      'of a number that begins another card’s printed one',
      'bare',
      {},
      'bound-to-other',
      [{ kind: 'printed', value: '10007510123456780' }],
    ],
    [
      'of numbers that are of two cards',
      'bare',
      {},
      'chip-mismatch',
      [BMAC, { kind: 'uid', value: '04A1B2C3D4E5F6' }],
    ],
  ] as const)('%s is refused and leaves nothing', (_, studentId, given, why, identifiers) => {
    const db = school()
    const { decision } = bind(db, studentId, { ...given, identifiers })
    expect(decision).toMatchObject({ kind: 'refused', why })
    expect(['outbox', 'event', 'audit'].map((one) => rows(db, one))).toEqual([0, 0, 0])
  })

  it('of another pupil’s card is a supervisor’s, and the card leaves the other pupil', () => {
    const db = school()
    const { decision } = bind(db, 'bare', { takesOver: true, identifiers: aCard().identifiers })
    expect(decision).toMatchObject({ kind: 'done', event: { before: { studentId: 'holder' } } })
    expect([cardsOfStudent(db, 'bare').length, cardsOfStudent(db, 'holder').length]).toEqual([1, 0])
    expect([found(db, '1000751012345678'), rows(db, 'card')]).toEqual([['bare'], 2])
    expect(kinds(db)).toEqual(['card-rebound'])
  })
})

describe('a binding taken back', () => {
  it('leaves a card that nobody knows, and both acts in the log', () => {
    const db = school()
    const { cmdId } = bind(db, 'bare')
    expect(unbind(db, cmdId).kind).toBe('done')
    expect(findCandidates(db, [BMAC])).toEqual([])
    expect(found(db, BMAC.value)).toEqual([])
    expect(kinds(db)).toEqual(['card-bound', 'card-unbound'])
    expect(bind(db, 'bare').decision.kind).toBe('done')
  })

  it('gives a card back to whom it was taken from', () => {
    const db = school()
    const { cmdId } = bind(db, 'bare', { takesOver: true, identifiers: aCard().identifiers })
    unbind(db, cmdId)
    expect(getCard(db, 'held')?.studentId).toBe('holder')
    expect(identifiersOfCard(db, 'held').length).toBe(3)
  })

  it('is for whoever made it, for five minutes, and for a card that is as it was left', () => {
    const db = school()
    const at = MOMENT.recordedAt
    const { cmdId } = bind(db, 'bare')
    expect(unbind(db, cmdId, 'operator-2')).toEqual({ kind: 'refused', why: 'somebody-elses' })
    expect(unbind(db, cmdId, CLERK, at + 301_000)).toEqual({ kind: 'refused', why: 'too-late' })
    expect(unbind(db, cmdId, CLERK, at - 1)).toEqual({ kind: 'refused', why: 'too-late' })
    expect(unbind(db, 'no-such-act')).toEqual({ kind: 'refused', why: 'changed-meanwhile' })
    expect(unbind(db, cmdId, CLERK, at + 300_000).kind).toBe('done')
    expect(unbind(db, cmdId)).toEqual({ kind: 'refused', why: 'changed-meanwhile' })
  })
})
