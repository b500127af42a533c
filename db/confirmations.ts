import { assertNever } from '../core/assertNever.ts'
import {
  decideConfirmation,
  decideTakingBack,
  type CardDataSaid,
  type CardDataWithdrawn,
  type ConfirmationDecision,
  type ConfirmationEvent,
  type ConfirmationRefusal,
  type Outcome,
  type RecordConfirmation,
  type TakingBackRefusal,
  type WithdrawConfirmation,
} from '../core/confirmation.ts'
import { canonical } from '../core/outbox.ts'
import { byAct, storeAct, type ActToStore, type ByAct } from './acts.ts'
import { getApplication } from './applications.ts'
import { beginOnceConfirmed } from './caseActs.ts'
import { cardDataNow, markOf } from './cardData.ts'
import { lastConfirmation } from './confirmationRows.ts'
import type { Database } from './database.ts'
import { storeEvent } from './events.ts'
import { prepared } from './statements.ts'

/**
 * Records what was said of the data on an application.
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
  const { applicationId, outcome, seen } = order
  return storeAct(
    db,
    order,
    'What was said of the data was not recorded',
    () => {
      const application = getApplication(db, applicationId)
      const now = application === null ? null : cardDataNow(db, application.studentId)
      if (now === null) return { kind: 'refused', why: 'not-open' }
      const { data, enrolment } = now
      const last = lastConfirmation(db, applicationId)
      const state = { application, enrolment, last, data, mark: markOf(data) }
      return decideConfirmation(state, outcome, seen)
    },
    ({ event }) => {
      const { studentId, version, data } = event
      const kind = outcome.kind === 'confirmed' ? 'card-data-confirmed' : 'card-data-disputed'
      return {
        command: {
          type: 'confirmation.recorded',
          payload: { applicationId, studentId, version, data, outcome },
        },
        show(act) {
          applyConfirmation(db, event, act)
          beginOnceConfirmed(db, event, act)
        },
        audit: { kind, studentId, about: applicationId, reason: null },
      }
    },
  )
}

/**
 * Takes back what was said last.
 *
 * @param order `reason`: why; null: a slip
 * @throws DeskError; then it stands
 */
export function takeConfirmationBack(
  db: Database,
  order: ActToStore & { readonly applicationId: string; readonly reason: string | null },
): ConfirmationDecision<CardDataWithdrawn, TakingBackRefusal> {
  const { applicationId, reason } = order
  const slip = reason === null
  return storeAct(
    db,
    order,
    'What was said of the data was not taken back',
    () =>
      decideTakingBack(
        getApplication(db, applicationId),
        lastConfirmation(db, applicationId),
        slip,
        byAct(order),
      ),
    ({ event }) => {
      const { studentId, version } = event
      return {
        command: {
          type: 'confirmation.withdrawn',
          payload: { applicationId, studentId, version, slip },
        },
        show: (act) => applyConfirmation(db, event, act),
        audit: { kind: 'card-data-reopened', studentId, about: applicationId, reason },
      }
    },
  )
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
  beginOnceConfirmed(db, said, act)
}

export function replayTakenBack(db: Database, command: WithdrawConfirmation, act: ByAct): void {
  const { applicationId, studentId, version } = command
  applyConfirmation(db, { type: 'card-data-withdrawn', applicationId, studentId, version }, act)
}
