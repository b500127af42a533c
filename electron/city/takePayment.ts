import { v7 as uuidv7 } from 'uuid'
import type { CityPayment, CityRow } from '../../core/cityLink.ts'
import {
  isKept,
  outcomeOf,
  outcomeOfRefusal,
  type KeptWhy,
  type PaymentOutcome,
} from '../../core/paymentOutcome.ts'
import { storeCaseAct, type CaseConditions } from '../../db/caseActs.ts'
import { keepPayment, settlePayment } from '../../db/cityRowActs.ts'
import { rowIdOf } from '../../db/cityRows.ts'
import { actNow, type ActParts } from '../actParts.ts'
import { whosePayment } from './whosePayment.ts'

/** The city's word takes no window and no card; what is a supervisor's is asked for before the file is taken. */
export const BY_CITY: CaseConditions = {
  ...{ isSupervisor: false, tapped: null, window: () => 'closed', clockBehind: false },
  ...{ online: false, mayReactivate: false },
}

/** One line of what the city tells, as an act; what nothing comes of is kept. Inside a transaction. */
export function takePaymentRow(
  parts: ActParts,
  row: CityRow<CityPayment>,
  fileDigest: string,
): PaymentOutcome {
  const { db } = parts.school().data
  const act = actNow(parts)
  const keep = (
    outcome: PaymentOutcome,
    why: KeptWhy,
    studentId: string | null = null,
  ): PaymentOutcome => {
    keepPayment(db, { ...act, command: { row, why, fileDigest, studentId } })
    return outcome
  }
  if (row.kind === 'unreadable') return keep('unreadable', row.why)
  const whose = whosePayment(db, row.told)
  if (whose.kind !== 'pupil') return keep(whose.kind, whose.kind)
  const { cityNo, on, fen, result } = row.told
  const { studentId } = whose
  const decision = storeCaseAct(db, {
    ...{ ...act, conditions: BY_CITY, reason: null },
    command: {
      type: 'payment.told',
      payload: { orderId: uuidv7(), studentId, cityNo, on, fen, result },
    },
  })
  const outcome =
    decision.kind === 'done' ? outcomeOf(decision.events) : outcomeOfRefusal(decision.why)
  if (isKept(outcome))
    return keep(outcome, outcome === 'unreadable' ? 'not-taken' : outcome, studentId)
  settlePayment(db, { ...actNow(parts), command: { rowId: rowIdOf(row), reason: null } })
  return outcome
}
