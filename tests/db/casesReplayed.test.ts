import { describe, expect, it } from 'vitest'
import { replayOutbox } from '../../db/replay.ts'
import type { Database } from '../../db/database.ts'
import { date } from '../core/case/builders.ts'
import {
  aCaseDesk,
  at,
  caseNow,
  CHIP,
  doCase,
  foundRows,
  MINUTE,
  MONDAY,
} from '../helpers/caseActs.ts'
import { rename, say, WRONG_NAME } from '../helpers/newCardActs.ts'
import { rowsOf } from '../helpers/leaversDesk.ts'

const LOSS = { cardId: 'card-1', reportedAt: MONDAY - MINUTE, where: null, by: 'desk' } as const
const APPLY = { applicationId: 'a-1', oldCardId: 'card-1', cause: 'lost', waiver: null } as const
const PAID = {
  ...({ orderId: 'o-told', cityNo: 'city-1', fen: 1_500, result: 'paid' } as const),
  on: date('2026-10-12'),
}
const COLLECTED = {
  ...({ cardId: 'a-1.1', tapId: 't-1', reason: null, identifiers: CHIP } as const),
  ...({ collector: { kind: 'student' }, signature: '1,1 2,2', oldCard: 'still-lost' } as const),
}

/** Its outbox, in a desk that knows the same roll and nothing else. */
function foundAgain(lost: Database): Database {
  const back = aCaseDesk()
  replayOutbox(back, { rows: foundRows(lost), newEpoch: 'if-needed', epochSeen: 1 })
  return back
}

it('from the loss to the hand-over it is the same case', () => {
  const lost = aCaseDesk()
  doCase(lost, 'loss.reported', LOSS)
  doCase(lost, 'reissue.applied', APPLY)
  say(lost, 'a-1')
  doCase(lost, 'order.opened', { orderId: 'o-1', applicationId: 'a-1', channel: 'app' })
  doCase(lost, 'order.moved', { orderId: 'o-1', to: 'PENDING' })
  doCase(lost, 'order.claimed', { orderId: 'o-1', paidOn: date('2026-10-12') })
  doCase(lost, 'payment.told', PAID)
  doCase(lost, 'card.arrived', { cardId: 'a-1.1', identifiers: CHIP })
  doCase(lost, 'card.handed-over', COLLECTED)
  const back = foundAgain(lost)
  expect(caseNow(back)).toEqual(caseNow(lost))
  expect(caseNow(back).applications).toMatchObject([{ state: 'HANDED_OVER' }])
  expect(rowsOf(back, 'collection')).toBe(1)
})

it('production that began with the confirmation begins with it again', () => {
  const lost = aCaseDesk()
  doCase(lost, 'loss.reported', LOSS)
  doCase(lost, 'reissue.applied', APPLY)
  doCase(lost, 'payment.told', PAID)
  say(lost, 'a-1', undefined, at(MONDAY + 24 * 60 * MINUTE))
  expect(caseNow(foundAgain(lost))).toEqual(caseNow(lost))
  expect(caseNow(lost).applications).toMatchObject([{ producedFrom: '2026-10-13' }])
})

it.each([
  [false, 'DRAFT'],
  [true, 'SUBMITTED'],
] as const)('a waiver by a supervisor (%s) is %s again', (isSupervisor, state) => {
  const lost = aCaseDesk()
  doCase(lost, 'loss.reported', LOSS)
  doCase(lost, 'reissue.applied', { ...APPLY, waiver: '低保' }, undefined, { isSupervisor })
  expect(caseNow(lost).applications).toMatchObject([{ state }])
  expect(caseNow(foundAgain(lost))).toEqual(caseNow(lost))
})

it('what was taken back in time stays taken back', () => {
  const lost = aCaseDesk()
  const { cmdId } = doCase(lost, 'loss.reported', LOSS)
  doCase(lost, 'case.undone', { undoes: cmdId }, at(MONDAY + MINUTE))
  expect(caseNow(foundAgain(lost))).toEqual(caseNow(lost))
  expect(caseNow(lost).cards).toMatchObject([{ state: 'ACTIVE' }])
})

it('a card that was handed over stays so, also where the roll has another name by now', () => {
  const lost = aCaseDesk()
  doCase(lost, 'loss.reported', LOSS)
  doCase(lost, 'reissue.applied', APPLY)
  say(lost, 'a-1')
  doCase(lost, 'payment.told', PAID)
  doCase(lost, 'card.arrived', { cardId: 'a-1.1', identifiers: CHIP })
  doCase(lost, 'card.handed-over', COLLECTED)
  const rows = foundRows(lost)
  const back = aCaseDesk()
  // An older copy, whose roll was changed before the rest was found.
  replayOutbox(back, { rows: rows.slice(0, -1), newEpoch: 'if-needed', epochSeen: 1 })
  rename(back, 'student-1', '王晓明')
  replayOutbox(back, { rows, newEpoch: 'if-needed', epochSeen: 1 })
  expect(caseNow(back).cards).toMatchObject([{ state: 'ACTIVE' }, { state: 'REPLACED' }])
})

