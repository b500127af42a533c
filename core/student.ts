import type { CalendarDate } from './calendarDate.ts'
import type { Personal } from './personal.ts'

export type Sex = 'female' | 'male'

/**
 * 学籍. `suspended` is 休学, `temporary` is 临时学籍 (17号文: such pupils hold cards too).
 * A birth date is a password in the city's systems (domain.md 5.1): the desk does not keep one.
 */
export type Enrolment =
  | { readonly kind: 'enrolled' }
  | { readonly kind: 'temporary'; readonly until: CalendarDate | null }
  | { readonly kind: 'suspended'; readonly since: CalendarDate }
  | {
      readonly kind: 'left'
      readonly on: CalendarDate
      readonly why: 'transferred' | 'graduated' | 'other'
      /** the school the pupil went to, where known */
      readonly to: string | null
    }

/** A student as the desk knows one. What a screen may see of it, electron/shown.ts reveals. */
export interface Student {
  readonly id: string
  /** 教育ID: 8 digits with leading zeros, for life; null for pupils of other schools */
  readonly educationId: Personal | null
  readonly name: Personal
  readonly sex: Sex
  readonly school: string
  /** false: the pupil is on another school's roll */
  readonly ownSchool: boolean
  /** e.g. 三年级2班; null when in no class */
  readonly className: string | null
  readonly enrolment: Enrolment
  readonly hasPhoto: boolean
}
