import { cardThatCame } from '../core/case/arrival.ts'
import type { CaseCommand } from '../core/case/commands.ts'
import type { CaseEvent } from '../core/case/events.ts'
import type { ByAct } from './acts.ts'
import type { Database } from './database.ts'
import { putDelivery, putDeliveryRow, rowArrived, rowMissing } from './deliveries.ts'
import { actMade, eventsOfAct } from './events.ts'

/** What an act on a case comes to on the lists of cards: one came, or its coming was a slip. Inside its transaction. */
export function showOnLists(
  db: Database,
  { type, payload }: CaseCommand,
  events: readonly CaseEvent[],
  act: ByAct,
): void {
  if (type === 'card.arrived' && payload.on !== undefined) {
    const { rowId, beside } = payload.on
    const cardId = cardThatCame(events)
    if (cardId === null) return
    if (beside !== null) {
      const { deliveryId, line } = beside
      const { studentId } = payload
      putDelivery(db, { deliveryId, fileDigest: null }, act)
      putDeliveryRow(db, deliveryId, { ...SAID_BY_NO_LIST, rowId, line, studentId })
    }
    rowArrived(db, rowId, cardId, act.at)
  }
  if (type === 'case.undone' && actMade(db, payload.undoes)?.type === 'card.arrived') {
    const cardId = cardThatCame(eventsOfAct(db, payload.undoes).map(({ event }) => event))
    if (cardId !== null) rowMissing(db, cardId)
  }
}

const SAID_BY_NO_LIST = {
  ...{ educationId: null, printedNumber: null, name: null, className: null },
  ...{ why: null, expected: false },
} as const
