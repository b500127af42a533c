import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCase } from '../../../core/case/applyCase.ts'
import { applicationMay, isOver } from '../../../core/case/applicationStates.ts'
import { caseStage, CASE_STAGES } from '../../../core/case/caseStage.ts'
import { activeCards, cardFor, isHere, type CaseState } from '../../../core/case/caseState.ts'
import { contradictions, type Contradiction } from '../../../core/case/contradictions.ts'
import { CARD_TRANSITIONS, cardTransition } from '../../../core/case/cardTransitions.ts'
import type { CaseCommand } from '../../../core/case/commands.ts'
import { decideCase } from '../../../core/case/decideCase.ts'
import type { CaseEvent } from '../../../core/case/events.ts'
import { exceptionsOf } from '../../../core/case/exceptions.ts'
import { LIVE, orderMay } from '../../../core/case/feeOrder.ts'
import { HOLDER_STATES, holderState } from '../../../core/case/holder.ts'
import type { CaseActMade } from '../../../core/case/undoCase.ts'
import { card, caseState, CONFIRMED, context, date, order, PUPIL, reissue } from './builders.ts'
import { denseStep, RECIPES, type Roll } from './walk.ts'

const SEED = 20_261_012
const roll = fc.record({
  what: fc.nat(RECIPES - 1),
  a: fc.nat(11),
  b: fc.nat(127),
}) satisfies fc.Arbitrary<Roll>
const walks = fc.array(roll, { minLength: 10, maxLength: 120, size: 'max' })

/** What a walk has seen; over many of them, all there is. */
const seen = {
  moves: new Set<string>(),
  orders: new Set<string>(),
  applications: new Set<string>(),
  stages: new Set<string>(),
  holders: new Set<string>(),
}

/** From the first day, and from the middle, which walks from there seldom come to. */
const START = [
  caseState(),
  caseState({
    ...{ cards: [card('old', 'LOST')], standing: CONFIRMED },
    applications: [reissue({ applicationId: 'a-start' })],
    orders: [order('PENDING', { applicationId: 'a-start', orderId: 'o-start' })],
  }),
]

function walk(rolls: readonly Roll[], each: (state: CaseState) => void): void {
  let state = START[rolls.length % START.length] ?? caseState()
  let last: CaseActMade | null = null
  rolls.forEach((one, n) => {
    const step = denseStep(state, one, n)
    if (step.kind === 'outside') state = step.change(state)
    else {
      // Now and then the act before is taken back.
      const undo = one.b % 16 === 15
      const command: CaseCommand = undo
        ? { type: 'case.undone', payload: { studentId: PUPIL, undoes: 'u' } }
        : step.command
      const decision = decideCase(state, command, step.context, undo ? last : null)
      if (decision.kind === 'done') {
        const { events } = decision
        if (!undo) for (const event of events) lookAt(event)
        const before = activeCards(state).length
        const was = contradictions(state)
        state = events.reduce((now, event) => applyCase(now, event, step.context), state)
        const may = MAY_LEAVE[command.type] ?? []
        const arose = contradictions(state).filter((one) => ![...was, ...may].includes(one))
        must(`no half of a case goes on by ${command.type} (${arose.join()})`, arose.length === 0)
        must('no second card becomes good', activeCards(state).length <= Math.max(1, before))
        last = undo ? null : { ...step.context, type: command.type, events }
      }
    }
    each(state)
    note(state)
  })
}

/**
 * What leaves half of a case after all: the one of two cards at school goes back; and the money for a card did not
 * come that a supervisor's 解挂 had left in production.
 */
const MAY_LEAVE: Partial<Record<CaseCommand['type'], readonly Contradiction[]>> = {
  'card.damaged': ['card-here'],
  'card.returned': ['card-here'],
  'payment.told': ['needless'],
  'order.moved': ['needless'],
}

/** No step but those of the tables. */
function lookAt(event: CaseEvent): void {
  if (event.type === 'card-state-changed') {
    must(
      `${event.from} → ${event.to} is in the table`,
      cardTransition(event.from, event.to) !== null,
    )
    seen.moves.add(`${event.from} ${event.to}`)
  }
  if (event.type === 'order-moved')
    must('a step of the table of orders', orderMay(event.from, event.to))
  if (event.type === 'application-moved')
    must('a step of the table of applications', applicationMay(event.from, event.to))
}

function note(state: CaseState): void {
  for (const order of state.orders) seen.orders.add(order.state)
  for (const application of state.applications) seen.applications.add(application.state)
  for (const window of ['open', 'closed'] as const)
    seen.stages.add(caseStage(state, window) ?? 'none')
  seen.holders.add(holderState(state))
}

