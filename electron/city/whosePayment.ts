import type { CityPayment } from '../../core/cityLink.ts'
import { isOwnNumber } from '../../core/paymentFile.ts'
import { studentsOfCityNo } from '../../db/cityRows.ts'
import type { Database } from '../../db/database.ts'
import { ownPupil, studentIdOfEducationId } from '../../db/students.ts'

export type Whose =
  | { readonly kind: 'pupil'; readonly studentId: string }
  | { readonly kind: 'nobody' | 'contradicts' }

/** By 教育ID, else by the city's number where a payment has it already. Where the two are of two pupils, of neither. */
export function whosePayment(db: Database, { educationId, cityNo }: CityPayment): Whose {
  const byId = educationId === null ? null : studentIdOfEducationId(db, educationId)
  const [byNumber = null, another = null] = isOwnNumber(cityNo) ? [] : studentsOfCityNo(db, cityNo)
  if (another !== null) return { kind: 'contradicts' }
  if (byId !== null && byNumber !== null && byId !== byNumber) return { kind: 'contradicts' }
  // A 教育ID nobody has beside a number somebody has: it is not known which of the two is right.
  if (educationId !== null && byId === null)
    return { kind: byNumber === null ? 'nobody' : 'contradicts' }
  const pupil = ownPupil(db, byId ?? byNumber)
  return pupil === null ? { kind: 'nobody' } : { kind: 'pupil', studentId: pupil.id }
}
