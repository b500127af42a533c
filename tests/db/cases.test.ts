import { describe, expect, it } from 'vitest'
import { deletePupilRows, actsOf } from '../../db/pupilRows.ts'
import { fullCheck } from '../../db/check.ts'
import type { Database } from '../../db/database.ts'
import { eventsOfAct } from '../../db/events.ts'
import { storeFeeOrder } from '../../db/feeOrders.ts'
import { getCard, identifiersOfCard } from '../../db/cards.ts'
import { date, order } from '../core/case/builders.ts'
import { aCaseDesk, at, caseNow, CHIP, doCase, MINUTE, MONDAY, PUPIL } from '../helpers/caseActs.ts'
import { daysAgo, NOW, rowsOf, run, sent } from '../helpers/leaversDesk.ts'
import { bind, byClerk, rename, say, takeBack } from '../helpers/newCardActs.ts'

const stored = (db: Database) => ['outbox', 'audit'].map((one) => rowsOf(db, one))
const OLD = { cardId: 'card-1' }
const APPLICATION = { applicationId: 'a-1' }
const LOSS = { ...OLD, reportedAt: MONDAY - MINUTE, where: '操场', by: 'desk' } as const
const APPLY = { ...APPLICATION, oldCardId: 'card-1', cause: 'lost', waiver: null } as const
const PAID = {
  ...({ orderId: 'o-told', cityNo: 'city-1', fen: 1_500, result: 'paid' } as const),
  on: date('2026-10-12'),
}
const GIVE = {
  ...({ cardId: 'a-1.1', tapId: 't-1', reason: null, identifiers: CHIP } as const),
  ...({ collector: { kind: 'student' }, signature: '1,1 2,2', oldCard: 'still-lost' } as const),
}

/** Lost, applied for, and confirmed. */
function applied(db = aCaseDesk()): Database {
  doCase(db, 'loss.reported', LOSS)
  doCase(db, 'reissue.applied', APPLY)
  say(db, 'a-1')
  return db
}

/** Paid for, and at school. */
function arrived(): Database {
  const db = applied()
  doCase(db, 'payment.told', PAID)
  doCase(db, 'card.arrived', { cardId: 'a-1.1', identifiers: CHIP })
  return db
}

const undo = (db: Database, undoes: string, operatorId = 'operator-1') =>
  doCase(db, 'case.undone', { undoes }, at(MONDAY + MINUTE, operatorId)).decision

describe('an act on a case', () => {
  it('is one queued and one logged row, and what it came to', () => {
    const db = aCaseDesk()
    const { cmdId } = doCase(db, 'loss.reported', LOSS)
    expect(stored(db)).toEqual([1, 1])
    expect(eventsOfAct(db, cmdId).map(({ event }) => event.type)).toEqual([
      ...['card-state-changed', 'loss-told'],
    ])
    expect(getCard(db, 'card-1')).toMatchObject({ state: 'LOST', stateSince: MONDAY - MINUTE })
  })

  it('that is refused leaves nothing', () => {
    const db = aCaseDesk()
    expect(doCase(db, 'loss.lifted', { ...OLD, tapId: 't', reason: null }).decision).toMatchObject({
      why: 'not-lost',
    })
    expect([...stored(db), rowsOf(db, 'event')]).toEqual([0, 0, 0])
  })

  it('names its pupil and ids in the log, and no number', () => {
    const db = aCaseDesk()
    doCase(db, 'loss.reported', LOSS)
    const { sealed } = db.prepare('SELECT sealed FROM audit').get() as { sealed: string }
    expect(JSON.parse(sealed)).toMatchObject({
      ...{ kind: 'loss-reported', studentId: PUPIL, about: 'card-1' },
    })
    expect(sealed).not.toContain('1000751012345678')
  })

  it('with a number of another pupil’s card is refused', () => {
    const db = applied()
    doCase(db, 'payment.told', PAID)
    const identifiers = [{ kind: 'bmac', value: '1000751099999999' }] as const
    const came = doCase(db, 'card.arrived', { cardId: 'a-1.1', identifiers })
    expect(came.decision).toMatchObject({ why: 'chip-of-another' })
    expect(identifiersOfCard(db, 'a-1.1')).toEqual([])
  })
})