/** `npm run test:walks` for a long run. */
const runs = { seed: SEED, numRuns: Number(process.env['DESK_WALKS'] ?? 1_600) }
const shorter = { ...runs, numRuns: Math.ceil(runs.numRuns / 8) }

/** What holds after each step. */
function look(state: CaseState): void {
  const { applications, orders } = state
  const open = applications.filter((one) => !isOver(one.state))
  must('one open application at most', open.length <= 1)
  for (const one of open)
    must(
      'an application knows that its card is here',
      !isHere(cardFor(state, one)) || one.state === 'ARRIVED' || one.state === 'ON_HOLD',
    )
  const live = orders.filter((one) => LIVE.includes(one.state))
  must('one order money may come by at most', live.length <= 1)
  for (const { applicationId } of applications) {
    const paid = orders.filter(
      (one) => one.applicationId === applicationId && one.state === 'CONFIRMED',
    )
    const fen = paid.reduce((sum, { fee }) => sum + fee.fen, 0)
    must('of what came, one fee stays with an application', fen === 0 || fen === 1_500)
  }
  const exceptions = exceptionsOf(state, date('2026-10-12'))
  const twice = exceptions.filter(({ kind }) => kind === 'holds-two').length
  must('two good cards are one line of 异常', twice === (activeCards(state).length > 1 ? 1 : 0))
  const refunds = exceptions.flatMap((one) => (one.kind === 'refund' ? [one.orderId] : []))
  const due = orders.filter((one) => one.state === 'REFUND_PENDING').map(({ orderId }) => orderId)
  must('each refund is one line of 异常', refunds.join() === due.join())
}

/** `expect` takes longer than what is asked here 200,000 times. */
function must(what: string, holds: boolean): void {
  if (!holds) throw new Error(`Not so: ${what}.`)
}

describe('from any sequence of acts', () => {
  it('one good card by the desk’s acts, one open application, one order, and the money adds up', () => {
    fc.assert(
      fc.property(walks, (rolls) => walk(rolls, look)),
      runs,
    )
  }, 120_000)

  it('no payment is lost and none is counted twice', () => {
    fc.assert(
      fc.property(fc.array(roll, { maxLength: 60, size: 'max' }), fc.nat(3), (rolls, more) => {
        let state = START[more % START.length] ?? caseState()
        rolls.forEach((one, n) => {
          const step = denseStep(state, one, n)
          if (step.kind === 'outside') {
            state = step.change(state)
            return
          }
          const decision = decideCase(state, step.command, step.context)
          if (decision.kind === 'done')
            state = decision.events.reduce(
              (now, event) => applyCase(now, event, step.context),
              state,
            )
        })
        if (!state.applications.some(({ kind }) => kind === 'reissue')) return
        const sum = (): number => state.orders.filter(({ state: of }) => MONEY.includes(of)).length
        const before = sum()
        const numbers = Array.from({ length: more + 1 }, (_, n) => `new-${n}`)
        // Each of them is told twice.
        for (const cityNo of [...numbers, ...numbers]) {
          const payload = {
            ...{ studentId: PUPIL, orderId: `of-${cityNo}`, cityNo, fen: 1_500 },
            ...{ on: date('2026-10-12'), result: 'paid' as const },
          }
          const decision = decideCase(state, { type: 'payment.told', payload }, context())
          if (decision.kind === 'done')
            state = decision.events.reduce((now, event) => applyCase(now, event, context()), state)
        }
        expect(sum() - before).toBe(numbers.length)
      }),
      shorter,
    )
  })

  it('every state is reached, and every exit of the table is taken', () => {
    const here = CARD_TRANSITIONS.filter(({ by }) => !by.includes('tap-of-the-year'))
    expect(here.filter(({ from, to }) => !seen.moves.has(`${from} ${to}`))).toEqual([])
    expect([...seen.orders].toSorted()).toEqual(
      [...LIVE, 'CONFIRMED', 'FAILED', 'CANCELLED', 'REFUND_PENDING', 'REFUNDED'].toSorted(),
    )
    expect(CASE_STAGES.filter((stage) => !seen.stages.has(stage))).toEqual([])
    expect(HOLDER_STATES.filter((one) => !seen.holders.has(one))).toEqual([])
    expect(seen.applications.size).toBe(12)
  })
})

const MONEY = ['CONFIRMED', 'REFUND_PENDING', 'REFUNDED']
