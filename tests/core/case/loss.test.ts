import { describe, expect, it } from 'vitest'
import { act, applied, arrived, handedOver, laid, produced, refusalOf, SUPERVISOR } from './acts.ts'
import { after, card, caseState, HOUR, LEFT, MONDAY, order, reissue, stateOf } from './builders.ts'

const lost = caseState({ cards: [card('old', 'LOST', MONDAY - 5 * HOUR)] })

describe('挂失', () => {
  it('puts a good card out of use since the hour that was told', () => {
    const state = after(caseState(), act('loss.reported', { reportedAt: MONDAY - 2 * HOUR }))
    expect(state.cards).toMatchObject([{ state: 'LOST', since: MONDAY - 2 * HOUR }])
  })

  it('of this very moment is no report of the future', () => {
    expect(refusalOf(caseState(), act('loss.reported', { reportedAt: MONDAY }))).toBe('done')
    expect(refusalOf(caseState(), act('loss.reported', { reportedAt: MONDAY + 1 }))).toBe(
      'in-the-future',
    )
  })

  it.each(['ORDERED', 'FAILED', 'ARRIVED', 'WITH_TEACHER', 'DAMAGED', 'FOUND_HELD'] as const)(
    'is not of a card that is %s',
    (state) => {
      const held = caseState({ cards: [card('old', state)] })
      expect(refusalOf(held, act('loss.reported'))).toBe('card-not-active')
    },
  )

  it('of a pupil who has left is taken: the card is not to be used', () => {
    expect(refusalOf(caseState({ pupil: LEFT }), act('loss.reported'))).toBe('done')
  })

  it('5.7-28 reported in the app while the desk was offline: merged, the earliest hour counts', () => {
    const early = act('loss.reported', { reportedAt: MONDAY - 9 * HOUR, by: 'app' })
    const state = after(lost, early)
    expect(state.cards).toMatchObject([{ state: 'LOST', since: MONDAY - 9 * HOUR }])
    expect(refusalOf(state, act('loss.reported', { reportedAt: MONDAY - 5 * HOUR }))).toBe(
      'lost-already',
    )
    expect(refusalOf(state, early)).toBe('lost-already')
  })
})

