import {
  decideOpening,
  decideWithdrawal,
  type Decided,
  type OpenApplication,
  type OpeningRefusal,
  type OpeningState,
  type WithdrawalRefusal,
  type WithdrawApplication,
} from '../core/application.ts'
import type { AuditMoment } from '../core/audit.ts'
import { applyApplication, getApplication, openApplicationOf, type ByAct } from './applications.ts'
import { cardsOfStudent } from './cards.ts'
import type { Database } from './database.ts'
import { appendAudit } from './audit.ts'
import { appendCommand, type Append } from './outbox.ts'
import { getStudent } from './students.ts'
import { writing } from './writing.ts'

/** What every act on an application comes with. */
export interface ActToStore extends Omit<Append, 'command'> {
  /** UUIDv7 */
  readonly cmdId: string
  readonly audit: AuditMoment
}

export const byAct = ({ cmdId, moment, recorder }: ActToStore): ByAct => ({
  cmdId,
  at: moment.recordedAt,
  operatorId: recorder.operatorId,
})

export function openingState(db: Database, studentId: string): OpeningState {
  const student = getStudent(db, studentId)
  const known = student?.ownSchool === true && student.educationId !== null
  return {
    pupil: known ? { enrolment: student.enrolment.kind } : null,
    cards: cardsOfStudent(db, studentId).map(({ id, state }) => ({ cardId: id, studentId, state })),
    open: openApplicationOf(db, studentId),
  }
}

/**
 * Applies for a pupil's card: decided, queued, shown and written into the log in one transaction. A refusal
 * writes nothing.
 *
 * @throws DeskError; then nothing was applied for
 */
export function openApplication(
  db: Database,
  order: ActToStore & { readonly command: OpenApplication },
): Decided<OpeningRefusal> {
  const { cmdId, command, recorder, moment, audit } = order
  return writing(db, 'The card was not applied for', () => {
    const decision = decideOpening(openingState(db, command.studentId), command)
    if (decision.kind === 'refused') return decision
    const { applicationId: about, studentId } = command
    appendCommand(db, {
      command: {
        ...{ cmdId, type: 'application.opened', schemaVersion: 1, payload: command, basedOn: {} },
      },
      recorder,
      moment,
    })
    applyApplication(db, decision.event, byAct(order))
    appendAudit(db, { kind: 'application-opened', studentId, about, reason: null }, audit)
    return decision
  })
}

/**
 * Withdraws an application, as `openApplication` makes one.
 *
 * @param order `reason`: why; null: a slip
 * @throws DeskError; then it stands
 */
export function withdrawApplication(
  db: Database,
  order: ActToStore & { readonly applicationId: string; readonly reason: string | null },
): Decided<WithdrawalRefusal> {
  const { cmdId, applicationId, reason, recorder, moment, audit } = order
  return writing(db, 'The application was not withdrawn', () => {
    const application = getApplication(db, applicationId)
    const studentId = application?.studentId ?? ''
    const payload: WithdrawApplication = { applicationId, studentId, slip: reason === null }
    const decision = decideWithdrawal(application, payload, byAct(order))
    if (decision.kind === 'refused') return decision
    appendCommand(db, {
      command: { cmdId, type: 'application.withdrawn', schemaVersion: 1, payload, basedOn: {} },
      recorder,
      moment,
    })
    applyApplication(db, decision.event, byAct(order))
    appendAudit(
      db,
      { kind: 'application-withdrawn', studentId, about: applicationId, reason },
      audit,
    )
    return decision
  })
}

/**
 * Found again after a loss. Whether it was allowed was decided when it was recorded, by a roll that may not be
 * back yet; but of two open ones of a pupil the first stays.
 */
export function replayOpened(db: Database, command: OpenApplication, act: ByAct): void {
  if (openApplicationOf(db, command.studentId) !== null) return
  applyApplication(db, { type: 'application-opened', ...command }, act)
}

export function replayWithdrawn(db: Database, command: WithdrawApplication, act: ByAct): void {
  const { applicationId, studentId } = command
  applyApplication(db, { type: 'application-withdrawn', applicationId, studentId }, act)
}
