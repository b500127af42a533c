import { describe, expect, it } from 'vitest'
import type { CityWord } from '../../../core/case/commands.ts'
import { act, applied, arrived, handedOver, produced, refusalOf } from './acts.ts'
import { after, caseState, card, date, order, reissue, stateOf } from './builders.ts'

const told = (word: CityWord) => act('application.told', { word, on: date('2026-10-20') })
const failed = produced({ cards: [card('old', 'LOST'), card('a-1.1', 'FAILED')] })

describe('the city’s word on an application', () => {
  it('制卡中 by itself: a newcomer’s, a free one, or one whose payment the desk has not heard of', () => {
    const state = after(applied(), told('in-production'))
    expect(state.applications).toMatchObject([
      { state: 'IN_PRODUCTION', cardId: 'a-1.1', producedFrom: '2026-10-20' },
    ])
    expect(stateOf(state, 'a-1.1')).toBe('ORDERED')
  })

  it('已到区中心, and back into production', () => {
    const shipped = after(produced(), told('shipped'))
    expect(shipped.applications).toMatchObject([{ state: 'SHIPPED_TO_DISTRICT' }])
    const again = after(shipped, told('in-production'))
    expect(again.applications).toMatchObject([{ state: 'IN_PRODUCTION', cardId: 'a-1.1' }])
    expect(again.cards).toEqual(produced().cards)
  })

  it('制卡失败, and 重新制卡', () => {
    expect(stateOf(after(produced(), told('card-failed')), 'a-1.1')).toBe('FAILED')
    expect(stateOf(after(failed, told('remade')), 'a-1.1')).toBe('ORDERED')
  })

  it('退回 of what is paid: the card is none, the money waits for its refund', () => {
    const state = after(produced(), told('rejected'))
    expect(state.applications).toMatchObject([{ state: 'REJECTED' }])
    expect(stateOf(state, 'a-1.1')).toBe('VOID')
    expect(state.orders).toMatchObject([{ state: 'REFUND_PENDING' }])
  })

  it('退回 of what nobody paid cancels the order; of what is being paid waits for the feed', () => {
    const of = (state: 'PENDING' | 'UNKNOWN') =>
      after(applied({ orders: [order(state)] }), told('rejected')).orders[0]?.state
    expect([of('PENDING'), of('UNKNOWN')]).toEqual(['CANCELLED', 'UNKNOWN'])
  })

  it('逾期未缴 ends it with its order', () => {
    const state = after(applied({ orders: [order('PENDING')] }), told('expired'))
    expect([state.applications[0]?.state, state.orders[0]?.state]).toEqual([
      ...['EXPIRED_UNPAID', 'CANCELLED'],
    ])
  })

  it.each(['PAYING', 'USER_DONE', 'UNKNOWN', 'CONFIRMED'] as const)(
    '逾期未缴 is not of an order that is %s',
    (state) => {
      expect(refusalOf(applied({ orders: [order(state)] }), told('expired'))).toBe('paid-already')
    },
  )

  it('办结 closes what was handed over', () => {
    expect(after(handedOver(), told('closed')).applications).toMatchObject([{ state: 'CLOSED' }])
  })

  it.each([
    ['in-production', produced(), 'told-already'],
    ['shipped', applied(), 'told-already'],
    ['card-failed', failed, 'told-already'],
    ['remade', produced(), 'told-already'],
    ['rejected', arrived(), 'told-already'],
    ['closed', applied({ applications: [reissue({ state: 'CLOSED' })] }), 'told-already'],
    ['closed', applied(), 'no-application'],
    ['shipped', caseState(), 'no-application'],
  ] as const)('%s told late or of nothing changes nothing', (word, state, why) => {
    expect(refusalOf(state, told(word))).toBe(why)
  })
})
