import type { CalendarDate, EpochMs } from './calendarDate.ts'

/** The dates the chip holds for bus fares. They say nothing about enrolment (cards.md 1.6). */
export interface TransitDates {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Card type byte of a T-Union card, EF 17 byte 10 (cards.md 1.3). */
export type TransitType = 'ordinary' | 'student' | 'senior' | 'test' | 'military' | 'unknown'

/**
 * What a reader could say about one card, without any knowledge of students.
 * `uid` is upper-case hex and null when it is random (`08……`), of Type B, or not given:
 * a random UID never leaves `native/` (cards.md 2.4).
 */
export type CardRead =
  | {
      readonly family: 'bmac'
      /** 16 digits, begins 1000 */
      readonly number: string
      readonly uid: string | null
      /** EF 04 byte 9 = 02; null when the card did not say */
      readonly enabled: boolean | null
      /** EF 05 byte 0 = A5; null when the card did not say */
      readonly blacklisted: boolean | null
      readonly transit: TransitDates | null
    }
  | {
      readonly family: 't-union'
      /** 19 digits; Beijing's begin 31051700 */
      readonly number: string
      readonly uid: string | null
      readonly transitType: TransitType | null
      readonly transit: TransitDates | null
    }
  /** Storage card (the first student cards were MIFARE Classic 4K): only the UID can be read. */
  | { readonly family: 'm1'; readonly uid: string }
  /** A CPU card that is neither of ours. */
  | { readonly family: 'other-cpu'; readonly uid: string | null }
  /** A phone, or any card with a temporary number. Nothing of it is kept. */
  | { readonly family: 'phone' }

export type CardFamily = CardRead['family']

/**
 * Why a card in the field gave no identity. All mean: hold the card still and try again, but
 * - `removed`     pulled away (or reset by another program) between two commands
 * - `mute`        no answer in time, or no connection to the card
 * - `garbage`     it answered, but not what such a card answers
 * - `collision`   two cards in the field
 * - `reader`      the reader or its driver reported an error
 */
export type ReadFailure = 'removed' | 'mute' | 'garbage' | 'collision' | 'reader'

/** What one presentation of a card came to. */
export type ReadOutcome =
  | { readonly kind: 'card'; readonly card: CardRead }
  | { readonly kind: 'failed'; readonly failure: ReadFailure }

/** One presentation of one card at one reader. */
export interface Presentation {
  readonly reader: string
  readonly outcome: ReadOutcome
  /** at the PC/SC event, before any command was sent; by the readers' clock, which never jumps */
  readonly presentedAt: EpochMs
}
