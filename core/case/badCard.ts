import type { Application } from '../application.ts'
import {
  activeCards,
  cardIn,
  hasLeft,
  openApplicationIn,
  type CaseCard,
  type CaseState,
} from './caseState.ts'
import type { CaseCommands } from './commands.ts'
import {
  applicationMoved,
  done,
  moved,
  refused,
  type CaseContext,
  type CaseDecision,
} from './decided.ts'
import type { CaseEvent } from './events.ts'
import { orderedCard } from './orderedCard.ts'
import { wasReplaced } from './wasReplaced.ts'

/** 坏卡. One that came broken is made again without a fee (domain.md 5.7-18). */
export function markDamaged(
  state: CaseState,
  { cardId, studentId, how }: CaseCommands['card.damaged'],
  { today }: CaseContext,
): CaseDecision {
  const card = cardIn(state, cardId)
  if (card === null) return refused('card-unknown')
  if (card.state !== 'ACTIVE' && card.state !== 'ARRIVED') return refused('card-not-active')
  const told: CaseEvent = { type: 'damage-told', cardId, studentId, how }
  const waiting = card.state === 'ARRIVED' ? waitingFor(state, card) : null
  if (waiting?.state === 'ON_HOLD') return refused('on-hold')
  const again = waiting === null ? [] : madeAgain(state, waiting, today)
  return done(moved(card, 'DAMAGED'), told, ...again)
}

/** The application this card came for. What is on hold decides nothing of its card until it is taken up. */
function waitingFor(state: CaseState, { cardId }: CaseCard): Application | null {
  const application = openApplicationIn(state)
  if (application?.cardId !== cardId) return null
  return application.state === 'ARRIVED' || application.state === 'ON_HOLD' ? application : null
}

function madeAgain(
  state: CaseState,
  application: Application,
  on: CaseContext['today'],
): readonly CaseEvent[] {
  const cardId = orderedCard(state, application)
  const { applicationId, studentId } = application
  return [
    { type: 'card-made', cardId, studentId, state: 'ORDERED' },
    applicationMoved(application, 'IN_PRODUCTION'),
    { type: 'production-begun', applicationId, studentId, cardId, on },
  ]
}

/** 退回: a broken card, one found that is nobody's to use, or one that came for somebody who has left. */
export function returnCard(
  state: CaseState,
  { cardId, studentId, to, reason }: CaseCommands['card.returned'],
): CaseDecision {
  const card = cardIn(state, cardId)
  if (card === null) return refused('card-unknown')
  if (!['ARRIVED', 'DAMAGED', 'FOUND_HELD'].includes(card.state))
    return refused('card-not-returnable')
  const told: CaseEvent = { type: 'return-told', cardId, studentId, to, reason }
  const waiting = waitingFor(state, card)
  if (waiting === null) return done(moved(card, 'RETURNED'), told)
  if (waiting.state === 'ON_HOLD') return refused('on-hold')
  // Somebody who has left gets it at the new school, or not at all; else it comes again (RETURNED → ARRIVED).
  const next = hasLeft(state) ? endOfLeaver(state) : 'IN_PRODUCTION'
  return done(moved(card, 'RETURNED'), told, applicationMoved(waiting, next))
}

function endOfLeaver({ pupil }: CaseState): 'TRANSFERRED' | 'WITHDRAWN' {
  const enrolment = pupil?.enrolment
  return enrolment?.kind === 'left' && enrolment.why === 'transferred' ? 'TRANSFERRED' : 'WITHDRAWN'
}

/** 作废, by a supervisor. Who waits for this very card must have left; who holds it keeps it. */
export function voidCard(
  state: CaseState,
  { cardId }: CaseCommands['card.voided'],
  { isSupervisor }: CaseContext,
): CaseDecision {
  const card = cardIn(state, cardId)
  if (card === null) return refused('card-unknown')
  if (!isSupervisor) return refused('needs-supervisor')
  if (!['ARRIVED', 'DAMAGED', 'FOUND_HELD', 'REPLACED'].includes(card.state))
    return refused('card-not-voidable')
  if (card.state === 'FOUND_HELD' && !hasLeft(state) && !wasReplaced(state, card))
    return refused('pupil-still-here')
  const waiting = waitingFor(state, card)
  if (waiting === null) return done(moved(card, 'VOID'))
  if (waiting.state === 'ON_HOLD') return refused('on-hold')
  if (!hasLeft(state)) return refused('pupil-still-here')
  return done(moved(card, 'VOID'), applicationMoved(waiting, endOfLeaver(state)))
}

/** 一人两卡: the city or an import brought a second card into use. One stays (domain.md 5.7-12). */
export function settleTwoCards(
  state: CaseState,
  { cardId, others }: CaseCommands['two-cards.settled'],
  { isSupervisor }: CaseContext,
): CaseDecision {
  const active = activeCards(state)
  if (active.length < 2 || !active.some((card) => card.cardId === cardId))
    return refused('not-two-cards')
  if (!isSupervisor) return refused('needs-supervisor')
  const out = active.filter((card) => card.cardId !== cardId)
  return done(...out.map((card) => moved(card, others)))
}
