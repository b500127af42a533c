import type { EpochMs } from '../core/calendarDate.ts'
import type { CardRead, ReadFailure } from '../core/cardRead.ts'

/**
 * The port of card readers. Its comments are law for every implementation (pcsc.ts, fake.ts,
 * several.ts), and tests/native/readerLaw.ts holds each of them to it.
 */
export interface CardReaders {
  /**
   * Begins to watch. Returns at once and never throws: whatever is wrong comes as an event, and
   * the port goes on trying by itself (0.5 s, doubling to 2 s, so that it is ready again within 5 s
   * of the service) until `stop`.
   * The first events tell the service's state, then every reader that is there.
   */
  start(listener: (event: ReaderEvent) => void): void

  /** Lets go of every reader and card. No event comes after it has resolved. Never rejects. */
  stop(): Promise<void>
}

/**
 * What a reader tells. For each reader, between `reader-added` and `reader-removed`:
 *
 *   (card-lying card-gone)? ( card-placed ( card-read | card-failed ) card-gone )*
 *
 * - Every `card-placed` is followed by exactly one `card-read` or `card-failed`, then by exactly
 *   one `card-gone`; also when the reader or the service goes away in between.
 * - A card that was lying there when the reader (or we) came is `card-lying`: it is never read
 *   and never a tap, until it was taken away and laid down again.
 * - A removal that the system merged away (out and in again while we were busy) is told as
 *   `card-gone` and `card-placed`.
 * - A `card-read` is never made of bytes of two cards: when the card left or was reset between two
 *   commands, the whole read is thrown away: read anew when it still lies there, else `card-failed`.
 * - Readers do not wait for each other. A card that never answers fails after READ_LIMIT_MS.
 */
export type ReaderEvent =
  | { readonly kind: 'service'; readonly state: 'up' | 'down'; readonly cause?: unknown }
  | { readonly kind: 'reader-added'; readonly reader: string }
  | { readonly kind: 'reader-removed'; readonly reader: string }
  | { readonly kind: 'reader-error'; readonly reader: string; readonly cause: unknown }
  | { readonly kind: 'card-lying'; readonly reader: string }
  | { readonly kind: 'card-placed'; readonly reader: string; readonly at: EpochMs }
  | {
      readonly kind: 'card-read'
      readonly reader: string
      readonly card: CardRead
      /** of its `card-placed` */
      readonly placedAt: EpochMs
      readonly otherNumber: OtherNumber
    }
  | {
      readonly kind: 'card-failed'
      readonly reader: string
      readonly failure: ReadFailure
      readonly placedAt: EpochMs
      readonly cause: unknown
    }
  | { readonly kind: 'card-gone'; readonly reader: string; readonly at: EpochMs }

/**
 * Reads the card's other number (T-Union beside BMAC, 19 digits) over the connection it was read by. To be
 * called while its `card-read` is being told, not later: then the card is free again. Null: it has none,
 * it left, it did not answer within OTHER_LIMIT_MS, or it was asked too late. Never rejects.
 */
export type OtherNumber = () => Promise<string | null>

/** A card that was read already is not waited for long. */
export const OTHER_LIMIT_MS = 1_000

/** From the PC/SC event to the last answer: beyond this the card counts as mute. */
export const READ_LIMIT_MS = 3_000
