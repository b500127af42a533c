import type { Application } from '../application.ts'
import type { CalendarDate } from '../calendarDate.ts'
import { cardFor, cardIn, isHere, openApplicationIn, type CaseState } from './caseState.ts'
import { beginProduction } from './orderedCard.ts'
import { isUnpaid } from './unpaid.ts'

/**
 * What no act leads to: half of a case has gone on without the other half. An undo that looked only at its own
 * steps would.
 * - `card-here` a card lies at school, and the open application waits for it all the same
 * - `not-begun` all that production waits for is there, and nothing is left that would begin it
 * - `needless` nobody has paid for the open 补卡, and its old card is good again, or another took its place. Behind
 *   the payment a supervisor may have decided so (domain.md 5.7-2)
 */
export type Contradiction = 'card-here' | 'not-begun' | 'needless'

export function contradictions(state: CaseState): readonly Contradiction[] {
  return [
    ...(waitsForWhatIsHere(state) ? (['card-here'] as const) : []),
    ...(hasNotBegun(state) ? (['not-begun'] as const) : []),
    ...(isNeedless(state) ? (['needless'] as const) : []),
  ]
}

function isNeedless(state: CaseState): boolean {
  const open = openApplicationIn(state)
  return open !== null && isUnpaid(state, open) && isReplacingNothing(state, open)
}

/** The card that was lost or broken is neither any more. */
export function isReplacingNothing(state: CaseState, { reissue }: Application): boolean {
  const old = reissue === null ? null : cardIn(state, reissue.oldCardId)
  return old?.state === 'ACTIVE' || old?.state === 'REPLACED'
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
