import type { Card } from './card.ts'
import type { CardRead } from './cardRead.ts'
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

export function transitValidity(read: CardRead, today: CalendarDate): TransitValidity {
  if (read.family !== 'bmac' && read.family !== 't-union') return { kind: 'unknown' }
  if (read.family === 'bmac' && read.blacklisted === true) return { kind: 'blacklisted' }
  if (read.family === 'bmac' && read.enabled === false) return { kind: 'not-enabled' }
  if (read.transit === null) return { kind: 'unknown' }
  if (today < read.transit.from) return { kind: 'not-yet', from: read.transit.from }
  return { kind: today <= read.transit.to ? 'good' : 'expired', to: read.transit.to }
}

export function rollValidity(student: Student | null): RollValidity {
  if (student === null) return { kind: 'unknown' }
  return student.ownSchool ? student.enrolment : { kind: 'elsewhere' }
}

export function validities(
  read: CardRead,
  card: Card | null,
  student: Student | null,
  today: CalendarDate,
): Validities {
  return {
    face: faceValidity(card, today),
    transit: transitValidity(read, today),
    roll: rollValidity(student),
  }
}
