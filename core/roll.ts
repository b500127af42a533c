import type { Card, CardIdentifier } from './card.ts'
import type { EpochMs } from './calendarDate.ts'
import type { Enrolment, Sex } from './student.ts'

/** The roll as it comes in whole: from the rehearsal school today, from imports and the city later. */
export interface Roll {
  /** grows with every roll taken over; a tap keeps the version it was judged by */
  readonly version: number
  /** when the source said this was true */
  readonly asOf: EpochMs
  readonly schools: readonly RollSchool[]
  readonly classes: readonly RollClass[]
  readonly students: Iterable<RollStudent>
  readonly cards: Iterable<RollCard>
  readonly photos: Iterable<RollPhoto>
}

export interface RollSchool {
  readonly id: string
  readonly name: string
  /** exactly one school of a roll is the desk's own */
  readonly own: boolean
}

export interface RollClass {
  readonly id: string
  readonly schoolId: string
  /** 1–12 */
  readonly grade: number
  /** 1… within the grade */
  readonly number: number
  /** e.g. 三年级2班 */
  readonly name: string
}

export interface RollStudent {
  readonly id: string
  readonly schoolId: string
  readonly classId: string | null
  /** 8 digits, leading zeros kept; null for pupils of other schools */
  readonly educationId: string | null
  readonly name: string
  readonly sex: Sex
  readonly enrolment: Enrolment
}

/** A card of the roll, with everything it can be found by. */
export interface RollCard extends Card {
  readonly identifiers: readonly CardIdentifier[]
}

export interface RollPhoto {
  readonly studentId: string
  readonly mime: 'image/svg+xml' | 'image/jpeg' | 'image/png' | 'image/webp'
  readonly bytes: Uint8Array
}
