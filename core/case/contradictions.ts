import { cardFor, isHere, openApplicationIn, type CaseState } from './caseState.ts'

/**
 * What no act leads to: half of a case has gone on without the other half. An undo that looked only at its own
 * steps would.
 * - `card-here` a card lies at school, and the open application waits for it all the same
 */
export type Contradiction = 'card-here'

export function contradictions(state: CaseState): readonly Contradiction[] {
  return waitsForWhatIsHere(state) ? ['card-here'] : []
}

function waitsForWhatIsHere(state: CaseState): boolean {
  const open = openApplicationIn(state)
  if (open === null || open.state === 'ARRIVED') return false
  if (open.state === 'ON_HOLD' && isHere(cardFor(state, open))) return false
  return state.cards.some(isHere)
}
