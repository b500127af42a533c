import { bindable } from '../../core/binding.ts'
import type { ReaderRefusal } from '../../core/caseRequests.ts'
import { identifiersOf, matchCard } from '../../core/matching.ts'
import { findCandidates, identifiersOfCard } from '../../db/cards.ts'
import type { Database } from '../../db/database.ts'
import type { Laid } from '../cardOnTable.ts'

export type Proof =
  | { readonly kind: 'proven' }
  /** a card lies there, and it is another one */
  | { readonly kind: 'another' }
  | { readonly kind: 'refused'; readonly why: ReaderRefusal }

/**
 * Whether the card on the reader is this card: its numbers are those on record (the only public rule of 解挂), or
 * it is a chip nobody has on record, and of the card no number is known that says otherwise.
 */
export function proveTap(db: Database, laid: Laid, cardId: string): Proof {
  if (laid.kind === 'refused') return laid
  const { read } = laid
  if (read.family === 'phone') return { kind: 'refused', why: 'not-a-student-card' }
  const identifiers = identifiersOf(read)
  const match = matchCard(identifiers, findCandidates(db, identifiers))
  if (match.kind === 'card' && match.cardId === cardId) return { kind: 'proven' }
  if (match.kind !== 'none') return { kind: 'another' }
  if (bindable(read).kind !== 'bindable') return { kind: 'refused', why: 'not-a-student-card' }
  // Of a card without a number that was made for this pupil, this chip is the first word.
  return { kind: identifiersOfCard(db, cardId).length === 0 ? 'proven' : 'another' }
}
