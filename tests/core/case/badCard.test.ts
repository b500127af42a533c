import { describe, expect, it } from 'vitest'
import type { CaseState } from '../../../core/case/caseState.ts'
import { exceptionsOf } from '../../../core/case/exceptions.ts'
import { act, applied, arrived, handedOver, refusalOf, SUPERVISOR } from './acts.ts'
import { after, card, caseState, date, LEFT, stateOf } from './builders.ts'

const TODAY = date('2026-10-12')
const GRADUATED: CaseState['pupil'] = {
  enrolment: { kind: 'left', on: date('2026-07-10'), why: 'graduated', to: null },
}
const kinds = (state: CaseState) => exceptionsOf(state, TODAY).map(({ kind }) => kind)

describe('坏卡', () => {
  it('of a card in use: it may be applied for another', () => {
    const broken = after(caseState(), act('card.damaged', { how: 'broken' }))
    expect(stateOf(broken, 'old')).toBe('DAMAGED')
    expect(refusalOf(broken, act('reissue.applied', { cause: 'damaged' }))).toBe('done')
  })

  it('5.7-18 unreadable arrived card: not handed over, to return, made again without a new fee', () => {
    const state = after(arrived(), act('card.damaged', { cardId: 'a-1.1' }))
    expect([stateOf(state, 'a-1.1'), stateOf(state, 'a-1.2')]).toEqual(['DAMAGED', 'ORDERED'])
    expect(state.applications).toMatchObject([
      { state: 'IN_PRODUCTION', cardId: 'a-1.2', producedFrom: TODAY },
    ])
    expect(state.orders).toEqual(arrived().orders)
    expect(kinds(state)).toEqual(['damaged-to-return'])
    expect(refusalOf(state, act('card.handed-over'), { tapped: 'a-1.1' })).toBe('not-arrived')
    expect(kinds(after(state, act('card.returned', { cardId: 'a-1.1' })))).toEqual([])
  })

  it('5.7-18 the second of them broken too is made a third time', () => {
    const second = after(arrived(), act('card.damaged', { cardId: 'a-1.1' }))
    const here = after(second, act('card.arrived', { cardId: 'a-1.2', identifiers: [] }))
    const third = after(here, act('card.damaged', { cardId: 'a-1.2' }))
    expect([stateOf(third, 'a-1.3'), third.applications[0]?.cardId]).toEqual(['ORDERED', 'a-1.3'])
  })

  it('of a card with the teacher is told when it is back at the desk', () => {
    const pack = arrived({ cards: [card('a-1.1', 'WITH_TEACHER')] })
    expect(refusalOf(pack, act('card.damaged', { cardId: 'a-1.1' }))).toBe('card-not-active')
  })
})

describe('退回', () => {
  it.each(['ARRIVED', 'DAMAGED', 'FOUND_HELD'] as const)('of a card that is %s', (state) => {
    const back = after(caseState({ cards: [card('old', state)] }), act('card.returned'))
    expect(stateOf(back, 'old')).toBe('RETURNED')
  })

  it('of a good card that somebody waits for: the application goes on until it comes again', () => {
    const back = after(arrived(), act('card.returned', { cardId: 'a-1.1', reason: '照片错' }))
    expect(back.applications).toMatchObject([{ state: 'IN_PRODUCTION' }])
    expect(after(back, act('card.arrived')).applications).toMatchObject([{ state: 'ARRIVED' }])
  })

  it.each([
    ['transferred', LEFT, 'TRANSFERRED'],
    ['graduated', GRADUATED, 'WITHDRAWN'],
  ] as const)('5.7-10 arrived card of a pupil who %s: returned, application %s', (_, pupil, to) => {
    const state = arrived({ pupil })
    const returned = act('card.returned', { cardId: 'a-1.1', to: { kind: 'school', name: '二小' } })
    const back = after(state, returned)
    expect([stateOf(back, 'a-1.1'), back.applications[0]?.state]).toEqual(['RETURNED', to])
  })

  it('5.7-10 a card that came for a leaver without an application is in the list to return', () => {
    const state = caseState({ pupil: GRADUATED, cards: [card('new', 'ARRIVED')] })
    expect(kinds(state)).toEqual(['card-of-leaver'])
    expect(kinds(after(state, act('card.returned', { cardId: 'new' })))).toEqual([])
  })
})

it.each([
  ['坏卡', act('card.damaged', { cardId: 'a-1.1' })],
  ['退回', act('card.returned', { cardId: 'a-1.1' })],
  ['作废', act('card.voided', { cardId: 'a-1.1' })],
])('%s of a card whose application is on hold waits until it is taken up', (_, command) => {
  const held = after(arrived(), act('application.held'), SUPERVISOR)
  expect(refusalOf(held, command, SUPERVISOR)).toBe('on-hold')
  expect(refusalOf({ ...held, pupil: LEFT }, command, SUPERVISOR)).toBe('on-hold')
  const other = { ...held, cards: [...held.cards, card('other', 'DAMAGED')] }
  expect(refusalOf(other, act('card.voided', { cardId: 'other' }), SUPERVISOR)).toBe('done')
})

describe('作废', () => {
  const voiding = (state: CaseState, cardId = 'old') =>
    refusalOf(state, act('card.voided', { cardId }), SUPERVISOR)

  it('is a supervisor’s', () => {
    const broken = caseState({ cards: [card('old', 'DAMAGED')] })
    expect(refusalOf(broken, act('card.voided'))).toBe('needs-supervisor')
    expect(voiding(broken)).toBe('done')
  })

  it.each(['ORDERED', 'WITH_TEACHER', 'ACTIVE', 'LOST', 'RETURNED', 'LEFT'] as const)(
    'is not of a card that is %s',
    (state) => {
      expect(voiding(caseState({ cards: [card('old', state)] }))).toBe('card-not-voidable')
    },
  )

  it('is not of a card somebody waits for', () => {
    expect(voiding(arrived(), 'a-1.1')).toBe('pupil-still-here')
    const gone = after(
      arrived({ pupil: LEFT }),
      act('card.voided', { cardId: 'a-1.1' }),
      SUPERVISOR,
    )
    expect(gone.applications).toMatchObject([{ state: 'TRANSFERRED' }])
  })

  it('of a found card is only where its owner has left, or has another', () => {
    expect(voiding(caseState({ cards: [card('old', 'FOUND_HELD')] }))).toBe('pupil-still-here')
    expect(voiding(applied({ pupil: LEFT, cards: [card('old', 'FOUND_HELD')] }))).toBe('done')
    const replaced = handedOver({ cards: [card('old', 'FOUND_HELD'), card('a-1.1', 'ACTIVE')] })
    expect(voiding(replaced)).toBe('done')
  })
})
