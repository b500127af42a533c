import { describe, expect, it } from 'vitest'
import { exceptionsOf } from '../../../core/case/exceptions.ts'
import { holderState } from '../../../core/case/holder.ts'
import { act, applied, laid, refusalOf, SUPERVISOR } from './acts.ts'
import { after, card, caseState, date, stateOf } from './builders.ts'

const two = caseState({ cards: [card('old', 'ACTIVE'), card('new', 'ACTIVE')] })
const keep = (cardId: string, others: 'VOID' | 'FOUND_HELD' = 'VOID') =>
  act('two-cards.settled', { cardId, others })

describe('5.7-12 two active cards for one pupil', () => {
  it('are an anomaly with one line of its own', () => {
    expect(holderState(two)).toBe('HOLDS_TWO')
    expect(exceptionsOf(two, date('2026-10-12'))).toEqual([{ kind: 'holds-two' }])
  })

  it.each(['VOID', 'FOUND_HELD'] as const)('a supervisor keeps one; the other is %s', (others) => {
    const one = after(two, keep('new', others), SUPERVISOR)
    expect([stateOf(one, 'new'), stateOf(one, 'old')]).toEqual(['ACTIVE', others])
    expect(holderState(one)).toBe('HOLDS_ONE')
  })

  it('of three two go', () => {
    const three = { ...two, cards: [...two.cards, card('third', 'ACTIVE')] }
    const one = after(three, keep('third'), SUPERVISOR)
    expect(one.cards.map(({ state }) => state)).toEqual(['VOID', 'VOID', 'ACTIVE'])
  })

  it('are not settled by a clerk, nor for a card that is not one of them', () => {
    expect(refusalOf(two, keep('new'))).toBe('needs-supervisor')
    const lost = { ...two, cards: [...two.cards, card('lost', 'LOST')] }
    expect(refusalOf(lost, keep('lost'), SUPERVISOR)).toBe('not-two-cards')
  })

  it('are never made by a desk: no card is good again beside another, and no 补卡 begins', () => {
    const cards = [card('old', 'LOST'), card('new', 'ACTIVE')]
    expect(refusalOf(caseState({ cards }), act('loss.lifted'), laid())).toBe('holds-other')
    expect(refusalOf(caseState({ cards }), act('reissue.applied'))).toBe('holds-other')
  })

  it('end with a hand-over: every card that was good is replaced', () => {
    const cards = [...two.cards, card('a-1.1', 'ARRIVED')]
    const given = after(applied({ cards }), act('card.handed-over'), laid('a-1.1'))
    expect(given.cards.map(({ state }) => state)).toEqual(['REPLACED', 'REPLACED', 'ACTIVE'])
  })
})
