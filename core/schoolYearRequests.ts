import type { CalendarDate, EpochMs } from './calendarDate.ts'
import type { PupilWish, PupilWishRefusal } from './pupilChange.ts'
import type { RollRefusal } from './rollChange.ts'
import type { MayGoOn } from './schoolYear.ts'

/** A class before it goes up. */
export interface ClassAhead {
  readonly classId: string
  readonly name: string
  readonly grade: number
  /** what it will be; null: nothing is above grade 12 */
  readonly next: string | null
  /** on the roll, 休学 among them */
  readonly pupils: number
  /** 休学: where the class leaves, they stay on the roll in no class */
  readonly suspended: number
  /** cards that are good */
  readonly cards: number
}

export interface SchoolYearView {
  /** `2026-2027`: what a promotion today leads into */
  readonly ahead: string
  /** the promotion into it that stands; null: not yet */
  readonly done: { readonly at: EpochMs; readonly by: string | null } | null
  /** 离校日期 as it may be: the last day of the term, where that is entered and over, else today */
  readonly leaveOn: CalendarDate
  readonly classes: readonly ClassAhead[]
  /** of the roll it shows */
  readonly version: number
}

export type SchoolYearAnswer =
  | { readonly kind: 'taken'; readonly changeId: string }
  | {
      readonly kind: 'refused'
      readonly why: RollRefusal | 'nothing-to-do' | 'year-done-already'
    }

export type PupilWishAnswer =
  | { readonly kind: 'done'; readonly studentId: string }
  | { readonly kind: 'refused'; readonly why: PupilWishRefusal | RollRefusal }

/** What is asked about the school year: 升级, 毕业, 转入, 转出, 临时学籍. */
export interface SchoolYearRequests {
  'schoolYear.view': { readonly args: null; readonly answer: SchoolYearView }
  'schoolYear.take': {
    readonly args: {
      readonly on: CalendarDate
      readonly goOn: readonly MayGoOn[]
      /** of the roll somebody saw */
      readonly version: number
    }
    readonly answer: SchoolYearAnswer
  }
  /** the classes of the school, by grade and number */
  'roll.classes': {
    readonly args: null
    readonly answer: readonly { readonly classId: string; readonly name: string }[]
  }
  /** one pupil comes, goes, or is put right */
  'roll.pupil': { readonly args: PupilWish; readonly answer: PupilWishAnswer }
}
