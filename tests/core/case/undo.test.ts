import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCase } from '../../../core/case/applyCase.ts'
import type { CaseState } from '../../../core/case/caseState.ts'
import { decideCase } from '../../../core/case/decideCase.ts'
import { act, applied, arrived, laid, produced, SUPERVISOR, whyNot } from './acts.ts'
import { card, caseState, decide, HOUR, MONDAY, order, reissue, stateOf } from './builders.ts'
import { doneAndUndone, made, MINUTE, UNDO, undoing } from './undoing.ts'
import { RECIPES, stepOf } from './walk.ts'

describe('a slip is taken back', () => {
  it('of a loss: the card is good', () => {
    expect(stateOf(doneAndUndone(caseState(), act('loss.reported')), 'old')).toBe('ACTIVE')
  })

  it('of a found card that was lost: the loss counts from its own hour again', () => {
    const lost = caseState({ cards: [card('old', 'LOST', MONDAY - 99 * HOUR)] })
    expect(doneAndUndone(lost, act('card.found'))).toEqual(lost)
  })

  it('of a hand-over beside the found box: that the old card was replaced before is known again', () => {
    const found = card('old', 'FOUND_HELD', MONDAY, 'REPLACED')
    const before = arrived({ cards: [found, card('a-1.1', 'ARRIVED')] })
    const back = doneAndUndone(before, act('card.handed-over'), laid('a-1.1'))
    expect(back.cards).toEqual(before.cards)
  })

  it('5.7-2 of a hand-over behind a supervisor’s 解挂: both cards are as they were', () => {
    const before = arrived({ cards: [card('old', 'ACTIVE'), card('a-1.1', 'ARRIVED')] })
    const back = doneAndUndone(before, act('card.handed-over'), laid('a-1.1'))
    expect(back.cards).toEqual(before.cards)
  })

  it('of an order, beside a broken card that was sent back', () => {
    const before = applied({ cards: [card('old', 'RETURNED')] })
    const back = doneAndUndone(before, act('order.opened'))
    expect(back.orders).toMatchObject([{ state: 'CANCELLED' }])
  })

  it('of 解挂 before the payment: card, application and order are as they were', () => {
    const before = applied({ orders: [order('PENDING')] })
    const { cards, applications, orders } = doneAndUndone(before, act('loss.lifted'), laid())
    expect([cards[0]?.state, applications[0]?.state, orders[0]?.state]).toEqual([
      ...['LOST', 'SUBMITTED', 'PENDING'],
    ])
  })

  it('of a hand-over: the new card lies at school, the old one is lost', () => {
    const back = doneAndUndone(arrived(), act('card.handed-over'), laid('a-1.1'))
    expect([stateOf(back, 'a-1.1'), stateOf(back, 'old')]).toEqual(['ARRIVED', 'LOST'])
    expect(back.applications[0]?.state).toBe('ARRIVED')
  })

  it('of an arrival: the application waits for the card it waited for', () => {
    const before = produced({
      cards: [card('a-1.1', 'RETURNED'), card('a-1.2', 'ORDERED')],
      applications: [reissue({ state: 'IN_PRODUCTION', cardId: 'a-1.2' })],
    })
    const back = doneAndUndone(before, act('card.arrived', { cardId: 'a-1.1' }))
    expect(back.applications[0]).toMatchObject({ state: 'IN_PRODUCTION', cardId: 'a-1.2' })
  })

  it('of an application: it is withdrawn, and another may be made', () => {
    const lost = caseState({ cards: [card('old', 'LOST')] })
    const back = doneAndUndone(lost, act('reissue.applied'))
    expect(back.applications.map(({ state }) => state)).toEqual(['WITHDRAWN'])
    expect(whyNot(decide(back, act('reissue.applied', { applicationId: 'a-2' })))).toBe('done')
  })

  it('of 【已完成支付】: the day goes with it', () => {
    const back = doneAndUndone(applied({ orders: [order('PENDING')] }), act('order.claimed'))
    expect(back.orders[0]).toMatchObject({ state: 'PENDING', paidOn: null })
  })

  it('of a hold: it is on hold no longer, and of its end: it is again', () => {
    const held = doneAndUndone(applied(), act('application.held'), SUPERVISOR)
    expect(held.applications[0]).toMatchObject({ state: 'SUBMITTED', heldFrom: null })
    const onHold = applied({
      applications: [reissue({ state: 'ON_HOLD', heldFrom: 'SUBMITTED' })],
    })
    const again = doneAndUndone(onHold, act('application.held', { hold: false }), SUPERVISOR)
    expect(again.applications[0]).toMatchObject({ state: 'ON_HOLD', heldFrom: 'SUBMITTED' })
  })
})

