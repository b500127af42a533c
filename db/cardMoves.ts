import type { EpochMs } from '../core/calendarDate.ts'
import type { CardState } from '../core/card.ts'
import type { Database } from './database.ts'
import { getOperator } from './operators.ts'
import { prepared } from './statements.ts'

/** Shows a card in another state, as somebody brought it there. Inside the transaction of the act. */
export function moveCard(
  db: Database,
  { cardId, to }: { readonly cardId: string; readonly to: CardState },
  { at, by }: { readonly at: EpochMs; readonly by: string | null },
): void {
  const name = by === null ? null : (getOperator(db, by)?.name ?? null)
  prepared<(string | number | null)[]>(
    db,
    `UPDATE card SET state_before = state, state = ?, state_since = ?, state_by = ? WHERE id = ?`,
  ).run(to, at, name, cardId)
}
