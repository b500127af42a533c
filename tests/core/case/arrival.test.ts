import { describe, expect, it } from 'vitest'
import { act, applied, arrived, handedOver, laid, produced, refusalOf, SUPERVISOR } from './acts.ts'
import { after, card, caseState, decide, eventsOf, LEFT, reissue, stateOf } from './builders.ts'

const here = act('card.arrived')

describe('到卡', () => {
  it('brings the card on its way and its application to school, with its numbers', () => {
    const state = after(produced(), here)
    expect(stateOf(state, 'a-1.1')).toBe('ARRIVED')
    expect(state.applications).toMatchObject([{ state: 'ARRIVED', cardId: 'a-1.1' }])
    expect(eventsOf(decide(produced(), here))).toContainEqual(
      expect.objectContaining({
        type: 'card-identified',
        identifiers: [{ kind: 'bmac', value: '1000751000000001' }],
      }),
    )
  })

  it('under a number of its own is the card on its way all the same', () => {
    const state = after(produced(), act('card.arrived', { cardId: 'scanned' }))
    expect(state.cards.map(({ cardId }) => cardId)).toEqual(['old', 'a-1.1'])
    expect(stateOf(state, 'a-1.1')).toBe('ARRIVED')
  })

  it('of a card the desk had not heard of makes one: what lies here lies here', () => {
    const state = after(applied(), act('card.arrived', { cardId: 'new' }))
    expect(stateOf(state, 'new')).toBe('ARRIVED')
    expect(state.applications).toMatchObject([{ state: 'ARRIVED', cardId: 'new' }])
  })

  it('is a fact also of a pupil who has left, and who has applied for nothing', () => {
    expect(refusalOf(produced({ pupil: LEFT }), here)).toBe('done')
    expect(stateOf(after(caseState(), act('card.arrived', { cardId: 'new' })), 'new')).toBe(
      'ARRIVED',
    )
  })

  it('ends the wait for a supervisor’s word on the fee: one card, one application, no second fee', () => {
    const draft = applied({ applications: [reissue({ state: 'DRAFT' })] })
    const came = after(draft, act('card.arrived'))
    expect(came.applications).toMatchObject([{ state: 'ARRIVED', cardId: 'a-1.1' }])
    expect(refusalOf(came, act('waiver.decided'), SUPERVISOR)).toBe('not-a-draft')
    const given = after(came, act('card.handed-over'), laid('a-1.1'))
    expect(given.applications).toMatchObject([{ state: 'HANDED_OVER' }])
  })

  it('of an application on hold leaves it on hold', () => {
    const held = after(produced(), act('application.held'), SUPERVISOR)
    const state = after(held, here)
    expect([stateOf(state, 'a-1.1'), state.applications[0]?.state]).toEqual([
      ...['ARRIVED', 'ON_HOLD'],
    ])
  })

  it('5.7-9 of a card that was made for whoever left meanwhile is that card, and no second one', () => {
    const gone = after(produced({ pupil: LEFT }), act('application.transferred'))
    const came = after(gone, act('card.arrived', { cardId: 'scanned' }))
    expect(came.cards.map(({ cardId, state }) => [cardId, state])).toEqual([
      ['old', 'LOST'],
      ['a-1.1', 'ARRIVED'],
    ])
    expect(came.applications).toMatchObject([{ state: 'TRANSFERRED' }])
  })

  it('5.7-9 of one that went on to the new school is not taken for it', () => {
    const sent = produced({
      cards: [card('old', 'LOST'), card('a-1.1', 'RETURNED')],
      applications: [reissue({ state: 'TRANSFERRED', cardId: 'a-1.1' })],
    })
    const came = after(sent, act('card.arrived', { cardId: 'scanned' }))
    expect(stateOf(came, 'a-1.1')).toBe('RETURNED')
  })

  it('after a return it comes again', () => {
    const returned = produced({
      cards: [card('old', 'LOST'), card('a-1.1', 'RETURNED')],
      applications: [reissue({ state: 'IN_PRODUCTION', cardId: 'a-1.1' })],
    })
    expect(after(returned, here).applications).toMatchObject([{ state: 'ARRIVED' }])
  })

  it.each([
    ['twice', arrived(), 'arrived-already'],
    [
      'while the teacher has it',
      arrived({ cards: [card('a-1.1', 'WITH_TEACHER')] }),
      'arrived-already',
    ],
    ['of a card in use', handedOver(), 'handed-over-already'],
    ['of nobody on the roll', produced({ pupil: null }), 'pupil-unknown'],
  ] as const)('%s is told so', (_, state, why) => {
    expect(refusalOf(state, here)).toBe(why)
  })

  it('with a number that is another card’s is looked at first', () => {
    expect(refusalOf(produced(), here, { chipOf: ['old'] })).toBe('chip-of-another')
    expect(refusalOf(produced(), here, { chipOf: ['a-1.1'] })).toBe('done')
  })
})
