import { cardIn, type CaseState } from './caseState.ts'
import type { CaseCommands } from './commands.ts'
import { done, moved, refused, type CaseContext, type CaseDecision } from './decided.ts'
import { backInUse } from './loss.ts'
import { wasReplaced } from './wasReplaced.ts'

/** 拾获: the card lies at the desk, until its owner, the district or a supervisor has it. */
export function takeFound(
  state: CaseState,
  { cardId, studentId, where }: CaseCommands['card.found'],
): CaseDecision {
  const card = cardIn(state, cardId)
  if (card === null) return refused('card-unknown')
  if (!['ACTIVE', 'LOST', 'REPLACED'].includes(card.state)) return refused('card-not-active')
  return done(moved(card, 'FOUND_HELD'), { type: 'found-told', cardId, studentId, where })
}

/** 认领. A card whose place another took stays out of use: it is returned or destroyed. */
export function claimFound(
  state: CaseState,
  { cardId, reason }: CaseCommands['found.claimed'],
  context: CaseContext,
): CaseDecision {
  const card = cardIn(state, cardId)
  if (card === null) return refused('card-unknown')
  if (card.state !== 'FOUND_HELD') return refused('not-found-held')
  if (wasReplaced(state, card)) return refused('replaced')
  return backInUse(state, cardId, reason !== null, context)
}
