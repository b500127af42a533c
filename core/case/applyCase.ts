import type { Application, ApplicationState } from '../application.ts'
import { assertNever } from '../assertNever.ts'
import type { ByWhomAndWhen } from '../ownAct.ts'
import { cardFor, type CaseCard, type CaseState } from './caseState.ts'
import type { CaseEvent, CaseEventOf } from './events.ts'
import type { FeeOrder } from './feeOrder.ts'

/** The case behind an event. What is only told of (a place, a signature) is kept beside it, and changes nothing here. */
export function applyCase(state: CaseState, event: CaseEvent, by: ByWhomAndWhen): CaseState {
  switch (event.type) {
    case 'card-state-changed':
      return ofCard(state, event.cardId, {
        ...{ state: event.to, since: event.since ?? by.at },
        before: event.before === undefined ? event.from : event.before,
      })
    case 'card-made': {
      const { cardId, studentId, state: of } = event
      const made: CaseCard = { cardId, studentId, state: of, since: by.at, before: null }
      return { ...state, cards: [...state.cards, made] }
    }
    case 'card-unmade':
      return { ...state, cards: state.cards.filter(({ cardId }) => cardId !== event.cardId) }
    case 'loss-told':
      return ofCard(state, event.cardId, { since: event.reportedAt })
    case 'reissue-applied':
      return { ...state, applications: [...state.applications, applied(event, by)] }
    case 'application-moved':
      return ofApplication(state, event.applicationId, (now) => {
        const heldFrom = event.to === 'ON_HOLD' ? (event.heldFrom ?? event.from) : null
        const arrivedAt = arrival(state, now, heldFrom ?? event.to, by)
        return { state: event.to, stateAt: by.at, heldFrom, arrivedAt }
      })
    case 'fee-decided':
      return ofApplication(state, event.applicationId, ({ reissue }) => ({
        reissue: reissue && { ...reissue, fee: event.fee },
      }))
    case 'production-begun':
      return ofApplication(state, event.applicationId, {
        ...{ cardId: event.cardId, producedFrom: event.on },
      })
    case 'card-assigned':
      return ofApplication(state, event.applicationId, { cardId: event.cardId })
    case 'order-opened':
      return { ...state, orders: [...state.orders, opened(event, by)] }
    case 'order-moved':
      return ofOrder(state, event.orderId, { state: event.to, stateAt: by.at })
    case 'payment-claimed':
      return ofOrder(state, event.orderId, { paidOn: event.paidOn })
    case 'payment-told':
      // A refund leaves the number of its payment: told again, that is known by it.
      return ofOrder(
        state,
        event.orderId,
        event.result === 'refunded'
          ? { refundNo: event.cityNo }
          : { cityNo: event.cityNo, ...(event.result === 'paid' ? { paidOn: event.on } : {}) },
      )
    case 'card-identified':
    case 'card-unidentified':
    case 'found-told':
    case 'damage-told':
    case 'return-told':
    case 'collected':
    case 'collection-undone':
      return state
    default:
      return assertNever(event)
  }
}

/** When the card came: with this step, while the application was on hold, or before. */
function arrival(
  state: CaseState,
  now: Application,
  to: ApplicationState,
  { at }: ByWhomAndWhen,
): Application['arrivedAt'] {
  if (ON_ITS_WAY.includes(to)) return null
  if (to !== 'ARRIVED' || !ON_ITS_WAY.includes(now.heldFrom ?? now.state)) return now.arrivedAt
  return now.state === 'ON_HOLD' ? (cardFor(state, now)?.since ?? at) : at
}

/** From here a card arrives. */
const ON_ITS_WAY: readonly ApplicationState[] = [
  'DRAFT',
  'SUBMITTED',
  'IN_PRODUCTION',
  'SHIPPED_TO_DISTRICT',
]

function applied(
  event: CaseEventOf<'reissue-applied'>,
  { at, operatorId }: ByWhomAndWhen,
): Application {
  const { applicationId, studentId, oldCardId, cause, fee, draft } = event
  return {
    ...{ applicationId, studentId, kind: 'reissue', state: draft ? 'DRAFT' : 'SUBMITTED' },
    ...{ stateAt: at, openedAt: at, openedBy: operatorId, listId: null, cardId: null },
    ...{ reissue: { oldCardId, cause, fee }, producedFrom: null, arrivedAt: null, heldFrom: null },
  }
}

function opened(event: CaseEventOf<'order-opened'>, { at, operatorId }: ByWhomAndWhen): FeeOrder {
  const { orderId, applicationId, studentId, fee, channel } = event
  return {
    ...{ orderId, applicationId, studentId, state: 'CREATED', stateAt: at, fee, channel },
    ...{ openedAt: at, openedBy: operatorId, paidOn: null, cityNo: null, refundNo: null },
  }
}

function ofCard(state: CaseState, id: string, change: Partial<CaseCard>): CaseState {
  const cards = state.cards.map((card) => (card.cardId === id ? { ...card, ...change } : card))
  return { ...state, cards }
}

type Change = Partial<Application> | ((now: Application) => Partial<Application>)

function ofApplication(state: CaseState, id: string, change: Change): CaseState {
  const applications = state.applications.map((one) =>
    one.applicationId === id
      ? { ...one, ...(typeof change === 'function' ? change(one) : change) }
      : one,
  )
  return { ...state, applications }
}

function ofOrder(state: CaseState, id: string, change: Partial<FeeOrder>): CaseState {
  const orders = state.orders.map((one) => (one.orderId === id ? { ...one, ...change } : one))
  return { ...state, orders }
}