describe('解挂', () => {
  it('5.7-4 the card part: a lost card on the reader stays lost until somebody lifts the loss with it', () => {
    expect(refusalOf(lost, act('loss.lifted'), laid('other'))).toBe('chip-not-proven')
    expect(stateOf(lost, 'old')).toBe('LOST')
    expect(stateOf(after(lost, act('loss.lifted'), laid()), 'old')).toBe('ACTIVE')
  })

  it.each([
    ['nobody laid it down', {}],
    ['another was laid down', laid('other')],
    ['a supervisor without it', SUPERVISOR],
  ])('needs the card itself: %s', (_, part) => {
    expect(refusalOf(lost, act('loss.lifted', { reason: '家长要求' }), part)).toBe(
      'chip-not-proven',
    )
  })

  it('is not of a pupil who has left', () => {
    expect(refusalOf({ ...lost, pupil: LEFT }, act('loss.lifted'), laid())).toBe('pupil-left')
  })

  it('leaves a paid and cancelled past of other applications alone', () => {
    const state = { ...lost, applications: [reissue({ state: 'WITHDRAWN' })] }
    expect(after(state, act('loss.lifted'), laid()).applications).toEqual(state.applications)
  })

  it.each(['CREATED', 'PENDING'] as const)(
    '5.7-1 found before payment: 解挂, application withdrawn and order cancelled in one act (order %s)',
    (state) => {
      const back = after(applied({ orders: [order(state)] }), act('loss.lifted'), laid())
      expect(stateOf(back, 'old')).toBe('ACTIVE')
      expect(back.applications).toMatchObject([{ state: 'WITHDRAWN' }])
      expect(back.orders).toMatchObject([{ state: 'CANCELLED' }])
    },
  )

  it('5.7-1 also from the found box, and while the application is on hold', () => {
    const held = applied({
      cards: [card('old', 'FOUND_HELD')],
      applications: [reissue({ state: 'ON_HOLD', heldFrom: 'SUBMITTED' })],
      orders: [order('PENDING')],
    })
    const back = after(held, act('found.claimed'), laid())
    expect([stateOf(back, 'old'), back.applications[0]?.state]).toEqual(['ACTIVE', 'WITHDRAWN'])
    expect(back.orders[0]?.state).toBe('CANCELLED')
  })

  it.each(['PAYING', 'USER_DONE', 'UNKNOWN', 'CONFIRMED'] as const)(
    'is not done while the order is %s: the money may have come',
    (state) => {
      const paying = applied({ orders: [order(state)] })
      expect(refusalOf(paying, act('loss.lifted'), laid())).toBe('paid-already')
    },
  )

  it('is not done by itself behind the list that went to the city', () => {
    const listed = applied({ applications: [reissue({ listId: 'list' })] })
    expect(refusalOf(listed, act('loss.lifted'), laid())).toBe('paid-already')
  })

  it('5.7-2 found after payment, before arrival: it stays lost, and production continues', () => {
    expect(refusalOf(produced(), act('loss.lifted'), laid())).toBe('paid-already')
    const reason = '家长取回旧卡'
    expect(refusalOf(produced(), act('loss.lifted', { reason }), laid())).toBe('needs-supervisor')
  })

  it('5.7-2 a supervisor may lift it with a reason; the new card in use replaces it by itself', () => {
    const override = act('loss.lifted', { reason: '家长取回旧卡' })
    const lifted = after(produced(), override, { ...SUPERVISOR, ...laid() })
    expect(stateOf(lifted, 'old')).toBe('ACTIVE')
    expect(lifted.applications).toMatchObject([{ state: 'IN_PRODUCTION' }])
    const here = after(lifted, act('card.arrived'))
    const given = after(here, act('card.handed-over'), laid('a-1.1'))
    expect([stateOf(given, 'old'), stateOf(given, 'a-1.1')]).toEqual(['REPLACED', 'ACTIVE'])
  })

  it('is for nobody once the new card lies at school', () => {
    const override = act('loss.lifted', { reason: '主管同意' })
    expect(refusalOf(arrived(), override, { ...SUPERVISOR, ...laid() })).toBe('new-card-here')
  })
})

describe('5.7-3 new card lost, old card found', () => {
  const both = handedOver({ cards: [card('old', 'REPLACED'), card('a-1.1', 'LOST')] })
  const reactivate = act('replaced.reactivated')
  const allowed = { ...SUPERVISOR, ...laid(), online: true }

  it('the old one is good again, by a supervisor, with the card, while the city answers', () => {
    const back = after(both, reactivate, allowed)
    expect([stateOf(back, 'old'), stateOf(back, 'a-1.1')]).toEqual(['ACTIVE', 'LOST'])
  })

  it.each([
    ['not where the school forbids it', { ...allowed, mayReactivate: false }, 'not-allowed'],
    ['not by a clerk', { ...allowed, isSupervisor: false }, 'needs-supervisor'],
    ['never offline', { ...allowed, online: false }, 'needs-city'],
    ['not without the card', { ...allowed, tapped: null }, 'chip-not-proven'],
  ] as const)('%s', (_, part, why) => {
    expect(refusalOf(both, reactivate, part)).toBe(why)
  })

  it('also out of the found box', () => {
    const held = handedOver({ cards: [card('old', 'FOUND_HELD'), card('a-1.1', 'LOST')] })
    expect(stateOf(after(held, reactivate, allowed), 'old')).toBe('ACTIVE')
  })

  it('not while the new card is good', () => {
    expect(refusalOf(handedOver(), reactivate, allowed)).toBe('holds-other')
  })

  it('not by 解挂 as of any other card', () => {
    expect(refusalOf(both, act('loss.lifted', { reason: '找到' }), allowed)).toBe('replaced')
  })
})