it('an application on hold that was withdrawn by a slip goes on from where it was held', () => {
  const onHold = applied({ applications: [reissue({ state: 'ON_HOLD', heldFrom: 'SUBMITTED' })] })
  const back = doneAndUndone(onHold, act('reissue.withdrawn'))
  expect(back.applications[0]).toMatchObject({ state: 'ON_HOLD', heldFrom: 'SUBMITTED' })
})

describe('it is not taken back', () => {
  const loss = made(caseState(), act('loss.reported'))

  it('by another, or after five minutes', () => {
    expect(undoing(loss, { operatorId: 'other' })).toBe('somebody-elses')
    expect(undoing(loss, { at: loss.act.at + 5 * MINUTE })).toBe('done')
    expect(undoing(loss, { at: loss.act.at + 5 * MINUTE + 1 })).toBe('too-late')
  })

  it('by a clock that was set back', () => {
    expect(undoing(loss, { at: loss.act.at - 1 })).toBe('too-late')
  })

  it('where somebody has gone on from it', () => {
    const found = { ...loss, behind: made(loss.behind, act('card.found')).behind }
    expect(undoing(found)).toBe('changed-meanwhile')
    const lost = caseState({ cards: [card('old', 'LOST')], standing: applied().standing })
    const application = made(lost, act('reissue.applied'))
    const ordered = { ...application, behind: made(application.behind, act('order.opened')).behind }
    expect(undoing(ordered)).toBe('changed-meanwhile')
  })

  it('where two cards would be good', () => {
    const behind = { ...loss.behind, cards: [...loss.behind.cards, card('other', 'ACTIVE')] }
    expect(undoing({ ...loss, behind })).toBe('changed-meanwhile')
  })

  it.each([
    ['a payment', applied({ orders: [order('PENDING')] }), act('payment.told')],
    ['a shipment', produced(), act('application.told')],
    ['a rejection', produced(), act('application.told', { word: 'rejected' })],
  ])('what the city said: %s', (_, state, command) => {
    expect(undoing(made(state, command))).toBe('nothing-to-undo')
  })

  it('what is destroyed', () => {
    const damaged = caseState({ cards: [card('old', 'DAMAGED')] })
    expect(undoing(made(damaged, act('card.voided'), SUPERVISOR), SUPERVISOR)).toBe(
      'nothing-to-undo',
    )
  })

  it('an earlier hour of a loss that was known', () => {
    const lost = caseState({ cards: [card('old', 'LOST', MONDAY)] })
    expect(undoing(made(lost, act('loss.reported')))).toBe('nothing-to-undo')
  })
})

/** But for the moments of what moved, and for what an undo leaves as ended. */
const shape = ({ cards, applications, orders }: CaseState) => ({
  cards,
  applications: applications.flatMap(({ stateAt: _, ...one }) =>
    one.state === 'WITHDRAWN' ? [] : [one],
  ),
  orders: orders.flatMap(({ stateAt: _, ...one }) => (one.state === 'CANCELLED' ? [] : [one])),
})

it('wherever an act can be taken back at once, the case is as it was before', () => {
  const roll = fc.record({ what: fc.nat(RECIPES - 1), a: fc.nat(11), b: fc.nat(127) })
  const starts = [caseState(), applied({ orders: [order('PENDING')] }), produced(), arrived()]
  let undone = 0
  fc.assert(
    fc.property(fc.array(roll, { maxLength: 40, size: 'max' }), (rolls) => {
      let state = starts[rolls.length % starts.length] ?? caseState()
      rolls.forEach((one, n) => {
        const step = stepOf(state, one, n + 100) // ids of its own
        if (step.kind === 'outside') state = step.change(state)
        else if (decideCase(state, step.command, step.context).kind === 'done') {
          const { behind, act: last } = made(state, step.command, step.context)
          const by = { ...step.context, at: last.at + MINUTE }
          const back = decideCase(behind, UNDO, by, last)
          if (back.kind === 'done') {
            undone += 1
            const again = back.events.reduce((now, event) => applyCase(now, event, by), behind)
            expect(shape(again)).toEqual(shape(state))
          }
          state = behind
        }
      })
    }),
    { seed: 20_261_013, numRuns: 2_000 },
  )
  expect(undone).toBeGreaterThan(1_000)
})
