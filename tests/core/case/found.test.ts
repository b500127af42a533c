import { describe, expect, it } from 'vitest'
import { act, handedOver, laid, produced, refusalOf, SUPERVISOR } from './acts.ts'
import { after, card, caseState, LEFT, reissue, stateOf } from './builders.ts'

const held = caseState({ cards: [card('old', 'FOUND_HELD')] })

describe('拾获', () => {
  it.each(['ACTIVE', 'LOST', 'REPLACED'] as const)(
    'a card that is %s lies at the desk',
    (state) => {
      const found = after(caseState({ cards: [card('old', state)] }), act('card.found'))
      expect(stateOf(found, 'old')).toBe('FOUND_HELD')
    },
  )

  it.each(['ORDERED', 'ARRIVED', 'DAMAGED', 'RETURNED', 'LEFT', 'VOID'] as const)(
    'not one that is %s',
    (state) => {
      const other = caseState({ cards: [card('old', state)] })
      expect(refusalOf(other, act('card.found'))).toBe('card-not-active')
    },
  )

  it('touches no application: it is lost until its owner claims it', () => {
    expect(after(produced(), act('card.found')).applications).toEqual(produced().applications)
  })

  it('of somebody who has left is a fact too', () => {
    expect(refusalOf(caseState({ pupil: LEFT }), act('card.found'))).toBe('done')
  })
})

describe('认领', () => {
  it('gives it back to its owner, with the card on the reader', () => {
    expect(stateOf(after(held, act('found.claimed'), laid()), 'old')).toBe('ACTIVE')
    expect(refusalOf(held, act('found.claimed'))).toBe('chip-not-proven')
  })

  it('is not of a card another took the place of', () => {
    const replaced = handedOver({ cards: [card('old', 'FOUND_HELD'), card('a-1.1', 'LOST')] })
    expect(refusalOf(replaced, act('found.claimed'), { ...SUPERVISOR, ...laid() })).toBe('replaced')
  })

  it('is not of one that no application here names, once a new one was handed over', () => {
    const replaced = caseState({ cards: [card('old', 'REPLACED'), card('a-1.1', 'ACTIVE')] })
    const found = after(replaced, act('card.found'))
    const both = after(found, act('loss.reported', { cardId: 'a-1.1' }))
    expect(refusalOf(both, act('found.claimed'), laid())).toBe('replaced')
    const allowed = { ...SUPERVISOR, ...laid(), online: true }
    expect(stateOf(after(both, act('replaced.reactivated'), allowed), 'old')).toBe('ACTIVE')
    expect(refusalOf(found, act('card.voided'), SUPERVISOR)).toBe('done')
  })

  it('is of one that was put into use again, and is no replaced card any more', () => {
    const both = handedOver({ cards: [card('old', 'REPLACED'), card('a-1.1', 'LOST')] })
    const allowed = { ...SUPERVISOR, ...laid(), online: true }
    const found = after(after(both, act('replaced.reactivated'), allowed), act('card.found'))
    expect(refusalOf(found, act('replaced.reactivated'), allowed)).toBe('not-replaced')
    expect(refusalOf(found, act('card.voided'), SUPERVISOR)).toBe('pupil-still-here')
    expect(stateOf(after(found, act('found.claimed'), laid()), 'old')).toBe('ACTIVE')
  })

  it('is not while the pupil holds another that is good', () => {
    const two = caseState({ cards: [card('old', 'FOUND_HELD'), card('other', 'ACTIVE')] })
    expect(refusalOf(two, act('found.claimed'), laid())).toBe('holds-other')
  })

  it('5.7-2 behind the payment is a supervisor’s, with a reason', () => {
    const paid = produced({ cards: [card('old', 'FOUND_HELD'), card('a-1.1', 'ORDERED')] })
    expect(refusalOf(paid, act('found.claimed'), laid())).toBe('paid-already')
    const reason = '家长急用'
    expect(refusalOf(paid, act('found.claimed', { reason }), laid())).toBe('needs-supervisor')
    const back = after(paid, act('found.claimed', { reason }), { ...SUPERVISOR, ...laid() })
    expect(back.applications).toMatchObject([{ state: 'IN_PRODUCTION' }])
  })

  it('withdraws an application that waits for a supervisor’s word on its fee', () => {
    const draft = { ...held, applications: [reissue({ state: 'DRAFT' })] }
    const back = after(draft, act('found.claimed'), laid())
    expect(back.applications).toMatchObject([{ state: 'WITHDRAWN' }])
  })
})
