import { expect, it } from 'vitest'
import type { CaseState } from '../../../core/case/caseState.ts'
import type { CaseCommand } from '../../../core/case/commands.ts'
import type { CaseContext, CaseRefusal } from '../../../core/case/decided.ts'
import { act, applied, handedOver, laid, produced, refusalOf, SUPERVISOR } from './acts.ts'
import { after, card, caseState, LEFT, order } from './builders.ts'

type Row = readonly [string, CaseState, CaseCommand, Partial<CaseContext>, CaseRefusal | 'done']

const lost = after(caseState(), act('loss.reported'))

/**
 * sync.md 5.4, as far as a case alone tells it: what is there already, what comes later, and what of it. "already"
 * and "MOVED" are told by the refusal: it changes nothing, and whoever reads it knows which.
 */
const ROWS: readonly Row[] = [
  ['loss reported, and again', lost, act('loss.reported'), {}, 'lost-already'],
  ['application open, another', applied(), act('reissue.applied'), {}, 'application-open'],
  [
    'handed over, and again',
    handedOver(),
    act('card.handed-over'),
    laid('a-1.1'),
    'handed-over-already',
  ],
  ['moved, and a reissue', { ...lost, pupil: LEFT }, act('reissue.applied'), {}, 'pupil-left'],
  ['moved, and an order', applied({ pupil: LEFT }), act('order.opened'), {}, 'pupil-left'],
  ['moved, and 解挂', { ...lost, pupil: LEFT }, act('loss.lifted'), laid(), 'pupil-left'],
  ['found, and ordered', produced(), act('loss.lifted'), laid(), 'paid-already'],
  ['loss reported, and found', lost, act('card.found'), {}, 'done'],
  ['deleted, and a reissue', { ...lost, pupil: null }, act('reissue.applied'), {}, 'pupil-unknown'],
]

it.each(ROWS)('%s', (_, state, command, part, why) => {
  expect(refusalOf(state, command, part)).toBe(why)
})

it('an order confirmed, and a second one: both kept, the second to be paid back', () => {
  const twice = after(produced(), act('payment.told', { cityNo: 'city-2' }))
  expect(twice.orders.map(({ state, fee }) => [state, fee.fen])).toEqual([
    ...[
      ['CONFIRMED', 1_500],
      ['REFUND_PENDING', 1_500],
    ],
  ])
})

it('a fact is never refused for what somebody has decided: a card arrives, is found, is brought back', () => {
  const held = after(produced({ pupil: LEFT }), act('application.held'), SUPERVISOR)
  expect(refusalOf(held, act('card.arrived'))).toBe('done')
  expect(refusalOf(held, act('card.found'))).toBe('done')
  const out = produced({ cards: [PACK], orders: [order('UNKNOWN')] })
  expect(refusalOf(out, act('pack.closed', { how: 'back' }))).toBe('done')
})

const PACK = card('a-1.1', 'WITH_TEACHER')
