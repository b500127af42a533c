import { describe, expect, it } from 'vitest'
import type { CaseState } from '../../../core/case/caseState.ts'
import { act, applied, arrived, laid, produced, refusalOf, SUPERVISOR } from './acts.ts'
import {
  after,
  card,
  caseState,
  date,
  HOUR,
  LEFT,
  MONDAY,
  order,
  reissue,
  RENAMED,
} from './builders.ts'

const lost = caseState({ cards: [card('old', 'LOST')] })
const apply = act('reissue.applied')

describe('补卡申请', () => {
  it('is for a lost card, with the fee of the day it is made on', () => {
    expect(after(lost, apply).applications).toMatchObject([
      {
        ...{ state: 'SUBMITTED', kind: 'reissue', openedBy: 'clerk', openedAt: MONDAY },
        reissue: { oldCardId: 'old', cause: 'lost', fee: { fen: 1_500, version: 1 } },
      },
    ])
  })

  it.each([
    ['lost', 'LOST', 'done'],
    ['lost', 'DAMAGED', 'not-lost-nor-damaged'],
    ['damaged', 'DAMAGED', 'done'],
    ['damaged', 'LOST', 'not-lost-nor-damaged'],
    ['lost', 'ACTIVE', 'not-lost-nor-damaged'],
    ['lost', 'FOUND_HELD', 'not-lost-nor-damaged'],
    ['lost', 'REPLACED', 'not-lost-nor-damaged'],
  ] as const)('as %s of a card that is %s: %s', (cause, state, why) => {
    const one = caseState({ cards: [card('old', state)] })
    expect(refusalOf(one, act('reissue.applied', { cause }))).toBe(why)
  })

  it.each([
    ['DRAFT', 'application-open'],
    ['SUBMITTED', 'application-open'],
    ['IN_PRODUCTION', 'application-open'],
    ['SHIPPED_TO_DISTRICT', 'application-open'],
    ['ARRIVED', 'application-open'],
    ['ON_HOLD', 'application-open'],
    ['HANDED_OVER', 'done'],
    ['CLOSED', 'done'],
    ['WITHDRAWN', 'done'],
    ['REJECTED', 'done'],
    ['EXPIRED_UNPAID', 'done'],
    ['TRANSFERRED', 'done'],
  ] as const)('is made once: beside one that is %s, %s', (state, why) => {
    const one = { ...lost, applications: [reissue({ state })] }
    expect(refusalOf(one, act('reissue.applied', { applicationId: 'a-2' }))).toBe(why)
  })

  it.each(['ARRIVED', 'WITH_TEACHER'] as const)(
    'is not made while a new card is %s: that one is handed over',
    (state) => {
      const came = { ...lost, cards: [...lost.cards, card('new', state)] }
      expect(refusalOf(came, apply)).toBe('new-card-here')
    },
  )

  it('is not made while money may still come by an order of the one before', () => {
    const before = [reissue({ state: 'REJECTED' })]
    const state = { ...lost, applications: before, orders: [order('UNKNOWN')] }
    expect(refusalOf(state, act('reissue.applied', { applicationId: 'a-2' }))).toBe('order-open')
  })
})

describe('免缴', () => {
  const waiver = act('reissue.applied', { waiver: '低保' })
  const draft = after(lost, waiver)

  it('by a clerk is a proposal that waits, without a fee', () => {
    expect(draft.applications).toMatchObject([{ state: 'DRAFT', reissue: { fee: { fen: 0 } } }])
    expect(refusalOf(draft, act('order.opened'))).toBe('no-application')
  })

  it('by a supervisor needs nobody else', () => {
    expect(after(lost, waiver, SUPERVISOR).applications).toMatchObject([
      { state: 'SUBMITTED', reissue: { fee: { fen: 0 } } },
    ])
  })

  it.each([
    [true, 0],
    [false, 1_500],
  ])('is decided by a supervisor: %s leaves %i 分 to pay', (waived, fen) => {
    const decision = act('waiver.decided', { waived })
    expect(refusalOf(draft, decision)).toBe('needs-supervisor')
    expect(after(draft, decision, SUPERVISOR).applications).toMatchObject([
      { state: 'SUBMITTED', reissue: { fee: { fen } } },
    ])
  })
})

describe('撤回申请', () => {
  const withdraw = act('reissue.withdrawn')

  it('cancels the order nobody has paid in the same act', () => {
    const state = after(applied({ orders: [order('PENDING')] }), withdraw)
    expect([state.applications[0]?.state, state.orders[0]?.state]).toEqual([
      ...['WITHDRAWN', 'CANCELLED'],
    ])
  })

  it.each([
    ['somebody is paying', applied({ orders: [order('PAYING')] })],
    ['nobody knows', applied({ orders: [order('UNKNOWN')] })],
    ['it is paid', applied({ orders: [order('CONFIRMED')] })],
    ['it is in production', produced()],
    ['the card is here', arrived()],
  ])('is not done where %s', (_, state) => {
    expect(refusalOf(state, withdraw)).toBe('paid-already')
  })

  it('without a reason is a slip: of the own hand, within five minutes', () => {
    const slip = act('reissue.withdrawn', { reason: null })
    expect(refusalOf(applied(), slip)).toBe('done')
    expect(refusalOf(applied(), slip, { operatorId: 'other' })).toBe('somebody-elses')
    expect(refusalOf(applied(), slip, { at: MONDAY + HOUR })).toBe('too-late')
    expect(refusalOf(applied(), withdraw, { operatorId: 'other', at: MONDAY + HOUR })).toBe('done')
  })
})

