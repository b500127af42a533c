import type { EpochMs } from '../core/calendarDate.ts'
import type { CardRead } from '../core/cardRead.ts'
import { CardTrouble } from './cardTrouble.ts'
import { readFailure } from './readFailure.ts'
import { READ_LIMIT_MS, type OtherNumber, type ReaderEvent } from './reader.ts'

/** One laying-down of one card. */
interface Placing {
  readonly at: EpochMs
  readonly limit: ReturnType<typeof setTimeout>
  told: boolean
}

/**
 * The order of reader.ts's law for one reader, whatever the reader does: every `card-placed` gets
 * one outcome and one `card-gone`, and a late answer of an older card is dropped.
 */
export class Seat {
  readonly #reader: string
  readonly #now: () => EpochMs
  readonly #tell: (event: ReaderEvent) => void
  #card: Placing | 'lying' | null = null

  constructor(reader: string, now: () => EpochMs, tell: (event: ReaderEvent) => void) {
    this.#reader = reader
    this.#now = now
    this.#tell = tell
    tell({ kind: 'reader-added', reader })
  }

  /** A card was there before us: it is not a tap. */
  lying(): void {
    if (this.#card !== null) return
    this.#card = 'lying'
    this.#tell({ kind: 'card-lying', reader: this.#reader })
  }

  placed(): void {
    this.gone()
    const at = this.#now()
    const limit = setTimeout(() => {
      const cause = new CardTrouble('mute', `No answer within ${READ_LIMIT_MS} ms.`)
      this.#failed(placing, cause)
    }, READ_LIMIT_MS)
    const placing: Placing = { at, limit, told: false }
    this.#card = placing
    this.#tell({ kind: 'card-placed', reader: this.#reader, at })
  }

  gone(): void {
    const card = this.#card
    if (card === null) return
    if (card !== 'lying') {
      this.#failed(card, new CardTrouble('removed', 'The card was taken away before it was read.'))
    }
    this.#card = null
    this.#tell({ kind: 'card-gone', reader: this.#reader, at: this.#now() })
  }

  /** The card that waits to be read; its outcome is told through the answer, once. */
  waiting(): Waiting | null {
    const card = this.#card
    if (card === null || card === 'lying' || card.told) return null
    return {
      stillWaiting: () => !card.told,
      stillThere: () => this.#card === card,
      read: (read, otherNumber) => this.#read(card, read, otherNumber),
      failed: (cause) => this.#failed(card, cause),
    }
  }

  error(cause: unknown): void {
    this.#tell({ kind: 'reader-error', reader: this.#reader, cause })
  }

  removed(): void {
    this.gone()
    this.#tell({ kind: 'reader-removed', reader: this.#reader })
  }

  #read(placing: Placing, card: CardRead, otherNumber: OtherNumber): void {
    if (!this.#close(placing)) return
    const { at: placedAt } = placing
    this.#tell({ kind: 'card-read', reader: this.#reader, card, placedAt, otherNumber })
  }

  #failed(placing: Placing, cause: unknown): void {
    if (!this.#close(placing)) return
    const failure = readFailure(cause)
    const { at: placedAt } = placing
    this.#tell({ kind: 'card-failed', reader: this.#reader, failure, placedAt, cause })
  }

  #close(placing: Placing): boolean {
    clearTimeout(placing.limit)
    if (placing.told) return false
    placing.told = true
    return true
  }
}

export interface Waiting {
  /** false after its outcome: it was told, or the card has left */
  stillWaiting(): boolean
  /** false: the card has left, whatever was told of it */
  stillThere(): boolean
  read(card: CardRead, otherNumber: OtherNumber): void
  failed(cause: unknown): void
}
