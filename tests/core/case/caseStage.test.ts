import { describe, expect, it } from 'vitest'
import { caseStage, shownApplication, type CaseStage } from '../../../core/case/caseStage.ts'
import type { CaseState } from '../../../core/case/caseState.ts'
import { waived } from '../../../core/case/fee.ts'
import { applied, arrived, handedOver, produced } from './acts.ts'
import { card, caseState, LEFT, order, reissue, RENAMED } from './builders.ts'

const only = (state: Parameters<typeof card>[1]) => caseState({ cards: [card('old', state)] })
const of = (part: Parameters<typeof reissue>[0]) => applied({ applications: [reissue(part)] })
const { reissue: paidFor } = reissue()
const FREE = { reissue: paidFor && { ...paidFor, fee: waived(paidFor.fee) } }
const DISPUTED: CaseState['standing'] = {
  ...{ kind: 'disputed', version: 1, evidence: '户口簿' },
  items: [{ field: 'name', right: '王晓明' }],
}

const OPEN: readonly (readonly [string, CaseState, CaseStage | null])[] = [
  ['a good card', caseState(), null],
  ['a lost card', only('LOST'), 'lost'],
  ['a broken card', only('DAMAGED'), 'damaged'],
  ['a card in the found box', only('FOUND_HELD'), 'found-held'],
  ['a card that came by itself', only('ARRIVED'), 'arrived'],
  ['one that the teacher has', only('WITH_TEACHER'), 'with-teacher'],
  ['one that came for a leaver', { ...only('ARRIVED'), pupil: LEFT }, 'left'],
  ['a leaver’s lost card', { ...only('LOST'), pupil: LEFT }, null],
  ['a proposal', of({ state: 'DRAFT' }), 'draft'],
  ['nothing said of 制卡信息', applied({ standing: null }), 'awaiting-info'],
  ['another name since', applied({ standing: RENAMED }), 'awaiting-info'],
  ['something wrong in it', applied({ standing: DISPUTED }), 'disputed'],
  ['it is confirmed', applied(), 'to-order'],
  ['an order nobody was told of', applied({ orders: [order('CREATED')] }), 'to-notify'],
  ['an order', applied({ orders: [order('PENDING')] }), 'payable'],
  ['somebody pays', applied({ orders: [order('PAYING')] }), 'paying'],
  ['the parent says so', applied({ orders: [order('USER_DONE')] }), 'paid-claimed'],
  ['nobody knows', applied({ orders: [order('UNKNOWN')] }), 'payment-unknown'],
  ['it failed', applied({ orders: [order('FAILED')] }), 'to-order'],
  [
    'paid before it is confirmed',
    applied({ orders: [order('CONFIRMED')], standing: RENAMED }),
    'paid-confirmed',
  ],
  ['a free one', of(FREE), 'to-be-listed'],
  ['a free one on a list', of({ ...FREE, listId: 'list' }), 'listed'],
  ['it is made', produced(), 'in-production'],
  [
    'it could not be made',
    produced({ cards: [card('old', 'LOST'), card('a-1.1', 'FAILED')] }),
    'card-failed',
  ],
  ['it is with the district', of({ state: 'SHIPPED_TO_DISTRICT' }), 'shipped'],
  ['it is here', arrived(), 'arrived'],
  ['the teacher has it', arrived({ cards: [card('a-1.1', 'WITH_TEACHER')] }), 'with-teacher'],
  ['on hold', of({ state: 'ON_HOLD', heldFrom: 'SUBMITTED' }), 'on-hold'],
  ['the pupil has left', applied({ pupil: LEFT }), 'left'],
  ['it was handed over', handedOver(), null],
  [
    'the old card is in the box while the new one is made',
    produced({ cards: [card('old', 'FOUND_HELD'), card('a-1.1', 'ORDERED')] }),
    'in-production',
  ],
]

describe('where a case stands', () => {
  it.each(OPEN)('%s', (_, state, stage) => {
    expect(caseStage(state, 'open')).toBe(stage)
  })

  it.each(['closed', 'unsure'] as const)(
    'with a window that is %s only waiting changes',
    (window) => {
      for (const [what, state, stage] of OPEN) {
        const waits = stage === 'to-notify' || stage === 'payable'
        expect([what, caseStage(state, window)]).toEqual([what, waits ? 'awaiting-window' : stage])
      }
    },
  )
})

it('is shown by the open application, else by the last', () => {
  const past = reissue({ applicationId: 'a-0', state: 'CLOSED' })
  const now = reissue()
  expect(shownApplication(applied({ applications: [past, now] }))).toBe(now)
  const later = reissue({ applicationId: 'a-2', state: 'WITHDRAWN' })
  expect(shownApplication(applied({ applications: [past, later] }))).toBe(later)
  expect(shownApplication(caseState())).toBeNull()
})
