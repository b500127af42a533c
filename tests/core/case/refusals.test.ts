import { expect, it } from 'vitest'
import type { CaseContext, CaseRefusal } from '../../../core/case/decided.ts'
import { CASE_REFUSALS } from '../../../core/case/decided.ts'
import { decideCase } from '../../../core/case/decideCase.ts'
import type { CaseState } from '../../../core/case/caseState.ts'
import type { CaseCommand } from '../../../core/case/commands.ts'
import type { CaseActMade } from '../../../core/case/undoCase.ts'
import { waived } from '../../../core/case/fee.ts'
import {
  act,
  applied,
  arrived,
  handedOver,
  laid,
  produced,
  refusalOf,
  SUPERVISOR,
  whyNot,
} from './acts.ts'
import {
  card,
  caseState,
  context,
  date,
  eventsOf,
  decide,
  after,
  HOUR,
  LEFT,
  MONDAY,
  order,
  reissue,
  RENAMED,
} from './builders.ts'

type Refused = readonly [CaseState, CaseCommand, Partial<CaseContext>?]

const LOST = caseState({ cards: [card('old', 'LOST')] })
const REPLACED = caseState({ cards: [card('old', 'REPLACED'), card('new', 'LOST')] })
const FREE = reissue({ reissue: { ...required(reissue().reissue), fee: feeOfNone() } })

/** One act for each refusal there is: a refusal that no act comes to has no place in the list. */
const ACTS: Readonly<Record<Exclude<CaseRefusal, OfUndo>, Refused>> = {
  'pupil-unknown': [{ ...LOST, pupil: null }, act('reissue.applied')],
  'pupil-left': [{ ...LOST, pupil: LEFT }, act('reissue.applied')],
  'pupil-still-here': [applied(), act('application.transferred')],
  'card-unknown': [caseState(), act('loss.reported', { cardId: 'none' })],
  'in-the-future': [caseState(), act('loss.reported', { reportedAt: MONDAY + HOUR })],
  'lost-already': [LOST, act('loss.reported')],
  'card-not-active': [caseState({ cards: [card('old', 'VOID')] }), act('loss.reported')],
  'not-lost': [caseState(), act('loss.lifted'), laid()],
  replaced: [REPLACED, act('loss.lifted'), laid()],
  'not-replaced': [LOST, act('replaced.reactivated'), laid()],
  'chip-not-proven': [LOST, act('loss.lifted')],
  'holds-other': [
    caseState({ cards: [card('old', 'LOST'), card('other', 'ACTIVE')] }),
    act('loss.lifted'),
    laid(),
  ],
  'paid-already': [applied({ orders: [order('USER_DONE')] }), act('reissue.withdrawn')],
  'new-card-here': [arrived(), act('loss.lifted', { reason: '主管同意' }), laid()],
  'not-allowed': [REPLACED, act('replaced.reactivated'), { ...laid(), mayReactivate: false }],
  'needs-city': [REPLACED, act('replaced.reactivated'), { ...laid(), ...SUPERVISOR }],
  'needs-supervisor': [caseState({ cards: [card('old', 'DAMAGED')] }), act('card.voided')],
  'not-found-held': [LOST, act('found.claimed'), laid()],
  'card-not-returnable': [LOST, act('card.returned')],
  'card-not-voidable': [LOST, act('card.voided'), SUPERVISOR],
  'not-two-cards': [caseState(), act('two-cards.settled'), SUPERVISOR],
  'application-open': [applied(), act('reissue.applied', { applicationId: 'a-2' })],
  'not-lost-nor-damaged': [caseState(), act('reissue.applied')],
  'order-open': [applied({ orders: [order('UNKNOWN')] }), act('order.opened', { orderId: 'o-2' })],
  'no-application': [caseState(), act('reissue.withdrawn')],
  'not-a-draft': [applied(), act('waiver.decided'), SUPERVISOR],
  listed: [applied({ applications: [{ ...FREE, listId: 'list' }] }), act('reissue.withdrawn')],
  'not-held': [applied(), act('application.held', { hold: false }), SUPERVISOR],
  'not-holdable': [
    applied({ applications: [reissue({ state: 'DRAFT' })] }),
    act('application.held'),
    SUPERVISOR,
  ],
  'on-hold': [
    arrived({
      applications: [reissue({ state: 'ON_HOLD', heldFrom: 'ARRIVED', cardId: 'a-1.1' })],
    }),
    act('card.handed-over'),
    laid('a-1.1'),
  ],
  'not-confirmed': [applied({ standing: null }), act('order.opened')],
  'no-fee': [applied({ applications: [FREE] }), act('order.opened')],
  'channel-off': [applied(), act('order.opened', { channel: 'cash_agent' })],
  'no-order': [applied(), act('order.claimed')],
  'order-not-so': [applied({ orders: [order('CANCELLED')] }), act('order.claimed')],
  'being-paid': [applied({ orders: [order('PAYING')] }), act('order.moved', { to: 'CANCELLED' })],
  'payment-unknown': [
    applied({ orders: [order('PAYING')] }),
    act('order.moved', { to: 'PENDING' }),
    { today: date('2026-10-14'), window: () => 'closed' },
  ],
  'window-closed': [
    applied({ orders: [order('PENDING')] }),
    act('order.moved', { to: 'PAYING' }),
    { window: () => 'closed' },
  ],
  'clock-behind': [
    applied({ orders: [order('PENDING')] }),
    act('order.moved', { to: 'PAYING' }),
    { clockBehind: true },
  ],
  'told-already': [produced(), act('payment.told')],
  'amount-differs': [applied({ orders: [order('PENDING')] }), act('payment.told', { fen: 1_400 })],
  'nothing-to-pay-for': [caseState(), act('payment.told')],
  'arrived-already': [arrived(), act('card.arrived')],
  'not-arrived': [produced(), act('card.handed-over'), laid('a-1.1')],
  'handed-over-already': [handedOver(), act('card.handed-over'), laid('a-1.1')],
  'not-with-teacher': [arrived(), act('pack.closed')],
  'chip-of-another': [arrived(), act('card.handed-over'), { ...laid('a-1.1'), chipOf: ['other'] }],
  'data-changed': [arrived({ standing: RENAMED }), act('card.handed-over'), laid('a-1.1')],
}

