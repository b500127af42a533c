import { assertNever } from '../core/assertNever.ts'
import { applyCase } from '../core/case/applyCase.ts'
import type { CaseCard, CaseState } from '../core/case/caseState.ts'
import type { CaseEvent, CaseEventOf } from '../core/case/events.ts'
import type { ByAct } from './acts.ts'
import { storeApplication } from './applications.ts'
import { caseOf } from './cases.ts'
import type { Database } from './database.ts'
import { storeEvent } from './events.ts'
import { storeFeeOrder } from './feeOrders.ts'
import { getOperator } from './operators.ts'
import { withPupilFound } from './searchPupil.ts'
import { prepared } from './statements.ts'

/** Shows what an act came to in the tables: what changed of the case, and what was told with it. Inside a transaction. */
export function showCaseEvents(
  db: Database,
  studentId: string,
  events: readonly CaseEvent[],
  act: ByAct,
): void {
  const before = caseOf(db, studentId)
  const after = events.reduce((now, event) => applyCase(now, event, act), before)
  withPupilFound(db, [studentId], () => {
    storeCards(db, before, after, act)
    for (const event of events) tell(db, event, act)
  })
  for (const one of after.applications)
    if (!before.applications.includes(one)) storeApplication(db, one)
  for (const one of after.orders) if (!before.orders.includes(one)) storeFeeOrder(db, one)
  for (const event of events) storeEvent(db, { cmdId: act.cmdId, at: act.at, event })
}

function storeCards(db: Database, before: CaseState, after: CaseState, act: ByAct): void {
  const by = act.operatorId === null ? null : (getOperator(db, act.operatorId)?.name ?? null)
  for (const card of after.cards) if (!before.cards.includes(card)) storeCard(db, card, by)
  const stays = new Set(after.cards.map(({ cardId }) => cardId))
  for (const { cardId } of before.cards)
    if (!stays.has(cardId)) {
      prepared<[string]>(db, 'DELETE FROM card_identifier WHERE card_id = ?').run(cardId)
      prepared<[string]>(db, 'DELETE FROM card WHERE id = ?').run(cardId)
    }
}

function storeCard(db: Database, card: CaseCard, by: string | null): void {
  const { cardId, studentId, state, since, before } = card
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO card (id, student_id, state, state_since, state_before, state_by, load)
     VALUES (?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, state_since = excluded.state_since,
       state_before = excluded.state_before, state_by = excluded.state_by`,
  ).run(cardId, studentId, state, since, before, by)
}

/** What has a table of its own beside the case. */
function tell(db: Database, event: CaseEvent, act: ByAct): void {
  switch (event.type) {
    case 'card-identified': {
      const insert = prepared<(string | number)[]>(
        db,
        `INSERT INTO card_identifier (card_id, kind, value, source, first_seen_at, load)
         VALUES (?, ?, ?, 'desk', ?, 0) ON CONFLICT (card_id, kind, value) DO NOTHING`,
      )
      for (const { kind, value } of event.identifiers) insert.run(event.cardId, kind, value, act.at)
      break
    }
    case 'card-unidentified': {
      const remove = prepared<(string | number)[]>(
        db,
        `DELETE FROM card_identifier
         WHERE card_id = ? AND kind = ? AND value = ? AND source = 'desk' AND first_seen_at = ?`,
      )
      for (const { kind, value } of event.identifiers)
        remove.run(event.cardId, kind, value, event.readAt)
      break
    }
    case 'collected':
      storeCollection(db, event, act)
      break
    case 'collection-undone':
      prepared<[string]>(
        db,
        `UPDATE collection SET undone = 1 WHERE seq = (
           SELECT max(seq) FROM collection WHERE card_id = ? AND undone = 0)`,
      ).run(event.cardId)
      break
    case 'card-state-changed':
    case 'card-made':
    case 'card-unmade':
    case 'loss-told':
    case 'found-told':
    case 'damage-told':
    case 'return-told':
    case 'reissue-applied':
    case 'application-moved':
    case 'fee-decided':
    case 'production-begun':
    case 'card-assigned':
    case 'order-opened':
    case 'order-moved':
    case 'payment-claimed':
    case 'payment-told':
      break
    default:
      assertNever(event)
  }
}

function storeCollection(
  db: Database,
  event: CaseEventOf<'collected'>,
  { cmdId, at, operatorId }: ByAct,
): void {
  const { cardId, studentId, collector, oldCard, signature } = event
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO collection (cmd_id, card_id, student_id, at, operator_id, collector, old_card, signature)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[cmdId, cardId, studentId, at, operatorId, JSON.stringify(collector), oldCard, signature],
  )
}
