import { bindable } from '../../core/binding.ts'
import type { CardIdentifier } from '../../core/card.ts'
import type { CardRead } from '../../core/cardRead.ts'
import type { ReaderRefusal } from '../../core/caseRequests.ts'
import type { TapShown } from '../../core/tapShown.ts'
import { identifiersOf, matchCard } from '../../core/matching.ts'
import { findCandidates, identifiersOfCard } from '../../db/cards.ts'
import type { Database } from '../../db/database.ts'

/** The card that was laid down last; kept in memory alone. */
export interface LaidDown {
  readonly tap: TapShown
  readonly card: CardRead | null
  /** its other number, where it is a new card's to be bound by; null: it has none */
  readonly other: Promise<string | null>
}

export type Proof =
  /** `identifiers`: all that the chip was found by, to be bound to the card */
  | { readonly kind: 'proven'; readonly identifiers: readonly CardIdentifier[] }
  /** a card lies there, and it is another one */
  | { readonly kind: 'another' }
  | { readonly kind: 'refused'; readonly why: ReaderRefusal }

/**
 * Whether the card on the reader is this card: its numbers are those on record (the only public rule of 解挂), or
 * it is a chip nobody has on record, and of the card no number is known that says otherwise.
 *
 * @param last null: nothing was laid down since somebody signed in
 */
export function proveTap(
  db: Database,
  last: LaidDown | null,
  tapId: string,
  cardId: string,
): Proof {
  if (last?.tap.tapId !== tapId) return { kind: 'refused', why: 'tap-over' }
  const { card } = last
  if (card === null) return { kind: 'refused', why: 'not-read' }
  if (card.family === 'phone') return { kind: 'refused', why: 'not-a-student-card' }
  const identifiers = identifiersOf(card)
  const match = matchCard(identifiers, findCandidates(db, identifiers))
  if (match.kind === 'card' && match.cardId === cardId) return { kind: 'proven', identifiers }
  if (match.kind !== 'none') return { kind: 'another' }
  if (bindable(card).kind !== 'bindable') return { kind: 'refused', why: 'not-a-student-card' }
  // Of a card without a number that was made for this pupil, this chip is the first word.
  return identifiersOfCard(db, cardId).length === 0
    ? { kind: 'proven', identifiers }
    : { kind: 'another' }
}