describe('暂缓', () => {
  const hold = act('application.held')
  const on = act('application.held', { hold: false })

  it.each([
    ['SUBMITTED', applied()],
    ['IN_PRODUCTION', produced()],
    ['ARRIVED', arrived()],
  ] as const)('from %s, and on from there', (state, before) => {
    const held = after(before, hold, SUPERVISOR)
    expect(held.applications).toMatchObject([{ state: 'ON_HOLD', heldFrom: state }])
    expect(after(held, on, SUPERVISOR).applications).toMatchObject([{ state, heldFrom: null }])
  })

  it.each([
    ['IN_PRODUCTION', produced(), act('card.arrived')],
    ['SUBMITTED', applied(), act('card.arrived', { cardId: 'a-1.1' })],
  ] as const)('from %s while its card comes goes on with the card here', (_, before, here) => {
    const held = after(after(before, hold, SUPERVISOR), here, { at: MONDAY + HOUR })
    expect(held.applications).toMatchObject([{ state: 'ON_HOLD', cardId: 'a-1.1' }])
    const released = after(held, on, { ...SUPERVISOR, at: MONDAY + 9 * HOUR })
    expect(released.applications).toMatchObject([
      { state: 'ARRIVED', heldFrom: null, arrivedAt: MONDAY + HOUR },
    ])
    const given = after(released, act('card.handed-over'), laid('a-1.1'))
    expect(given.applications).toMatchObject([{ state: 'HANDED_OVER' }])
  })

  it('from ARRIVED while the teacher has the card goes on with it there', () => {
    const pack = after(arrived(), act('pack.taken'))
    const released = after(after(pack, hold, SUPERVISOR), on, SUPERVISOR)
    expect(released.applications).toMatchObject([{ state: 'ARRIVED' }])
  })

  it('is not withdrawn, and the old card not good again, once its card came', () => {
    const held = after(after(applied(), hold, SUPERVISOR), act('card.arrived'))
    expect(refusalOf(held, act('reissue.withdrawn'))).toBe('paid-already')
    expect(refusalOf(held, act('loss.lifted'), laid())).toBe('new-card-here')
  })

  it('paid for meanwhile begins production when it goes on, counted from the later day', () => {
    const held = after(applied({ orders: [order('PENDING')] }), hold, SUPERVISOR)
    const paid = after(held, act('payment.told'))
    const today = date('2026-10-15')
    const released = after(paid, on, { ...SUPERVISOR, today })
    expect(released.applications).toMatchObject([
      { state: 'IN_PRODUCTION', cardId: 'a-1.1', producedFrom: today },
    ])
    const early = after(paid, on, { ...SUPERVISOR, today: date('2026-10-11') })
    expect(early.applications).toMatchObject([{ producedFrom: '2026-10-12' }])
  })

  it('paid for meanwhile waits for 制卡信息 that is not confirmed', () => {
    const held = after(applied({ orders: [order('PENDING')] }), hold, SUPERVISOR)
    const paid = { ...after(held, act('payment.told')), standing: RENAMED }
    const state = after(paid, on, SUPERVISOR)
    expect(state.applications).toMatchObject([{ state: 'SUBMITTED', cardId: null }])
  })

  it('is a supervisor’s, once', () => {
    expect(refusalOf(applied(), hold)).toBe('needs-supervisor')
    const held = after(applied(), hold, SUPERVISOR)
    expect(refusalOf(held, hold, SUPERVISOR)).toBe('not-holdable')
  })
})

describe('5.7-9 transferred out with an application open', () => {
  const move = act('application.transferred')
  const gone = (state: CaseState): CaseState => ({ ...state, pupil: LEFT })

  it('it goes with the roll: what nobody paid is cancelled, what is paid stays paid', () => {
    const unpaid = after(gone(applied({ orders: [order('PENDING')] })), move)
    expect([unpaid.applications[0]?.state, unpaid.orders[0]?.state]).toEqual([
      ...['TRANSFERRED', 'CANCELLED'],
    ])
    const paid = after(gone(produced()), move)
    expect([paid.applications[0]?.state, paid.orders[0]?.state]).toEqual([
      ...['TRANSFERRED', 'CONFIRMED'],
    ])
  })

  it('only of a pupil who has left', () => {
    expect(refusalOf(applied(), move)).toBe('pupil-still-here')
  })

  it.each([
    ['handed over', act('card.handed-over'), { tapped: 'a-1.1' }],
    ['given to the class teacher', act('pack.taken'), {}],
  ] as const)('its card is %s by nobody here', (_, command, part) => {
    expect(refusalOf(gone(arrived()), command, part)).toBe('pupil-left')
  })

  it('a pack that is out is not given either, and comes back', () => {
    const pack = gone(arrived({ cards: [card('a-1.1', 'WITH_TEACHER')] }))
    expect(refusalOf(pack, act('pack.closed', { how: 'tick' }))).toBe('pupil-left')
    expect(refusalOf(pack, act('pack.closed', { how: 'back' }))).toBe('done')
  })

  it('no order is opened for it any more', () => {
    expect(refusalOf(gone(applied()), act('order.opened'))).toBe('pupil-left')
  })
})
