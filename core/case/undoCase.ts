import { noSlip, type ByWhomAndWhen } from '../ownAct.ts'
import { isOver } from './applicationStates.ts'
import { applyCase } from './applyCase.ts'
import {
  activeCards,
  applicationIn,
  cardIn,
  openApplicationIn,
  orderIn,
  type CaseState,
} from './caseState.ts'
import { contradictions, isReplacingNothing } from './contradictions.ts'
import { done, refused, type CaseContext, type CaseDecision } from './decided.ts'
import type { CaseCommandType } from './commands.ts'
import type { CaseEvent, CaseEventOf } from './events.ts'
import { LIVE } from './feeOrder.ts'

/** An act as it was recorded. */
export interface CaseActMade extends ByWhomAndWhen {
  /** of its command; null: nobody knows any more */
  readonly type: string | null
  readonly events: readonly CaseEvent[]
}

/**
 * A slip is taken back by whoever made it, while everything is as the act left it. What the city said, and what a
 * supervisor ended for good, is no slip.
 *
 * @param made null: there is no such act
 */
export function undoCaseAct(
  state: CaseState,
  made: CaseActMade | null,
  context: CaseContext,
): CaseDecision {
  if (made === null) return refused('nothing-to-undo')
  if (!isUndoable(made)) return refused('nothing-to-undo')
  const back = made.events.toReversed().flatMap((event) => inverse(event, made, state))
  if (!made.events.every((event) => stillStands(event, state))) return refused('changed-meanwhile')
  const behind = back.reduce((now, event) => applyCase(now, event, context), state)
  if (!holdsOneOfEach(behind) || contradicts(state, behind)) return refused('changed-meanwhile')
  const why = noSlip(made, context)
  return why === null ? done(...back) : refused(why)
}

/** Whether an act has a way back at all. Of a loss that was known, an earlier hour has none. */
export function isUndoable({ type, events }: Pick<CaseActMade, 'type' | 'events'>): boolean {
  return (
    type !== null &&
    !FINAL.has(type) &&
    events.every(({ type }) => WITH_WAY_BACK.has(type)) &&
    events.some(({ type }) => !ONLY_TOLD.has(type)) &&
    !events.some((event) => event.type === 'card-state-changed' && event.to === 'VOID')
  )
}

/** What was taken back stays so; what the city said, or a supervisor settled, is no slip. */
const FINAL: ReadonlySet<string> = new Set<CaseCommandType>([
  ...(['case.undone', 'application.told', 'payment.told'] as const),
  ...(['waiver.decided', 'two-cards.settled', 'card.voided'] as const),
])

const ONLY_TOLD: ReadonlySet<CaseEvent['type']> = new Set([
  'loss-told',
  'found-told',
  'damage-told',
])
const WITH_WAY_BACK: ReadonlySet<CaseEvent['type']> = new Set([
  ...ONLY_TOLD,
  ...(['card-state-changed', 'card-made', 'card-identified', 'reissue-applied'] as const),
  ...(['application-moved', 'card-assigned', 'order-opened', 'order-moved'] as const),
  ...(['payment-claimed', 'collected'] as const),
])

/** One good card, one open application, one order money may come by: what came between is not doubled. */
function holdsOneOfEach(state: CaseState): boolean {
  const open = state.applications.filter((one) => !isOver(one.state))
  const live = state.orders.filter((order) => LIVE.includes(order.state))
  return activeCards(state).length <= 1 && open.length <= 1 && live.length <= 1
}

/** Something went on from the act that none of its own steps tells of. */
function contradicts(before: CaseState, behind: CaseState): boolean {
  const was = contradictions(before)
  if (contradictions(behind).some((one) => !was.includes(one))) return true
  // Behind the payment only a supervisor puts an old card into use; what ended here too is as it was.
  const open = openApplicationIn(before)
  return open !== null && !isReplacingNothing(before, open) && isReplacingNothing(behind, open)
}

/** Several steps of one thing in one act are looked at by where the last of them led. */
function stillStands(event: CaseEvent, state: CaseState): boolean {
  switch (event.type) {
    case 'card-state-changed':
      return cardIn(state, event.cardId)?.state === event.to
    case 'card-made':
      return cardIn(state, event.cardId)?.state === event.state
    case 'application-moved':
      return applicationIn(state, event.applicationId)?.state === event.to
    case 'reissue-applied':
      return (
        applicationIn(state, event.applicationId)?.state ===
          (event.draft ? 'DRAFT' : 'SUBMITTED') &&
        !state.orders.some(({ applicationId }) => applicationId === event.applicationId)
      )
    case 'order-moved':
      return orderIn(state, event.orderId)?.state === event.to
    case 'order-opened':
      return orderIn(state, event.orderId)?.state === 'CREATED'
    default:
      return true
  }
}

/** What takes a step back; nothing where it was only told. */
function inverse(event: CaseEvent, { at }: CaseActMade, state: CaseState): readonly CaseEvent[] {
  switch (event.type) {
    case 'card-state-changed':
      return [cardBack(event, state)]
    case 'application-moved':
      return [{ ...event, from: event.to, to: event.from }]
    case 'order-moved':
      return [{ ...event, from: event.to, to: event.from }]
    case 'card-made':
      return [{ type: 'card-unmade', cardId: event.cardId, studentId: event.studentId }]
    case 'card-identified':
      return [{ ...event, type: 'card-unidentified', readAt: at }]
    case 'reissue-applied': {
      const { applicationId, studentId, draft } = event
      const from = draft ? 'DRAFT' : 'SUBMITTED'
      const to = 'WITHDRAWN'
      return [{ type: 'application-moved', applicationId, studentId, from, to, heldFrom: null }]
    }
    case 'card-assigned':
      return [{ ...event, cardId: event.before, before: event.cardId }]
    case 'order-opened': {
      const { orderId, studentId } = event
      return [{ type: 'order-moved', orderId, studentId, from: 'CREATED', to: 'CANCELLED' }]
    }
    case 'payment-claimed':
      return [{ ...event, paidOn: null }]
    case 'collected':
      return [{ type: 'collection-undone', cardId: event.cardId, studentId: event.studentId }]
    default:
      return []
  }
}

/**
 * Since when it was so comes back too, and what it was before: of a loss, the report that says who bears what; of a
 * found card, whether it was replaced.
 */
function cardBack(
  { cardId, studentId, from, to, fromSince: since, fromBefore }: CaseEventOf<'card-state-changed'>,
  state: CaseState,
): CaseEvent {
  const now = cardIn(state, cardId)
  return {
    ...{ type: 'card-state-changed', cardId, studentId, from: to, to: from },
    ...{ since, fromSince: now?.since, before: fromBefore ?? null, fromBefore: now?.before },
  }
}
