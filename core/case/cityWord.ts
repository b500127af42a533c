import { assertNever } from '../assertNever.ts'
import type { Application } from '../application.ts'
import { cardIn, isMaybePaid, openApplicationIn, ordersFor, type CaseState } from './caseState.ts'
import type { CaseCommands } from './commands.ts'
import { applicationMoved, done, moved, orderMoved, refused, type CaseDecision } from './decided.ts'
import type { CaseEvent } from './events.ts'
import { applicationMay, isOver } from './applicationStates.ts'
import { cancelOpen } from './unpaid.ts'
import { orderedCard } from './orderedCard.ts'

type Told = CaseCommands['application.told']

/** What the city makes of an application, beside its money. */
export function takeCityWord(state: CaseState, told: Told): CaseDecision {
  if (told.word === 'closed') return close(state)
  const application = openApplicationIn(state)
  if (application === null) return refused('no-application')
  const card = application.cardId === null ? null : cardIn(state, application.cardId)
  switch (told.word) {
    case 'in-production':
      return application.state === 'SHIPPED_TO_DISTRICT'
        ? done(applicationMoved(application, 'IN_PRODUCTION'))
        : begin(state, application, told)
    case 'shipped':
      return application.state === 'IN_PRODUCTION'
        ? done(applicationMoved(application, 'SHIPPED_TO_DISTRICT'))
        : refused('told-already')
    case 'card-failed':
      return card?.state === 'ORDERED' ? done(moved(card, 'FAILED')) : refused('told-already')
    case 'remade':
      return card?.state === 'FAILED' ? done(moved(card, 'ORDERED')) : refused('told-already')
    case 'rejected': {
      if (!applicationMay(application.state, 'REJECTED')) return refused('told-already')
      const gone: readonly CaseEvent[] =
        card?.state === 'ORDERED' || card?.state === 'FAILED' ? [moved(card, 'VOID')] : []
      return done(
        ...gone,
        ...moneyBack(state, application),
        applicationMoved(application, 'REJECTED'),
      )
    }
    case 'expired':
      if (application.state !== 'SUBMITTED' || isMaybePaid(state, application))
        return refused('paid-already')
      return done(
        ...cancelOpen(state, application),
        applicationMoved(application, 'EXPIRED_UNPAID'),
      )
    default:
      return assertNever(told.word)
  }
}

/** The city began by itself: a newcomer's card, a waived one, or one whose payment the desk has not heard of. */
function begin(state: CaseState, application: Application, { on }: Told): CaseDecision {
  if (application.state !== 'SUBMITTED') return refused('told-already')
  const cardId = orderedCard(state, application)
  const { applicationId, studentId } = application
  return done(
    { type: 'card-made', cardId, studentId, state: 'ORDERED' },
    applicationMoved(application, 'IN_PRODUCTION'),
    { type: 'production-begun', applicationId, studentId, cardId, on },
  )
}

/** 退回 of what was paid for: the money waits for its refund, so that somebody sees to it. */
function moneyBack(state: CaseState, application: Application): readonly CaseEvent[] {
  const due = ordersFor(state, application)
    .filter((order) => order.state === 'CONFIRMED')
    .map((order) => orderMoved(order, 'REFUND_PENDING'))
  return [...cancelOpen(state, application), ...due]
}

function close({ applications }: CaseState): CaseDecision {
  const handed = applications.findLast(({ state }) => state === 'HANDED_OVER')
  if (handed !== undefined) return done(applicationMoved(handed, 'CLOSED'))
  return refused(
    applications.some(({ state }) => isOver(state)) ? 'told-already' : 'no-application',
  )
}
