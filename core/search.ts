import type { StudentLine } from './studentShown.ts'

/** What a typed search found: pupils of the own school, the nearest first. */
export interface SearchAnswer {
  readonly lines: readonly StudentLine[]
  /** how many there are in all; `lines` holds the first of them */
  readonly total: number
  readonly remark: SearchRemark | null
}

/** 像出生日期，不是教育ID?: eight digits that read as a date (features.md 4.7). */
export type SearchRemark = 'looks-like-birth-date'

/** What a scanned code, or a number a reader typed, points to. A scan finds; only a tap proves. */
export type ScanAnswer =
  | {
      readonly kind: 'student'
      readonly student: StudentLine
      readonly by: ScannedBy
      /** the card the number is on; null: the code names the pupil */
      readonly cardId: string | null
    }
  /** never chosen between silently */
  | { readonly kind: 'several'; readonly students: readonly StudentLine[] }
  /** a pupil or a card of another school; the name of the school only where it is known */
  | { readonly kind: 'other-school'; readonly school: string | null }
  | { readonly kind: 'none'; readonly why: ScanNothing }

/** By what the code was understood. */
export type ScannedBy = 'education-id' | 'card-number' | 'uid' | 'name'

export type ScanNothing =
  /** numbers, but none that is known here */
  | 'unknown-number'
  /** eight digits that read as a date and are nobody's 教育ID */
  | 'looks-like-birth-date'
  /** nothing in it that could be looked up */
  | 'nothing-in-it'
