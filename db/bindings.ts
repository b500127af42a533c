import {
  decideBinding,
  decideUnbinding,
  type BindCard,
  type BindingDecision,
  type BindingMade,
  type BindingState,
  type CardBound,
  type CardUnbound,
  type KnownCard,
  type UnbindCard,
  type UnbindingDecision,
} from '../core/binding.ts'
import type { CardIdentifier } from '../core/card.ts'
import { matchCard } from '../core/matching.ts'
import { byAct, storeAct, type ActToStore, type ByAct } from './acts.ts'
import { moveApplications } from './applications.ts'
import { cardsOfStudent, findCandidates, getCard, printedBeginningWith } from './cards.ts'
import type { Database } from './database.ts'
import { actMade, storeEvent } from './events.ts'
import { getOperator } from './operators.ts'
import { withPupilFound } from './searchPupil.ts'
import { prepared } from './statements.ts'
import { ownPupil } from './students.ts'

/** All that a binding is decided by. */
export function bindingState(
  db: Database,
  studentId: string,
  identifiers: readonly CardIdentifier[],
): BindingState {
  const student = ownPupil(db, studentId)
  const read = identifiers.filter(({ kind }) => kind !== 'printed')
  const match = matchCard(read, findCandidates(db, read))
  const printed = identifiers.flatMap(({ kind, value }) =>
    kind === 'printed' ? printedBeginningWith(db, value) : [],
  )
  const found = new Set([
    ...(match.kind === 'card' ? [match.cardId] : match.kind === 'disagree' ? match.cardIds : []),
    ...printed,
  ])
  const [first] = found
  return {
    pupil: student === null ? null : { enrolment: student.enrolment.kind },
    cards: cardsOfStudent(db, studentId).map(({ id, state }) => ({ cardId: id, studentId, state })),
    found: first === undefined ? null : knownCard(db, first),
    disagree: match.kind === 'disagree' || found.size > 1,
  }
}

export function knownCard(db: Database, cardId: string): KnownCard | null {
  const card = getCard(db, cardId)
  return card === null ? null : { cardId, studentId: card.studentId, state: card.state }
}

/**
 * Binds a card to a pupil.
 *
 * @param order `reason`: a supervisor's, where the card was another pupil's
 * @throws DeskError; then the card is not bound
 */
export function bindCard(
  db: Database,
  order: ActToStore & { readonly command: BindCard; readonly reason: string | null },
): BindingDecision {
  const { command, reason } = order
  return storeAct(
    db,
    order,
    'The card was not bound',
    () => decideBinding(bindingState(db, command.studentId, command.identifiers), command),
    ({ event }) => {
      const { studentId, cardId: about } = event
      const kind = event.before === null ? 'card-bound' : 'card-rebound'
      return {
        command: { type: 'card.bound', payload: { ...command, cardId: event.cardId } },
        show: (act) => applyBound(db, event, act),
        audit: { kind, studentId, about, reason },
      }
    },
  )
}

/** Shows a binding in the tables. Inside a transaction. */
export function applyBound(
  db: Database,
  event: CardBound,
  { cmdId, at, operatorId: by }: ByAct,
): void {
  const { cardId, studentId, identifiers, faceSchool, faceValidTo, before } = event
  withPupilFound(db, [studentId, before?.studentId ?? null], () => {
    prepared<(string | number | null)[]>(
      db,
      `INSERT INTO card (id, student_id, state, state_since, state_by, face_valid_to, face_school, load)
       VALUES (?, ?, 'ACTIVE', ?, ?, ?, ?, 0)
       ON CONFLICT (id) DO UPDATE SET student_id = excluded.student_id,
         state_since = excluded.state_since, state_by = excluded.state_by`,
    ).run(cardId, studentId, at, nameOf(db, by), faceValidTo, faceSchool)
    const identifier = prepared<(string | number)[]>(
      db,
      `INSERT INTO card_identifier (card_id, kind, value, source, first_seen_at, load)
       VALUES (?, ?, ?, 'desk', ?, 0) ON CONFLICT (card_id, kind, value) DO NOTHING`,
    )
    for (const { kind, value } of identifiers) identifier.run(cardId, kind, value, at)
  })
  moveApplications(db, { cardId, to: studentId, from: before?.studentId ?? null, at })
  storeEvent(db, { cmdId, at, event })
}

/** Shows an undone binding in the tables. Inside a transaction. */
export function applyUnbound(
  db: Database,
  event: CardUnbound,
  { cmdId, at, operatorId: by }: ByAct,
): void {
  const { cardId, studentId, back } = event
  withPupilFound(db, [studentId, back?.studentId ?? null], () => {
    if (back === null) {
      prepared<[string]>(db, 'DELETE FROM card_identifier WHERE card_id = ?').run(cardId)
      prepared<[string]>(db, 'DELETE FROM card WHERE id = ?').run(cardId)
    } else
      prepared<(string | number | null)[]>(
        db,
        'UPDATE card SET student_id = ?, state_since = ?, state_by = ? WHERE id = ?',
      ).run(back.studentId, at, nameOf(db, by), cardId)
  })
  moveApplications(db, { cardId, to: back?.studentId ?? null, from: studentId, at })
  storeEvent(db, { cmdId, at, event })
}

const nameOf = (db: Database, operatorId: string | null): string | null =>
  operatorId === null ? null : (getOperator(db, operatorId)?.name ?? null)

/** A binding as it was recorded; null: no act of this id bound a card. */
export function bindingMade(db: Database, cmdId: string): BindingMade | null {
  const made = actMade(db, cmdId)
  return made?.event.type === 'card-bound' ? { ...made, event: made.event } : null
}

/** Takes a binding back. @param order `undoes`: the binding's act. @throws DeskError; then it stands */
export function unbindCard(
  db: Database,
  order: ActToStore & { readonly undoes: string },
): UnbindingDecision {
  const { undoes } = order
  return storeAct(
    db,
    order,
    'The binding was not taken back',
    () => {
      const made = bindingMade(db, undoes)
      const now = made === null ? null : knownCard(db, made.event.cardId)
      return decideUnbinding(made, now, byAct(order))
    },
    ({ event }) => {
      const { cardId, studentId } = event
      return {
        command: { type: 'card.unbound', payload: { cardId, studentId, undoes } },
        show: (act) => applyUnbound(db, event, act),
        audit: { kind: 'card-unbound', studentId, about: cardId, reason: null },
      }
    },
  )
}

/** Found commands that are put back after a loss: decided by what is here, like anywhere else. */
export function replayBound(db: Database, command: BindCard, act: ByAct): void {
  const state = bindingState(db, command.studentId, command.identifiers)
  const decision = decideBinding(state, command)
  if (decision.kind === 'done') applyBound(db, decision.event, act)
}

export function replayUnbound(db: Database, { undoes }: UnbindCard, act: ByAct): void {
  const made = bindingMade(db, undoes)
  const now = made === null ? null : knownCard(db, made.event.cardId)
  if (made === null || made.operatorId === null) return
  const context = { at: made.at, operatorId: made.operatorId }
  const decision = decideUnbinding(made, now, context)
  if (decision.kind === 'done') applyUnbound(db, decision.event, act)
}