/** An older copy that has all but the last act, whose roll goes its own way before the rest is found. */
function foundByAnotherRoll(lost: Database, change: (back: Database) => void): Database {
  const rows = foundRows(lost)
  const back = aCaseDesk()
  replayOutbox(back, { rows: rows.slice(0, -1), newEpoch: 'if-needed', epochSeen: 1 })
  change(back)
  replayOutbox(back, { rows, newEpoch: 'if-needed', epochSeen: 1 })
  return back
}

const renamed = (db: Database): void => rename(db, 'student-1', '王晓明')
const enrolment = (db: Database, is: 'enrolled' | 'left', why: string | null = null): void =>
  void db
    .prepare('UPDATE student SET enrolment = ?, left_on = ?, left_why = ? WHERE id = ?')
    .run(is, why === null ? null : '2026-10-10', why, 'student-1')

/** What was recorded, whatever the roll says: applications and cards. */
const recorded = (db: Database) => {
  const { applications, cards, orders } = caseNow(db)
  return { applications, cards, orders }
}

describe('by a roll that is not the one of its day', () => {
  const applied = (): Database => {
    const lost = aCaseDesk()
    doCase(lost, 'loss.reported', LOSS)
    doCase(lost, 'reissue.applied', APPLY)
    return lost
  }

  it('production that began with the payment begins with it again', () => {
    const lost = applied()
    say(lost, 'a-1')
    doCase(lost, 'payment.told', PAID)
    expect(recorded(foundByAnotherRoll(lost, renamed))).toEqual(recorded(lost))
    expect(recorded(lost).applications).toMatchObject([{ state: 'IN_PRODUCTION' }])
  })

  it('production that waited for another name to be confirmed waits again', () => {
    const lost = applied()
    say(lost, 'a-1')
    renamed(lost)
    doCase(lost, 'payment.told', PAID)
    expect(recorded(foundAgain(lost))).toEqual(recorded(lost))
    expect(recorded(lost).applications).toMatchObject([{ state: 'SUBMITTED' }])
  })

  it('production that began with the confirmation begins with it again', () => {
    const lost = applied()
    doCase(lost, 'payment.told', PAID)
    say(lost, 'a-1')
    expect(recorded(foundByAnotherRoll(lost, renamed))).toEqual(recorded(lost))
    expect(recorded(lost).applications).toMatchObject([{ state: 'IN_PRODUCTION' }])
  })

  it('what was said to be wrong begins no production', () => {
    const lost = applied()
    doCase(lost, 'payment.told', PAID)
    say(lost, 'a-1', WRONG_NAME)
    expect(recorded(foundByAnotherRoll(lost, renamed))).toEqual(recorded(lost))
    expect(recorded(lost).applications).toMatchObject([{ state: 'SUBMITTED' }])
  })

  it('an application that moved with the roll has moved, before the leaving is back', () => {
    const lost = applied()
    enrolment(lost, 'left', 'transferred')
    doCase(lost, 'application.transferred', { applicationId: 'a-1' })
    expect(recorded(foundAgain(lost))).toEqual(recorded(lost))
    expect(recorded(lost).applications).toMatchObject([{ state: 'TRANSFERRED' }])
  })

  it.each([
    ['transferred', 'TRANSFERRED'],
    ['graduated', 'WITHDRAWN'],
  ])('the card of who had left (%s) was for nobody here: %s', (why, state) => {
    for (const end of ['returned', 'voided'] as const) {
      const lost = applied()
      say(lost, 'a-1')
      doCase(lost, 'payment.told', PAID)
      doCase(lost, 'card.arrived', { cardId: 'a-1.1', identifiers: CHIP })
      enrolment(lost, 'left', why)
      const card = { cardId: 'a-1.1', reason: '已离校' }
      if (end === 'voided') doCase(lost, 'card.voided', card)
      else doCase(lost, 'card.returned', { ...card, to: { kind: 'district' } })
      expect(recorded(foundAgain(lost))).toEqual(recorded(lost))
      expect(recorded(lost).applications).toMatchObject([{ state }])
    }
  })

  it('the card that was sent back for somebody who was here is made again, though they left since', () => {
    const lost = applied()
    say(lost, 'a-1')
    doCase(lost, 'payment.told', PAID)
    doCase(lost, 'card.arrived', { cardId: 'a-1.1', identifiers: CHIP })
    const to = { kind: 'district' } as const
    doCase(lost, 'card.returned', { cardId: 'a-1.1', to, reason: '坏卡' })
    const back = foundByAnotherRoll(lost, (db) => enrolment(db, 'left', 'transferred'))
    expect(recorded(back)).toEqual(recorded(lost))
    expect(recorded(lost).applications).toMatchObject([{ state: 'IN_PRODUCTION' }])
  })
})
