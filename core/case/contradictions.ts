import type { CalendarDate } from '../calendarDate.ts'
import { cardFor, isHere, openApplicationIn, type CaseState } from './caseState.ts'
import { beginProduction } from './orderedCard.ts'

/**
 * What no act leads to: half of a case has gone on without the other half. An undo that looked only at its own
 * steps would.
 * - `card-here` a card lies at school, and the open application waits for it all the same
 * - `not-begun` all that production waits for is there, and nothing is left that would begin it
 */
export type Contradiction = 'card-here' | 'not-begun'

export function contradictions(state: CaseState): readonly Contradiction[] {
  return [
    ...(waitsForWhatIsHere(state) ? (['card-here'] as const) : []),
    ...(hasNotBegun(state) ? (['not-begun'] as const) : []),
  ]
}

function hasNotBegun(state: CaseState): boolean {
  const open = openApplicationIn(state)
  return open !== null && beginProduction(state, open, ANY_DAY).length > 0
}

const ANY_DAY = '2026-01-01' as CalendarDate

function waitsForWhatIsHere(state: CaseState): boolean {
  const open = openApplicationIn(state)
  if (open === null || open.state === 'ARRIVED') return false
  if (open.state === 'ON_HOLD' && isHere(cardFor(state, open))) return false
  return state.cards.some(isHere)
}
