import {
  activeCards,
  applicationIn,
  cardFor,
  cardIn,
  hasLeft,
  isHere,
  liveOrder,
  openApplicationIn,
  type CaseState,
} from './caseState.ts'
import { isOver } from './applicationStates.ts'
import type { CaseCommands } from './commands.ts'
import { applicationMoved, done, refused, type CaseContext, type CaseDecision } from './decided.ts'
import { feeOn, waived } from './fee.ts'
import { noSlip } from '../ownAct.ts'
import { beginNow } from './orderedCard.ts'
import { cancelOpen, endUnpaid, isUnpaid } from './unpaid.ts'

/** 补卡申请: for a card that is lost or broken, one at a time. A clerk's waiver waits for a supervisor. */
export function applyForReissue(
  state: CaseState,
  { applicationId, studentId, oldCardId, cause, waiver }: CaseCommands['reissue.applied'],
  { today, isSupervisor }: CaseContext,
): CaseDecision {
  if (state.pupil === null) return refused('pupil-unknown')
  if (hasLeft(state)) return refused('pupil-left')
  if (openApplicationIn(state) !== null) return refused('application-open')
  if (cardIn(state, oldCardId)?.state !== STATE_OF[cause]) return refused('not-lost-nor-damaged')
  if (activeCards(state).length > 0) return refused('holds-other')
  if (state.cards.some(isHere)) return refused('new-card-here')
  if (liveOrder(state) !== null) return refused('order-open')
  const draft = waiver !== null && !isSupervisor
  const fee = waiver === null ? feeOn(today) : waived(feeOn(today))
  return done({
    ...{ type: 'reissue-applied', applicationId, studentId, oldCardId, cause, fee, draft },
  })
}

const STATE_OF = { lost: 'LOST', damaged: 'DAMAGED' } as const

/** 免缴, or not: either way the application goes on. */
export function decideWaiver(
  state: CaseState,
  { applicationId, studentId, waived: isWaived }: CaseCommands['waiver.decided'],
  { today, isSupervisor }: CaseContext,
): CaseDecision {
  const application = applicationIn(state, applicationId)
  if (application?.state !== 'DRAFT') return refused('not-a-draft')
  if (!isSupervisor) return refused('needs-supervisor')
  const fee = isWaived ? waived(feeOn(today)) : feeOn(today)
  return done(applicationMoved(application, 'SUBMITTED'), {
    ...{ type: 'fee-decided', applicationId, studentId, fee },
  })
}

/** 撤回申请, with its order. Behind the payment it goes on: the card comes. */
export function withdrawReissue(
  state: CaseState,
  { applicationId, reason }: CaseCommands['reissue.withdrawn'],
  context: CaseContext,
): CaseDecision {
  const application = applicationIn(state, applicationId)
  if (application?.kind !== 'reissue' || isOver(application.state)) return refused('no-application')
  if (application.listId !== null) return refused('listed')
  if (!isUnpaid(state, application)) return refused('paid-already')
  const { openedAt: at, openedBy: operatorId } = application
  const why = reason === null ? noSlip({ at, operatorId }, context) : null
  return why === null ? done(...endUnpaid(state, application, 'WITHDRAWN')) : refused(why)
}

/** 暂缓, and on from where it stood, or with what came meanwhile: its card, or the money for it. */
export function holdApplication(
  state: CaseState,
  { applicationId, hold }: CaseCommands['application.held'],
  { isSupervisor, today }: CaseContext,
): CaseDecision {
  const application = applicationIn(state, applicationId)
  if (application === null || isOver(application.state)) return refused('no-application')
  if (!isSupervisor) return refused('needs-supervisor')
  if (!hold) {
    const from = application.heldFrom
    if (from === null) return refused('not-held')
    const to = isHere(cardFor(state, application)) ? 'ARRIVED' : from
    const goesOn = { ...application, state: to, heldFrom: null }
    return done(applicationMoved(application, to), ...beginNow(state, goesOn, today))
  }
  const holdable = ['SUBMITTED', 'IN_PRODUCTION', 'SHIPPED_TO_DISTRICT', 'ARRIVED']
  if (!holdable.includes(application.state)) return refused('not-holdable')
  return done(applicationMoved(application, 'ON_HOLD'))
}

/** It moves with the roll: what is paid stays paid, what is not is cancelled (domain.md 5.7-9). */
export function transferApplication(
  state: CaseState,
  { applicationId }: CaseCommands['application.transferred'],
): CaseDecision {
  const application = applicationIn(state, applicationId)
  if (application === null || isOver(application.state)) return refused('no-application')
  if (!hasLeft(state)) return refused('pupil-still-here')
  return done(...cancelOpen(state, application), applicationMoved(application, 'TRANSFERRED'))
}
