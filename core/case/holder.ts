import type { CardState } from '../card.ts'
import { isOver } from './applicationStates.ts'
import type { CaseState } from './caseState.ts'

/**
 * 学生持卡状态 (domain.md 5.2): always derived, never stored and never edited.
 * - `HOLDS_TWO` 一人两卡, which somebody has to settle
 */
export const HOLDER_STATES = [
  'NONE',
  'HOLDS_ONE',
  'LOST_NO_REPLACEMENT',
  'WAITING_REPLACEMENT',
  'ARRIVED_NOT_COLLECTED',
  'HOLDS_TWO',
  'LEFT',
] as const
export type HolderState = (typeof HOLDER_STATES)[number]

export function holderState({ pupil, cards, applications }: CaseState): HolderState {
  if (pupil?.enrolment.kind === 'left') return 'LEFT'
  const has = (...states: readonly CardState[]): boolean =>
    cards.some(({ state }) => states.includes(state))
  const active = cards.filter(({ state }) => state === 'ACTIVE').length
  if (active > 1) return 'HOLDS_TWO'
  if (has('ARRIVED', 'WITH_TEACHER')) return 'ARRIVED_NOT_COLLECTED'
  if (active === 1) return 'HOLDS_ONE'
  if (applications.some(({ state }) => !isOver(state)) || has('ORDERED', 'FAILED'))
    return 'WAITING_REPLACEMENT'
  return has('LOST', 'DAMAGED', 'FOUND_HELD') ? 'LOST_NO_REPLACEMENT' : 'NONE'
}
