import type { CardIdentifier } from './card.ts'
import type { CardRead } from './cardRead.ts'

/** What the chip says can identify it. A phone has nothing: its number is another at each tap. */
export function identifiersOf(read: CardRead): readonly CardIdentifier[] {
  const uid = (value: string | null): readonly CardIdentifier[] =>
    value === null ? [] : [{ kind: 'uid', value }]
  switch (read.family) {
    case 'bmac':
      return [{ kind: 'bmac', value: read.number }, ...uid(read.uid)]
    case 't-union':
      return [{ kind: 't-union', value: read.number }, ...uid(read.uid)]
    case 'm1':
    case 'other-cpu':
      return uid(read.uid)
    case 'phone':
      return []
  }
}

/** One card that a read identifier points to, with everything the desk has recorded of it. */
export interface Candidate {
  readonly cardId: string
  /** the identifier of the read that found it */
  readonly foundBy: CardIdentifier
  readonly recorded: readonly CardIdentifier[]
}

export type CardMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'card'; readonly cardId: string }
  /** The chip points to two cards, or contradicts what is recorded of the one it points to. */
  | { readonly kind: 'disagree'; readonly cardIds: readonly string[] }

/** A printed number may be longer than the chip's, which is its beginning (cards.md 1.6 b). */
function agree(read: CardIdentifier, recorded: CardIdentifier): boolean {
  if (recorded.kind === 'printed') return recorded.value.startsWith(read.value)
  return recorded.value === read.value
}

function contradicts(read: CardIdentifier, recorded: readonly CardIdentifier[]): boolean {
  const ofSameKind = recorded.filter(
    (one) => one.kind === read.kind || (read.kind === 'bmac' && one.kind === 'printed'),
  )
  return ofSameKind.length > 0 && !ofSameKind.some((one) => agree(read, one))
}

/**
 * Any identifier finds the card; all that were read must agree with the record (domain.md 5.1):
 * the only public rule for 解挂 is that the number in the card equals the number in the system.
 */
export function matchCard(
  read: readonly CardIdentifier[],
  candidates: readonly Candidate[],
): CardMatch {
  const cardIds = [...new Set(candidates.map((one) => one.cardId))]
  const [cardId] = cardIds
  if (cardId === undefined) return { kind: 'none' }
  if (cardIds.length > 1) return { kind: 'disagree', cardIds }
  const recorded = candidates[0]?.recorded ?? []
  return read.some((one) => contradicts(one, recorded))
    ? { kind: 'disagree', cardIds }
    : { kind: 'card', cardId }
}
