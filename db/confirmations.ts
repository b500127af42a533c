import type { Application } from '../core/application.ts'
import { assertNever } from '../core/assertNever.ts'
import {
  decideConfirmation,
  decideTakingBack,
  standingOf,
  type CardData,
  type CardDataSaid,
  type CardDataWithdrawn,
  type ConfirmationDecision,
  type ConfirmationEvent,
  type ConfirmationMade,
  type ConfirmationRefusal,
  type ConfirmationStanding,
  type Outcome,
  type RecordConfirmation,
  type TakingBackRefusal,
  type WithdrawConfirmation,
} from '../core/confirmation.ts'
import { canonical } from '../core/outbox.ts'
import { byAct, type ActToStore } from './applicationActs.ts'
import { getApplication, type ByAct } from './applications.ts'
import { appendAudit } from './audit.ts'
import { cardDataNow, markOf } from './cardData.ts'
import type { Database } from './database.ts'
import { storeEvent } from './events.ts'
import { appendCommand } from './outbox.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

interface ConfirmationRow {
  readonly version: number
  readonly at: number
  readonly operatorId: string | null
  readonly data: string
  readonly outcome: string
}

/** What was said last of the data on an application and not taken back; null: nothing. */
export function lastConfirmation(db: Database, applicationId: string): ConfirmationMade | null {
  return reading('The confirmation was not looked up', () => {
    const row = prepared<[string], ConfirmationRow>(
      db,
      `SELECT version, at, operator_id AS operatorId, data, outcome FROM confirmation
       WHERE application_id = ? AND taken_back = 0 ORDER BY seq DESC LIMIT 1`,
    ).get(applicationId)
    return row === undefined ? null : confirmationOf(row)
  })
}

export function confirmationOf(row: ConfirmationRow): ConfirmationMade {
  const { version, at, operatorId } = row
  const data = JSON.parse(row.data) as CardData
  return { version, at, operatorId, data, outcome: JSON.parse(row.outcome) as Outcome }
}

export function standingNow(
  db: Database,
  { applicationId }: Application,
  data: CardData,
): ConfirmationStanding {
  return standingOf(lastConfirmation(db, applicationId), data)
}

/**
 * Records what was said of the data on an application: decided, queued, shown and written into the log in one
 * transaction. A refusal writes nothing.
 *
 * @param order `seen`: the mark of the data that stood on the screen (db/cardData.ts)
 * @throws DeskError; then nothing was recorded
 */
export function recordConfirmation(
  db: Database,
  order: ActToStore & {
    readonly applicationId: string
    readonly outcome: Outcome
    readonly seen: string
  },
): ConfirmationDecision<CardDataSaid, ConfirmationRefusal> {
  const { cmdId, applicationId, outcome, seen, recorder, moment, audit } = order
  return writing(db, 'What was said of the data was not recorded', () => {
    const application = getApplication(db, applicationId)
    const now = application === null ? null : cardDataNow(db, application.studentId)
    if (now === null) return { kind: 'refused', why: 'not-open' }
    const { data, enrolment } = now
    const last = lastConfirmation(db, applicationId)
    const state = { application, enrolment, last, data, mark: markOf(data) }
    const decision = decideConfirmation(state, outcome, seen)
    if (decision.kind === 'refused') return decision
    const { studentId, version } = decision.event
    const payload: RecordConfirmation = { applicationId, studentId, version, data, outcome }
    appendCommand(db, {
      command: { cmdId, type: 'confirmation.recorded', schemaVersion: 1, payload, basedOn: {} },
      recorder,
      moment,
    })
    applyConfirmation(db, decision.event, byAct(order))
    const kind = outcome.kind === 'confirmed' ? 'card-data-confirmed' : 'card-data-disputed'
    appendAudit(db, { kind, studentId, about: applicationId, reason: null }, audit)
    return decision
  })
}

/**
 * Takes back what was said last, as `recordConfirmation` records it.
 *
 * @param order `reason`: why; null: a slip
 * @throws DeskError; then it stands
 */
export function takeConfirmationBack(
  db: Database,
  order: ActToStore & { readonly applicationId: string; readonly reason: string | null },
): ConfirmationDecision<CardDataWithdrawn, TakingBackRefusal> {
  const { cmdId, applicationId, reason, recorder, moment, audit } = order
  return writing(db, 'What was said of the data was not taken back', () => {
    const application = getApplication(db, applicationId)
    const last = lastConfirmation(db, applicationId)
    const slip = reason === null
    const decision = decideTakingBack(application, last, slip, byAct(order))
    if (decision.kind === 'refused') return decision
    const { studentId, version } = decision.event
    const payload: WithdrawConfirmation = { applicationId, studentId, version, slip }
    appendCommand(db, {
      command: { cmdId, type: 'confirmation.withdrawn', schemaVersion: 1, payload, basedOn: {} },
      recorder,
      moment,
    })
    applyConfirmation(db, decision.event, byAct(order))
    appendAudit(db, { kind: 'card-data-reopened', studentId, about: applicationId, reason }, audit)
    return decision
  })
}

/** Shows an event in the tables. Inside a transaction. */
function applyConfirmation(db: Database, event: ConfirmationEvent, act: ByAct): void {
  const { applicationId, version } = event
  const { cmdId, at, operatorId } = act
  switch (event.type) {
    case 'card-data-said':
      prepared<(string | number | null)[]>(
        db,
        `INSERT INTO confirmation (application_id, version, at, operator_id, data, outcome)
         VALUES (?, ?, ?, ?, ?, ?)`,
      ).run(
        ...[applicationId, version, at, operatorId],
        ...[canonical(event.data), canonical(event.outcome)],
      )
      break
    case 'card-data-withdrawn':
      prepared<[string]>(
        db,
        `UPDATE confirmation SET taken_back = 1 WHERE seq = (
           SELECT max(seq) FROM confirmation WHERE application_id = ? AND taken_back = 0)`,
      ).run(applicationId)
      break
    default:
      assertNever(event)
  }
  storeEvent(db, { cmdId, at, event })
}

/** Found again after a loss: what was said is a fact (domain.md 5.9). */
export function replayConfirmation(db: Database, said: RecordConfirmation, act: ByAct): void {
  if (getApplication(db, said.applicationId) === null) return
  applyConfirmation(db, { type: 'card-data-said', ...said }, act)
}

export function replayTakenBack(db: Database, command: WithdrawConfirmation, act: ByAct): void {
  const { applicationId, studentId, version } = command
  applyConfirmation(db, { type: 'card-data-withdrawn', applicationId, studentId, version }, act)
}
