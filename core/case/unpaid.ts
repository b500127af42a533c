import type { Application } from '../application.ts'
import { isMaybePaid, ordersFor, type CaseState } from './caseState.ts'
import { applicationMoved, orderMoved } from './decided.ts'
import type { CaseEvent } from './events.ts'

/** Nothing is paid, nothing may be: what ends an application cancels its order in the same step (5.7-1). */
export function endUnpaid(
  state: CaseState,
  application: Application,
  to: 'WITHDRAWN' | 'TRANSFERRED' | 'EXPIRED_UNPAID',
): readonly CaseEvent[] {
  return [...cancelOpen(state, application), applicationMoved(application, to)]
}

/** The orders of an application by which nobody has paid yet. */
export function cancelOpen(state: CaseState, application: Application): readonly CaseEvent[] {
  return ordersFor(state, application)
    .filter((order) => order.state === 'CREATED' || order.state === 'PENDING')
    .map((order) => orderMoved(order, 'CANCELLED'))
}

/** May an application be taken back? Not behind the payment, the list that went to the city, or its card. */
export function isUnpaid(state: CaseState, application: Application): boolean {
  const { state: stage, heldFrom, cardId } = application
  const early =
    stage === 'ON_HOLD' ? heldFrom === 'SUBMITTED' : ['DRAFT', 'SUBMITTED'].includes(stage)
  return early && cardId === null && application.listId === null && !isMaybePaid(state, application)
}