describe('the whole way', () => {
  it('from the loss to the hand-over, as the tables have it', () => {
    const db = arrived()
    expect(doCase(db, 'card.handed-over', GIVE).decision.kind).toBe('done')
    const { cards, applications, orders } = caseNow(db)
    expect(cards.map(({ cardId, state }) => [cardId, state])).toEqual([
      ['a-1.1', 'ACTIVE'],
      ['card-1', 'REPLACED'],
    ])
    expect(applications).toMatchObject([{ state: 'HANDED_OVER', producedFrom: '2026-10-12' }])
    expect(orders).toMatchObject([{ state: 'CONFIRMED', cityNo: 'city-1' }])
    expect(identifiersOfCard(db, 'a-1.1')).toEqual(CHIP)
    fullCheck(db)
  })

  it('制卡信息 confirmed after the payment begins production, counted from that day', () => {
    const db = aCaseDesk()
    doCase(db, 'loss.reported', LOSS)
    doCase(db, 'reissue.applied', APPLY)
    doCase(db, 'payment.told', PAID)
    expect(caseNow(db).applications).toMatchObject([{ state: 'SUBMITTED', cardId: null }])
    say(db, 'a-1', undefined, at(MONDAY + 3 * 24 * 60 * MINUTE))
    expect(caseNow(db).applications).toMatchObject([
      { state: 'IN_PRODUCTION', cardId: 'a-1.1', producedFrom: '2026-10-15' },
    ])
    expect(takeBack(db, 'a-1', '看错了')).toMatchObject({ why: 'not-open' })
  })

  it('制卡信息 confirmed before any payment begins nothing', () => {
    expect(caseNow(applied()).applications).toMatchObject([{ state: 'SUBMITTED', cardId: null }])
  })

  it('5.7-16 another name while it is made waits for a supervisor', () => {
    const db = arrived()
    rename(db, PUPIL, '王晓明')
    const clerk = { isSupervisor: false }
    expect(doCase(db, 'card.handed-over', GIVE, undefined, clerk).decision).toMatchObject({
      why: 'data-changed',
    })
    const reason = '先领用'
    expect(doCase(db, 'card.handed-over', { ...GIVE, reason }).decision.kind).toBe('done')
  })
})

describe('an act that is taken back', () => {
  it('is undone by whoever did it, and not twice', () => {
    const db = aCaseDesk()
    const { cmdId } = doCase(db, 'loss.reported', LOSS)
    expect(undo(db, cmdId, 'operator-2')).toMatchObject({ why: 'somebody-elses' })
    expect(undo(db, cmdId).kind).toBe('done')
    expect(getCard(db, 'card-1')?.state).toBe('ACTIVE')
    expect(undo(db, cmdId)).toMatchObject({ why: 'changed-meanwhile' })
    expect(stored(db)).toEqual([2, 2])
  })

  it('of a hand-over leaves the numbers that were read when the card came', () => {
    const db = arrived()
    const given = doCase(db, 'card.handed-over', GIVE, at(MONDAY + MINUTE))
    expect(undo(db, given.cmdId).kind).toBe('done')
    expect(identifiersOfCard(db, 'a-1.1')).toEqual(CHIP)
    expect(rowsOf(db, 'collection WHERE undone = 1')).toBe(1)
  })

  it('of a hand-over that read the number first takes it away again', () => {
    const db = applied()
    doCase(db, 'payment.told', PAID)
    doCase(db, 'card.arrived', { cardId: 'a-1.1', identifiers: [] })
    const given = doCase(db, 'card.handed-over', GIVE, at(MONDAY + MINUTE))
    undo(db, given.cmdId)
    expect(identifiersOfCard(db, 'a-1.1')).toEqual([])
  })

  it('of a card that came by itself takes it out of the tables', () => {
    const db = aCaseDesk()
    const { cmdId } = doCase(db, 'card.arrived', { cardId: 'new', identifiers: CHIP })
    expect(undo(db, cmdId).kind).toBe('done')
    expect([getCard(db, 'new'), identifiersOfCard(db, 'new')]).toEqual([null, []])
  })

  it('is none that is no act on a case, or another pupil’s', () => {
    const db = applied()
    const { bindingId } = bind(db, 'student-2', '1000751088888888')
    expect(undo(db, bindingId)).toMatchObject({ why: 'nothing-to-undo' })
    const act = byClerk('operator-1', MONDAY)
    say(db, 'a-1', { kind: 'confirmed', said: { by: 'student' } }, act)
    expect(undo(db, act.cmdId)).toMatchObject({ why: 'nothing-to-undo' })
    expect(undo(db, 'none')).toMatchObject({ why: 'nothing-to-undo' })
  })
})

