import type { CaseCard, CaseState } from './caseState.ts'

/**
 * A new card was handed over in the place of this one, which was found then. Of a card nobody knows what it was
 * before, as one that came with a roll, the applications tell.
 */
export function wasReplaced({ applications }: CaseState, card: CaseCard): boolean {
  if (card.before !== null) return card.state === 'FOUND_HELD' && card.before === 'REPLACED'
  return applications.some(
    ({ state, reissue }) =>
      reissue?.oldCardId === card.cardId && (state === 'HANDED_OVER' || state === 'CLOSED'),
  )
}
