import type { CalendarDate, EpochMs } from './calendarDate.ts'
import type { PaymentResult } from './case/events.ts'
import type { CityRefusal } from './cityLink.ts'
import type { CityTrouble } from './cityTrouble.ts'
import type { KeptWhy, PaymentOutcome } from './paymentOutcome.ts'

/** Whose it is, by the roll. */
export interface CityPupil {
  readonly studentId: string
  readonly name: string
  readonly className: string | null
}

/** One payment as a line shows it: numbers as tails. */
export interface PaymentShown {
  /** null: nobody's on this roll */
  readonly pupil: CityPupil | null
  readonly educationIdTail: string | null
  /** null: the source gave none */
  readonly cityNoTail: string | null
  /** null: they could not be read */
  readonly fen: number | null
  readonly on: CalendarDate | null
  readonly result: PaymentResult | null
}

/** A line of a file, and what would become of it. */
export interface PaymentLine extends PaymentShown {
  readonly line: number
  readonly outcome: PaymentOutcome
  /** of a line that cannot be read */
  readonly trouble: CityTrouble | null
}

export type OutcomeCounts = Readonly<Record<PaymentOutcome, number>>

export type PaymentPreview =
  | {
      readonly kind: 'preview'
      readonly fileName: string
      readonly rows: number
      readonly counts: OutcomeCounts
      /** in the order of the file, at most PREVIEW_LINES of each outcome */
      readonly lines: readonly PaymentLine[]
      /** no column says what came of a payment: each counts as come */
      readonly withoutResult: boolean
    }
  | { readonly kind: 'refused'; readonly why: CityRefusal }

export type PaymentsTaken =
  | {
      readonly kind: 'taken'
      readonly counts: OutcomeCounts
      /** somebody else came to the desk: so many lines were not looked at */
      readonly left: number
    }
  | { readonly kind: 'refused'; readonly why: 'nothing-chosen' }

/** 未对上的缴费: what the city told and nothing could be made of yet. */
export interface UnmatchedRow extends PaymentShown {
  readonly rowId: string
  readonly why: KeptWhy
  readonly at: EpochMs
  /** it can be tried again: its line could be read */
  readonly canRetry: boolean
}

export interface UnmatchedView {
  /** the oldest first, at most UNMATCHED_LINES */
  readonly rows: readonly UnmatchedRow[]
  readonly total: number
}

export const UNMATCHED_LINES = 500

/** What is asked about what the city tells in files. */
export interface CityRequests {
  /** a file is asked for and looked through; nothing is taken. null: called off */
  'city.open': { readonly args: null; readonly answer: PaymentPreview | null }
  /** what was looked through last */
  'city.take': { readonly args: null; readonly answer: PaymentsTaken }
  'city.unmatched': { readonly args: null; readonly answer: UnmatchedView }
  /** once more, for instance since the application is there; null: all of them */
  'city.retry': {
    readonly args: { readonly rowIds: readonly string[] | null }
    readonly answer: { readonly counts: OutcomeCounts; readonly view: UnmatchedView }
  }
  /** nothing will become of it, and somebody says why */
  'city.settle': {
    readonly args: { readonly rowId: string; readonly reason: string }
    readonly answer: UnmatchedView
  }
}
