import type { WorkingDate } from './calendar.ts'
import type { CalendarDate, EpochMs } from './calendarDate.ts'
import type { HandOut, Measured } from './production.ts'

/*
 * What a paper of the desk says, gathered for it and nothing more: numbers as tails, never a birth date
 * (it is a password in the city's systems, domain.md 5.1).
 */

/** On every paper. */
export interface PaperHead {
  readonly school: string
  /** how the school is reached: 学生卡服务台（一层东侧） 010-6400 0000; null: not entered */
  readonly contact: string | null
  /** name of who has it printed */
  readonly madeBy: string
  readonly madeAt: EpochMs
  /** 0: the original; 1: printed a second time, … */
  readonly copy: number
  /** of the rehearsal school: marked, so that nobody takes it for real */
  readonly rehearsal: boolean
}

/** By what a fee window is known. */
export type WindowSource =
  /** every Monday and Tuesday */
  | { readonly kind: 'rule' }
  /** its number or day: 市卡管公告 2026-09-21 */
  | { readonly kind: 'announcement'; readonly source: string }

/** When the fee can be paid next; both days included. */
export type SlipWindow =
  | { readonly kind: 'open'; readonly last: CalendarDate; readonly by: WindowSource }
  | {
      readonly kind: 'next'
      readonly first: CalendarDate
      readonly last: CalendarDate
      readonly by: WindowSource
    }
  /** 以公告为准: a holiday or vacation, or its dates are not entered */
  | { readonly kind: 'announced' }

/** Integer fen (1500) and the document that asks for it (京发改[2007]623号). */
export interface SlipAmount {
  readonly fen: number
  readonly basis: string
}

export type SlipFee =
  | ({ readonly kind: 'due'; readonly window: SlipWindow } & SlipAmount)
  /** the parents have said so; the city has not */
  | ({ readonly kind: 'claimed' } & SlipAmount)
  | ({ readonly kind: 'confirmed'; readonly on: CalendarDate } & SlipAmount)
  | { readonly kind: 'waived' }

export type SlipExpected =
  /** the clock of production does not run yet */
  | { readonly kind: 'not-begun' }
  | {
      readonly kind: 'promised'
      readonly promised: WorkingDate
      /** by the school's own measured time; null: too few cards */
      readonly likely: { readonly on: WorkingDate; readonly by: Measured } | null
      readonly handOut: HandOut
    }
  | { readonly kind: 'arrived'; readonly on: CalendarDate; readonly handOut: HandOut }

export type SlipMatter =
  /** reported lost; no new card was applied for */
  { readonly kind: 'loss' } | { readonly kind: 'reissue'; readonly because: 'lost' | 'damaged' }

/** 家长告知单: one page a case, for the parents. */
export interface SlipFacts extends PaperHead {
  readonly of: 'slip'
  readonly name: string
  readonly className: string | null
  readonly educationIdTail: string | null
  readonly matter: SlipMatter
  readonly registered: { readonly at: EpochMs; readonly by: string }
  readonly fee: SlipFee
  readonly expected: SlipExpected
}

export interface HandOverRow {
  readonly name: string
  readonly educationIdTail: string | null
  /** of the new card */
  readonly cardTail: string | null
  /** null: still to be signed for */
  readonly signed: { readonly by: string; readonly on: CalendarDate } | null
}

/** 领卡单 of a class, its rows in the order of the class. */
export interface HandOverFacts extends PaperHead {
  readonly of: 'hand-over'
  readonly className: string
  readonly rows: readonly HandOverRow[]
}

export interface InquiryRow {
  readonly name: string
  readonly educationIdTail: string | null
  readonly orderTail: string | null
  readonly paidOn: CalendarDate
  readonly promised: WorkingDate
  /** working days (core/production.ts) */
  readonly overdueBy: number
}

/** 催办函 to the district's card centre. */
export interface InquiryFacts extends PaperHead {
  readonly of: 'inquiry'
  /** whom it goes to; null: not entered */
  readonly to: string | null
  readonly rows: readonly InquiryRow[]
}

export type PaperFacts = SlipFacts | HandOverFacts | InquiryFacts
