import type { CardFamily } from './cardRead.ts'
import type { EpochMs } from './calendarDate.ts'

/** Whoever was not read lays the same card down again; later it may be anybody's. */
export const SAME_CARD_MS = 10_000

/** What one tap was to its reader. */
export interface Reading {
  readonly reader: string
  readonly at: EpochMs
  /** null: nothing was read */
  readonly family: CardFamily | null
  /** it was not read although one card lay there; two at once are no fault of the reader */
  readonly failed: boolean
}

/**
 * The failed readings that were of the card now read: those at the same reader since the card
 * before it, not older than SAME_CARD_MS. A clock that was set back in between ends the search.
 *
 * @param before newest first; asked only as far as needed
 */
export function failuresOf(
  read: Pick<Reading, 'reader' | 'at'>,
  before: Iterable<Reading>,
): readonly Reading[] {
  const failures: Reading[] = []
  for (const one of before) {
    if (one.at > read.at || read.at - one.at > SAME_CARD_MS) break
    if (one.reader !== read.reader) continue
    if (one.family !== null) break
    if (one.failed) failures.push(one)
  }
  return failures
}