type OfUndo = 'nothing-to-undo' | 'changed-meanwhile' | 'somebody-elses' | 'too-late'

it.each(Object.entries(ACTS))('%s', (why, [state, command, part]) => {
  expect(refusalOf(state, command, part)).toBe(why)
})

const reported = act('loss.reported')
const MADE: CaseActMade = {
  ...{ type: 'loss.reported', at: MONDAY, operatorId: 'clerk' },
  events: eventsOf(decide(caseState(), reported)),
}

const UNDONE: Readonly<
  Record<OfUndo, readonly [CaseState, CaseActMade | null, Partial<CaseContext>?]>
> = {
  'nothing-to-undo': [caseState(), null],
  'changed-meanwhile': [after(after(caseState(), reported), act('card.found')), MADE],
  'somebody-elses': [after(caseState(), reported), MADE, { operatorId: 'other' }],
  'too-late': [after(caseState(), reported), MADE, { at: MONDAY + HOUR }],
}

it.each(Object.entries(UNDONE))('%s', (why, [state, made, part]) => {
  expect(whyNot(decideCase(state, act('case.undone'), context(part), made))).toBe(why)
})

it('each refusal there is is one of these', () => {
  expect([...Object.keys(ACTS), ...Object.keys(UNDONE)].toSorted()).toEqual(
    [...CASE_REFUSALS].toSorted(),
  )
})

function required<T>(value: T | null): T {
  if (value === null) throw new Error('It is there.')
  return value
}

function feeOfNone() {
  return waived({ version: 1, fen: 1_500, basis: '京发改[2007]623号' })
}
