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
import { byAct, storeAct, type ActToStore, type ByAct } from './acts.ts'
import { applyApplication, getApplication, openApplicationOf } from './applications.ts'
import { cardsOfStudent } from './cards.ts'
import type { Database } from './database.ts'
import { ownPupil } from './students.ts'

export function openingState(db: Database, studentId: string): OpeningState {
  const student = ownPupil(db, studentId)
  const known = student !== null && student.educationId !== null
  return {
    pupil: known ? { enrolment: student.enrolment.kind } : null,
    cards: cardsOfStudent(db, studentId).map(({ id, state }) => ({ cardId: id, studentId, state })),
    open: openApplicationOf(db, studentId),
  }
}

/** Applies for a pupil's card. @throws DeskError; then nothing was applied for */
export function openApplication(
  db: Database,
  order: ActToStore & { readonly command: OpenApplication },
): Decided<OpeningRefusal> {
  const { command: payload } = order
  const { applicationId: about, studentId } = payload
  return storeAct(
    db,
    order,
    'The card was not applied for',
    () => decideOpening(openingState(db, studentId), payload),
    ({ event }) => ({
      command: { type: 'application.opened', payload },
      show: (act) => applyApplication(db, event, act),
      audit: { kind: 'application-opened', studentId, about, reason: null },
    }),
  )
}

/**
 * Withdraws an application.
 *
 * @param order `reason`: why; null: a slip
 * @throws DeskError; then it stands
 */
export function withdrawApplication(
  db: Database,
  order: ActToStore & { readonly applicationId: string; readonly reason: string | null },
): Decided<WithdrawalRefusal> {
  const { applicationId, reason } = order
  const slip = reason === null
  return storeAct(
    db,
    order,
    'The application was not withdrawn',
    () => decideWithdrawal(getApplication(db, applicationId), slip, byAct(order)),
    ({ event }) => {
      const { studentId } = event
      return {
        command: { type: 'application.withdrawn', payload: { applicationId, studentId, slip } },
        show: (act) => applyApplication(db, event, act),
        audit: { kind: 'application-withdrawn', studentId, about: applicationId, reason },
      }
    },
  )
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
