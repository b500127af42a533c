import type { CaseState } from './caseState.ts'

/** A new card was handed over in the place of this one. */
export function wasReplaced({ applications }: CaseState, cardId: string): boolean {
  return applications.some(
    ({ state, reissue }) =>
      reissue?.oldCardId === cardId && (state === 'HANDED_OVER' || state === 'CLOSED'),
  )
}