it('5.7-14 the table itself holds one order money may come by', () => {
  const db = applied()
  const of = { applicationId: 'a-1', studentId: PUPIL }
  storeFeeOrder(db, order('UNKNOWN', { ...of, orderId: 'o-1' }))
  expect(() => {
    storeFeeOrder(db, order('CREATED', { ...of, orderId: 'o-2' }))
  }).toThrow(/UNIQUE/)
  storeFeeOrder(db, order('CANCELLED', { ...of, orderId: 'o-2' }))
  storeFeeOrder(db, order('REFUND_PENDING', { ...of, orderId: 'o-3' }))
  expect(rowsOf(db, 'fee_order')).toBe(3)
})

it('5.7-19 who collected stands with the card: relation, name, tail of the telephone', () => {
  const db = arrived()
  const collector = { kind: 'parent', name: '李红', relation: 'mother', phoneTail: '1234' } as const
  const { cmdId } = doCase(db, 'card.handed-over', { ...GIVE, collector, oldCard: 'taken-in' })
  expect(db.prepare('SELECT * FROM collection').all()).toMatchObject([
    {
      ...{ cmd_id: cmdId, card_id: 'a-1.1', student_id: PUPIL, old_card: 'taken-in', undone: 0 },
      ...{ collector: JSON.stringify(collector), signature: '1,1 2,2', operator_id: 'operator-1' },
    },
  ])
})

it('a class pack is the teacher’s collection, and then the pupil’s', () => {
  const db = arrived()
  const pack = { cardId: 'a-1.1', packId: 'k-1', teacher: '王老师', signature: null }
  doCase(db, 'pack.taken', pack)
  doCase(db, 'pack.closed', { cardId: 'a-1.1', how: 'tick', identifiers: [], oldCard: 'kept' })
  const kinds = db.prepare(`SELECT collector ->> 'kind' AS kind FROM collection ORDER BY seq`).all()
  expect(kinds).toEqual([{ kind: 'class-teacher' }, { kind: 'student' }])
})

describe('what goes', () => {
  it('with its pupil: applications, orders, collections and cards', () => {
    const db = arrived()
    doCase(db, 'card.handed-over', GIVE)
    deletePupilRows(db, [PUPIL], actsOf(db, [PUPIL]))
    const theirs = ['application', 'fee_order', 'collection', `card WHERE student_id = '${PUPIL}'`]
    expect(theirs.map((one) => rowsOf(db, one))).toEqual([0, 0, 0, 0])
    expect(rowsOf(db, 'card')).toBe(1)
    fullCheck(db)
  })

  it('with its act, once the city has it and its time is over: who collected, and how they signed', () => {
    const db = arrived()
    const long = daysAgo(400)
    const old = doCase(db, 'card.handed-over', GIVE, at(long)).cmdId
    run(db, NOW)
    expect(rowsOf(db, 'collection')).toBe(1)
    sent(db, old)
    run(db, NOW)
    expect(rowsOf(db, 'collection')).toBe(0)
    expect(caseNow(db).cards.map(({ state }) => state)).toEqual(['ACTIVE', 'REPLACED'])
  })

  it('not an application whose payment has to go back', () => {
    const db = arrived()
    db.exec(`UPDATE application SET ended_at = 1, state = 'WITHDRAWN'`)
    db.exec(`UPDATE fee_order SET state = 'REFUND_PENDING'`)
    run(db, NOW)
    expect([rowsOf(db, 'application'), rowsOf(db, 'fee_order')]).toEqual([1, 1])
    db.exec(`UPDATE fee_order SET state = 'REFUNDED'`)
    run(db, NOW)
    expect([rowsOf(db, 'application'), rowsOf(db, 'fee_order')]).toEqual([0, 0])
  })
})
