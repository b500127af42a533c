import { describe, expect, it } from 'vitest'
import { act, applied, laid, produced, SUPERVISOR } from './acts.ts'
import { caseState, order } from './builders.ts'
import { made, undoing } from './undoing.ts'

describe('half of a case is not taken back', () => {
  const loss = made(caseState(), act('loss.reported'))

  it('of a loss that was applied for since: a good card and a 补卡 would stand side by side', () => {
    const applying = { ...loss, behind: made(loss.behind, act('reissue.applied')).behind }
    expect(undoing(applying)).toBe('changed-meanwhile')
    const claimed = { ...applying.behind, orders: [order('USER_DONE')] }
    expect(undoing({ ...applying, behind: claimed })).toBe('changed-meanwhile')
  })

  it.each([
    ['the card is good again', act('loss.lifted'), 'old'],
    ['a new one was handed over', act('card.handed-over', { cardId: 'new' }), 'new'],
  ])('of a withdrawal behind which %s', (_, command, cardId) => {
    const withdrawn = made(applied(), act('reissue.withdrawn'))
    const came = made(withdrawn.behind, act('card.arrived', { cardId: 'new' })).behind
    const before = cardId === 'old' ? withdrawn.behind : came
    const { behind } = made(before, command, laid(cardId))
    expect(undoing({ ...withdrawn, behind })).toBe('changed-meanwhile')
  })

  it('of a withdrawal behind which a card came by itself', () => {
    const withdrawn = made(applied(), act('reissue.withdrawn'))
    const { behind } = made(withdrawn.behind, act('card.arrived', { cardId: 'new' }))
    expect(undoing({ ...withdrawn, behind })).toBe('changed-meanwhile')
  })

  it('of a hold during which its card came', () => {
    const held = made(produced(), act('application.held'), SUPERVISOR)
    const here = { ...held, behind: made(held.behind, act('card.arrived')).behind }
    expect(undoing(here, SUPERVISOR)).toBe('changed-meanwhile')
  })

  it('of a hold during which it was paid for: production would not begin', () => {
    const held = made(applied({ orders: [order('PENDING')] }), act('application.held'), SUPERVISOR)
    const paid = { ...held, behind: made(held.behind, act('payment.told')).behind }
    expect(undoing(paid, SUPERVISOR)).toBe('changed-meanwhile')
  })
})
