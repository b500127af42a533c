import { assertNever } from './assertNever.ts'
import type { Card } from './card.ts'
import type { CardRead, TransitDates } from './cardRead.ts'
import type { CalendarDate } from './calendarDate.ts'
import type { Enrolment, Student } from './student.ts'

/** 卡面: the date printed on the card, to graduation. */
export type FaceValidity =
  | { readonly kind: 'good'; readonly to: CalendarDate }
  | { readonly kind: 'expired'; readonly to: CalendarDate }
  | { readonly kind: 'unknown' }

/**
 * 公交: what the chip says of bus fares. The school can neither read more into it nor change it
 * (cards.md 1.6), so it never touches the verdict.
 */
export type TransitValidity =
  | { readonly kind: 'good'; readonly to: CalendarDate }
  | { readonly kind: 'not-yet'; readonly from: CalendarDate }
  | { readonly kind: 'expired'; readonly to: CalendarDate }
  | { readonly kind: 'not-enabled' }
  | { readonly kind: 'blacklisted' }
  | { readonly kind: 'unknown' }

/** 学籍: whether the pupil is on this school's roll. */
export type RollValidity = Enrolment | { readonly kind: 'elsewhere' } | { readonly kind: 'unknown' }

/** The three-validity strip (look.md): three answers that must never be mixed up. */
export interface Validities {
  readonly face: FaceValidity
  readonly transit: TransitValidity
  readonly roll: RollValidity
}

export function faceValidity(card: Card | null, today: CalendarDate): FaceValidity {
  if (card === null || card.faceValidTo === null) return { kind: 'unknown' }
  return { kind: card.faceValidTo < today ? 'expired' : 'good', to: card.faceValidTo }
}

/** What a chip told of bus fares; each null when it did not say. */
export interface FareFacts {
  readonly enabled: boolean | null
  readonly blacklisted: boolean | null
  readonly transit: TransitDates | null
}

/** @returns null for a card whose chip says nothing of fares */
export function fareFacts(read: CardRead): FareFacts | null {
  switch (read.family) {
    case 'bmac':
      return { enabled: read.enabled, blacklisted: read.blacklisted, transit: read.transit }
    case 't-union':
      return { enabled: null, blacklisted: null, transit: read.transit }
    case 'm1':
    case 'other-cpu':
    case 'phone':
      return null
    default:
      return assertNever(read)
  }
}

/** @param fare as the chip told it, now or when it was last read */
export function transitValidity(fare: FareFacts | null, today: CalendarDate): TransitValidity {
  if (fare === null) return { kind: 'unknown' }
  if (fare.blacklisted === true) return { kind: 'blacklisted' }
  if (fare.enabled === false) return { kind: 'not-enabled' }
  if (fare.transit === null) return { kind: 'unknown' }
  if (today < fare.transit.from) return { kind: 'not-yet', from: fare.transit.from }
  return { kind: today <= fare.transit.to ? 'good' : 'expired', to: fare.transit.to }
}

export function rollValidity(student: Student | null): RollValidity {
  if (student === null) return { kind: 'unknown' }
  return student.ownSchool ? student.enrolment : { kind: 'elsewhere' }
}

export function validities(
  fare: FareFacts | null,
  card: Card | null,
  student: Student | null,
  today: CalendarDate,
): Validities {
  return {
    face: faceValidity(card, today),
    transit: transitValidity(fare, today),
    roll: rollValidity(student),
  }
}
