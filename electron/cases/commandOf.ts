import { v7 as uuidv7 } from 'uuid'
import type { CaseCommand } from '../../core/case/commands.ts'
import type { CaseWish } from '../../core/case/caseWish.ts'
import type { CardIdentifier } from '../../core/card.ts'

/**
 * The command a wish of the page becomes.
 *
 * @param identifiers of the card on the reader, as main read them
 */
export function commandOf(wish: CaseWish, identifiers: readonly CardIdentifier[]): CaseCommand {
  switch (wish.act) {
    case 'report-loss':
      return { type: 'loss.reported', payload: { ...asked(wish), by: 'desk' } }
    case 'lift-loss':
      return { type: 'loss.lifted', payload: asked(wish) }
    case 'reactivate':
      return { type: 'replaced.reactivated', payload: asked(wish) }
    case 'take-found':
      return { type: 'card.found', payload: asked(wish) }
    case 'claim-found':
      return { type: 'found.claimed', payload: asked(wish) }
    case 'mark-damaged':
      return { type: 'card.damaged', payload: asked(wish) }
    case 'return-card':
      return { type: 'card.returned', payload: asked(wish) }
    case 'void-card':
      return { type: 'card.voided', payload: asked(wish) }
    case 'settle-two':
      return { type: 'two-cards.settled', payload: asked(wish) }
    case 'apply':
      return { type: 'reissue.applied', payload: { ...asked(wish), applicationId: uuidv7() } }
    case 'decide-waiver':
      return { type: 'waiver.decided', payload: asked(wish) }
    case 'withdraw':
      return { type: 'reissue.withdrawn', payload: asked(wish) }
    case 'hold':
      return { type: 'application.held', payload: asked(wish) }
    case 'send-on':
      return { type: 'application.transferred', payload: asked(wish) }
    case 'open-order':
      return { type: 'order.opened', payload: { ...asked(wish), orderId: uuidv7() } }
    case 'move-order':
      return { type: 'order.moved', payload: asked(wish) }
    case 'claim-payment':
      return { type: 'order.claimed', payload: asked(wish) }
    case 'hand-over':
      return { type: 'card.handed-over', payload: { ...asked(wish), identifiers } }
    case 'close-pack': {
      const { studentId, cardId, how, oldCard } = wish
      return { type: 'pack.closed', payload: { studentId, cardId, how, oldCard, identifiers } }
    }
    case 'undo': {
      const { studentId, cmdId: undoes } = wish
      return { type: 'case.undone', payload: { studentId, undoes } }
    }
  }
}

function asked<W extends CaseWish>(wish: W): Omit<W, 'act'> {
  const payload: Omit<W, 'act'> & { act?: W['act'] } = { ...wish }
  delete payload.act
  return payload
}
