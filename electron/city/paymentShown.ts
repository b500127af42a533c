import type { CityPayment, CityRow } from '../../core/cityLink.ts'
import type { CityPupil, OutcomeCounts, PaymentShown } from '../../core/cityRequests.ts'
import { isOwnNumber } from '../../core/paymentFile.ts'
import { PAYMENT_OUTCOMES, type PaymentOutcome } from '../../core/paymentOutcome.ts'
import type { Database } from '../../db/database.ts'
import { ownPupil, studentIdOfEducationId } from '../../db/students.ts'
import { personShown, tail } from '../shown.ts'

/** A payment as a screen may show it. */
export function paymentShown(
  db: Database,
  row: CityRow<CityPayment>,
  studentId: string | null,
): PaymentShown {
  if (row.kind === 'unreadable') {
    const { educationId = '', cityNo = '' } = row.texts
    const whose = /^\d{8}$/.test(educationId) ? studentIdOfEducationId(db, educationId) : null
    return {
      ...{ pupil: pupilShown(db, whose), fen: null, on: null, result: null },
      educationIdTail: educationId === '' ? null : tail(educationId),
      cityNoTail: cityNo === '' ? null : tail(cityNo),
    }
  }
  const { educationId, cityNo, fen, on, result } = row.told
  return {
    ...{ pupil: pupilShown(db, studentId), fen, on, result },
    educationIdTail: educationId === null ? null : tail(educationId),
    cityNoTail: isOwnNumber(cityNo) ? null : tail(cityNo),
  }
}

export function pupilShown(db: Database, studentId: string | null): CityPupil | null {
  const student = ownPupil(db, studentId)
  if (student === null) return null
  const { name, className } = personShown(student)
  return { studentId: student.id, name, className }
}

export function countOutcomes(outcomes: readonly PaymentOutcome[]): OutcomeCounts {
  const counts = Object.fromEntries(PAYMENT_OUTCOMES.map((one) => [one, 0])) as Record<
    PaymentOutcome,
    number
  >
  for (const one of outcomes) counts[one] += 1
  return counts
}
