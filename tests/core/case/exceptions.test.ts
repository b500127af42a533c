import { expect, it } from 'vitest'
import type { CaseState } from '../../../core/case/caseState.ts'
import { CLAIM_DAYS, exceptionsOf, type CaseException } from '../../../core/case/exceptions.ts'
import { applied, arrived, handedOver, produced } from './acts.ts'
import { card, caseState, date, LEFT, MONDAY, order, reissue, RENAMED } from './builders.ts'

const TODAY = date('2026-10-12')
const DAY = 86_400_000
const claimed = (days: number) =>
  applied({ orders: [order('USER_DONE', { stateAt: MONDAY - days * DAY })] })
const two = caseState({ cards: [card('old', 'ACTIVE'), card('new', 'ACTIVE')] })
const ofApplication = (state: 'DRAFT' | 'ON_HOLD') =>
  applied({ applications: [reissue({ state, heldFrom: 'SUBMITTED' })] })
const failed = produced({ cards: [card('old', 'LOST'), card('a-1.1', 'FAILED')] })
const cameBroken = produced({
  cards: [card('old', 'LOST'), card('a-1.1', 'DAMAGED'), card('a-1.2', 'ORDERED')],
})
const refund = produced({
  orders: [order('CONFIRMED'), order('REFUND_PENDING', { orderId: 'o-2' })],
})

it.each<readonly [string, CaseState, readonly CaseException[]]>([
  ['nothing is wrong', caseState(), []],
  ['a case on its way', produced(), []],
  ['5.7-12 two cards', two, [{ kind: 'holds-two' }]],
  ['5.7-15 paid twice', refund, [{ kind: 'refund', orderId: 'o-2', fen: 1_500 }]],
  [
    '5.7-14 nobody knows',
    applied({ orders: [order('UNKNOWN')] }),
    [{ kind: 'payment-unknown', orderId: 'o-1' }],
  ],
  ['a claim of a few days', claimed(CLAIM_DAYS - 1), []],
  [
    'a claim nobody confirmed',
    claimed(CLAIM_DAYS),
    [{ kind: 'claim-unconfirmed', orderId: 'o-1', days: CLAIM_DAYS }],
  ],
  ['a proposal', ofApplication('DRAFT'), [{ kind: 'waiver-to-decide', applicationId: 'a-1' }]],
  ['on hold', ofApplication('ON_HOLD'), [{ kind: 'on-hold', applicationId: 'a-1' }]],
  [
    '5.7-16 a former name in production',
    produced({ standing: RENAMED }),
    [{ kind: 'data-changed', applicationId: 'a-1' }],
  ],
  ['it could not be made', failed, [{ kind: 'card-failed', cardId: 'a-1.1' }]],
  [
    '5.7-9 left with an application',
    arrived({ pupil: LEFT }),
    [{ kind: 'left-with-application', applicationId: 'a-1' }],
  ],
  [
    '5.7-10 a card of a leaver',
    caseState({ pupil: LEFT, cards: [card('new', 'ARRIVED')] }),
    [{ kind: 'card-of-leaver', cardId: 'new' }],
  ],
  [
    '5.7-10 a card of a leaver with the class teacher',
    caseState({ pupil: LEFT, cards: [card('new', 'WITH_TEACHER')] }),
    [{ kind: 'card-of-leaver', cardId: 'new' }],
  ],
  ['5.7-18 a card that came broken', cameBroken, [{ kind: 'damaged-to-return', cardId: 'a-1.1' }]],
  [
    '5.7-18 one that came broken under a number of its own',
    caseState({ cards: [card('c-5', 'DAMAGED', MONDAY, 'ARRIVED'), card('new', 'ACTIVE')] }),
    [{ kind: 'damaged-to-return', cardId: 'c-5' }],
  ],
  [
    'a broken card whose place another took',
    handedOver({ cards: [card('old', 'DAMAGED'), card('a-1.1', 'ACTIVE')] }),
    [{ kind: 'damaged-to-return', cardId: 'old' }],
  ],
  ['a broken card nobody applied for', caseState({ cards: [card('old', 'DAMAGED')] }), []],
  [
    'a found card',
    caseState({ cards: [card('old', 'FOUND_HELD')] }),
    [{ kind: 'found-held', cardId: 'old' }],
  ],
  ['a found card that is being replaced', applied({ cards: [card('old', 'FOUND_HELD')] }), []],
])('%s', (_, state, exceptions) => {
  expect(exceptionsOf(state, TODAY)).toEqual(exceptions)
})
