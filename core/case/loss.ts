import type { Application } from '../application.ts'
import {
  activeCards,
  cardFor,
  cardIn,
  hasLeft,
  isHere,
  openApplicationIn,
  type CaseState,
} from './caseState.ts'
import type { CaseCommands } from './commands.ts'
import { done, moved, refused, type CaseContext, type CaseDecision } from './decided.ts'
import type { CaseEvent, CaseEventOf } from './events.ts'
import { endUnpaid, isUnpaid } from './unpaid.ts'
import { wasReplaced } from './wasReplaced.ts'

/** 挂失. A report of an earlier hour corrects the one there: it says who bears what was paid with the card. */
export function reportLoss(
  state: CaseState,
  { cardId, studentId, reportedAt, where, by }: CaseCommands['loss.reported'],
  { at }: CaseContext,
): CaseDecision {
  const card = cardIn(state, cardId)
  if (card === null) return refused('card-unknown')
  if (reportedAt > at) return refused('in-the-future')
  const told: CaseEventOf<'loss-told'> = {
    ...{ type: 'loss-told', cardId, studentId, reportedAt, where, by },
  }
  if (card.state === 'ACTIVE') return done(moved(card, 'LOST'), told)
  if (card.state !== 'LOST') return refused('card-not-active')
  return reportedAt < card.since ? done(told) : refused('lost-already')
}

/** 解挂: only with the card itself on the reader, whose number is the record's. */
export function liftLoss(
  state: CaseState,
  { cardId, reason }: CaseCommands['loss.lifted'],
  context: CaseContext,
): CaseDecision {
  const card = cardIn(state, cardId)
  if (card === null) return refused('card-unknown')
  if (card.state === 'REPLACED') return refused('replaced')
  if (card.state !== 'LOST') return refused('not-lost')
  return backInUse(state, cardId, reason !== null, context)
}

/** 解挂 of a replaced card: the new one is lost, the old one found. Never offline (domain.md 5.9). */
export function reactivateReplaced(
  state: CaseState,
  { cardId }: CaseCommands['replaced.reactivated'],
  context: CaseContext,
): CaseDecision {
  const card = cardIn(state, cardId)
  if (card === null) return refused('card-unknown')
  const isReplaced =
    card.state === 'REPLACED' || (card.state === 'FOUND_HELD' && wasReplaced(state, card))
  if (!isReplaced) return refused('not-replaced')
  if (!context.mayReactivate) return refused('not-allowed')
  if (!context.isSupervisor) return refused('needs-supervisor')
  if (!context.online) return refused('needs-city')
  return backInUse(state, cardId, false, context)
}

/**
 * A card is good again. An application for another one ends with it while nothing is paid; behind the payment a
 * supervisor decides, and production goes on (domain.md 5.7-1, 5.7-2).
 */
export function backInUse(
  state: CaseState,
  cardId: string,
  overrides: boolean,
  context: CaseContext,
): CaseDecision {
  const card = cardIn(state, cardId)
  if (card === null) return refused('card-unknown')
  if (context.tapped !== cardId) return refused('chip-not-proven')
  if (hasLeft(state)) return refused('pupil-left')
  if (activeCards(state).length > 0) return refused('holds-other')
  const application = openApplicationIn(state)
  const ends = application === null ? [] : endedBy(state, application, overrides, context)
  return ends instanceof Array ? done(...ends, moved(card, 'ACTIVE')) : ends
}

function endedBy(
  state: CaseState,
  application: Application,
  overrides: boolean,
  { isSupervisor }: CaseContext,
): readonly CaseEvent[] | CaseDecision {
  if (isUnpaid(state, application)) return endUnpaid(state, application, 'WITHDRAWN')
  if (isHere(cardFor(state, application))) return refused('new-card-here')
  if (!overrides) return refused('paid-already')
  return isSupervisor ? [] : refused('needs-supervisor')
}
