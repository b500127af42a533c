import type { CaseState } from '../core/case/caseState.ts'
import { openApplicationIn } from '../core/case/caseState.ts'
import { applicationsOf } from './applications.ts'
import { cardDataNow } from './cardData.ts'
import { caseCardsOf } from './cards.ts'
import { standingNow } from './confirmationRows.ts'
import type { Database } from './database.ts'
import { feeOrdersOf } from './feeOrders.ts'
import { ownPupil } from './students.ts'

/** All that an act on a pupil's card, application or money is decided by, as the tables have it. */
export function caseOf(db: Database, studentId: string): CaseState {
  const student = ownPupil(db, studentId)
  const known = student !== null && student.educationId !== null
  const state: CaseState = {
    studentId,
    pupil: known ? { enrolment: student.enrolment } : null,
    cards: caseCardsOf(db, studentId),
    applications: applicationsOf(db, studentId),
    orders: feeOrdersOf(db, studentId),
    standing: null,
  }
  const open = openApplicationIn(state)
  const now = open === null ? null : cardDataNow(db, studentId)
  return open === null || now === null
    ? state
    : { ...state, standing: standingNow(db, open, now.data) }
}
