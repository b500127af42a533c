import type { EpochMs } from './calendarDate.ts'
import type { CaseRefusal } from './case/decided.ts'

/** A class with cards that wait: at the desk, or with its teacher. */
export interface PackClass {
  readonly classId: string
  readonly name: string
  /** 到校待领 */
  readonly here: number
  /** 班主任代领, not yet with the pupils */
  readonly withTeacher: number
}

export interface PackLine {
  readonly studentId: string
  readonly name: string
  readonly educationIdTail: string | null
  readonly cardId: string
  /** last four digits; null: no number is known */
  readonly cardTail: string | null
  readonly state: 'ARRIVED' | 'WITH_TEACHER'
  readonly since: EpochMs
  /** why it is not given into the teacher's hands; null: it may be */
  readonly held: CaseRefusal | null
}

/** 班级领卡: one signature for many cards (features.md section 4, item 5). */
export interface PackShown {
  readonly classId: string
  readonly name: string
  /** class teachers on record, whose name may stand under it; none: it is typed */
  readonly teachers: readonly string[]
  readonly lines: readonly PackLine[]
}

export type PackAnswer =
  | { readonly kind: 'taken'; readonly cards: number; readonly pack: PackShown }
  /** nothing was given: one of them may not be, and which */
  | { readonly kind: 'refused'; readonly why: CaseRefusal; readonly studentId: string }
  | { readonly kind: 'nothing' }

/** What is asked about class packs. */
export interface PackRequests {
  'pack.classes': { readonly args: null; readonly answer: readonly PackClass[] }
  /** null: no such class, or not theirs */
  'pack.class': { readonly args: { readonly classId: string }; readonly answer: PackShown | null }
  'pack.take': {
    readonly args: {
      readonly classId: string
      readonly cardIds: readonly string[]
      readonly teacher: string
      readonly signature: string
    }
    readonly answer: PackAnswer
  }
}
