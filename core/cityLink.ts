import type { CalendarDate } from './calendarDate.ts'
import type { CityWord } from './case/commands.ts'
import type { PaymentResult } from './case/events.ts'
import type { CityTrouble } from './cityTrouble.ts'
import type { FileRefusal } from './rollRequests.ts'

/**
 * What the city tells of the school's cards. The desk believes it of money and of production, and of nothing else.
 *
 * - Each question is answered with everything the source has to tell of that kind, in its order. The same answer may
 *   come twice; whoever takes it makes nothing happen twice.
 * - What the source says and nobody can read is told as `unreadable`, never left out.
 * - A source that cannot be read at all is an answer, `refused`. Rejects with DeskError `called-off` once
 *   whoever made the link ended it, and for a defect of ours; never for what stands in the source.
 * - Tells, and stores nothing.
 */
export interface CityLink {
  payments(): Promise<CityAnswer<CityPayment>>
  deliveries(): Promise<CityAnswer<CityDelivery>>
  words(): Promise<CityAnswer<CityApplicationWord>>
}

export type CityAnswer<Told> =
  | {
      readonly kind: 'told'
      readonly source: CitySource
      readonly rows: readonly CityRow<Told>[]
      /** the source has no column of results: each of its payments counts as come */
      readonly withoutResult: boolean
    }
  | { readonly kind: 'refused'; readonly why: CityRefusal }

/** `not-told`: this source does not speak of it. `no-columns`: no line has the headings that must be there. */
export type CityRefusal = Exclude<FileRefusal, 'no-headings'> | 'no-columns' | 'not-told'

export interface CitySource {
  /** as somebody knows it: the name of a file */
  readonly name: string
  /** SHA-256 in lower hex of what was read: the same source twice */
  readonly digest: string
}

export type CityRow<Told> =
  | { readonly kind: 'read'; readonly line: number; readonly told: Told }
  | {
      readonly kind: 'unreadable'
      readonly line: number
      /** what stands in the columns that are known, by field */
      readonly texts: Readonly<Record<string, string>>
      readonly why: CityTrouble
    }

export interface CityPayment {
  /** 8 digits; null: only the city's number says whose it is */
  readonly educationId: string | null
  /**
   * The city's number of the payment. A source that gives none is numbered by day, amount and turn: the same
   * source twice has the same numbers.
   */
  readonly cityNo: string
  readonly on: CalendarDate
  /** whole 分, never negative */
  readonly fen: number
  readonly result: PaymentResult
}

/** A card that is on its way to the school. */
export interface CityDelivery {
  readonly educationId: string
  /** 16–20 digits; null: the list does not say */
  readonly printedNumber: string | null
  /** as the list says them, for whoever looks; the roll's count */
  readonly name: string | null
  readonly className: string | null
}

export interface CityApplicationWord {
  readonly educationId: string
  readonly word: CityWord
  readonly on: CalendarDate
}
