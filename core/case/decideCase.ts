import { assertNever } from '../assertNever.ts'
import { receiveCard } from './arrival.ts'
import { markDamaged, returnCard, settleTwoCards, voidCard } from './badCard.ts'
import type { CaseState } from './caseState.ts'
import { takeCityWord } from './cityWord.ts'
import type { CaseCommand } from './commands.ts'
import type { CaseContext, CaseDecision } from './decided.ts'
import { claimFound, takeFound } from './found.ts'
import { closePack, handOver, takePack } from './handOver.ts'
import { liftLoss, reactivateReplaced, reportLoss } from './loss.ts'
import { claimPayment, moveOrder, openOrder } from './order.ts'
import { takePayment } from './payment.ts'
import {
  applyForReissue,
  decideWaiver,
  holdApplication,
  transferApplication,
  withdrawReissue,
} from './reissue.ts'
import { undoCaseAct, type CaseActMade } from './undoCase.ts'

/**
 * Every act on a pupil's case, decided by the same rules at the desk and in the city (house.md, Acts).
 *
 * @param made the act that `case.undone` takes back; null: none, or another command
 */
export function decideCase(
  state: CaseState,
  command: CaseCommand,
  context: CaseContext,
  made: CaseActMade | null = null,
): CaseDecision {
  switch (command.type) {
    case 'loss.reported':
      return reportLoss(state, command.payload, context)
    case 'loss.lifted':
      return liftLoss(state, command.payload, context)
    case 'replaced.reactivated':
      return reactivateReplaced(state, command.payload, context)
    case 'card.found':
      return takeFound(state, command.payload)
    case 'found.claimed':
      return claimFound(state, command.payload, context)
    case 'card.damaged':
      return markDamaged(state, command.payload, context)
    case 'card.returned':
      return returnCard(state, command.payload)
    case 'card.voided':
      return voidCard(state, command.payload, context)
    case 'two-cards.settled':
      return settleTwoCards(state, command.payload, context)
    case 'reissue.applied':
      return applyForReissue(state, command.payload, context)
    case 'waiver.decided':
      return decideWaiver(state, command.payload, context)
    case 'reissue.withdrawn':
      return withdrawReissue(state, command.payload, context)
    case 'application.held':
      return holdApplication(state, command.payload, context)
    case 'application.transferred':
      return transferApplication(state, command.payload)
    case 'order.opened':
      return openOrder(state, command.payload)
    case 'order.moved':
      return moveOrder(state, command.payload, context)
    case 'order.claimed':
      return claimPayment(state, command.payload, context)
    case 'payment.told':
      return takePayment(state, command.payload)
    case 'application.told':
      return takeCityWord(state, command.payload)
    case 'card.arrived':
      return receiveCard(state, command.payload, context)
    case 'card.handed-over':
      return handOver(state, command.payload, context)
    case 'pack.taken':
      return takePack(state, command.payload, context)
    case 'pack.closed':
      return closePack(state, command.payload, context)
    case 'case.undone':
      return undoCaseAct(state, made, context)
    default:
      return assertNever(command)
  }
}
