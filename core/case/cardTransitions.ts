import type { CardState } from '../card.ts'
import type { Act } from '../rights.ts'

/** Who brings a card from one state to another: an act at the desk, or the city's word. */
export type Mover = Act | 'city'

/**
 * What it is worth without the city (domain.md 5.9).
 * - `final` a physical fact of this school
 * - `claim` true here until the city says otherwise
 * - `never` only together with the city
 */
export type Offline = 'final' | 'claim' | 'never'

export interface CardTransition {
  readonly from: CardState
  readonly to: CardState
  readonly by: readonly Mover[]
  readonly offline: Offline
}

const move = (
  from: CardState,
  to: CardState,
  offline: Offline,
  ...by: readonly Mover[]
): CardTransition => ({ from, to, by, offline })

/**
 * 卡片状态 (domain.md 5.2): what is not here cannot happen. One exit is not in that table: ACTIVE → REPLACED, by
 * which an old card that was found after the payment ends when the new one is handed over (5.7-2).
 */
export const CARD_TRANSITIONS: readonly CardTransition[] = [
  move('ORDERED', 'ARRIVED', 'final', 'receive-and-hand-over'),
  move('ORDERED', 'FAILED', 'never', 'city'),
  move('ORDERED', 'VOID', 'never', 'city'),
  move('FAILED', 'ORDERED', 'never', 'city'),
  move('FAILED', 'VOID', 'never', 'city'),
  move('ARRIVED', 'WITH_TEACHER', 'final', 'receive-and-hand-over'),
  move('ARRIVED', 'ACTIVE', 'final', 'receive-and-hand-over'),
  move('ARRIVED', 'DAMAGED', 'final', 'receive-and-hand-over'),
  move('ARRIVED', 'RETURNED', 'final', 'receive-and-hand-over'),
  move('ARRIVED', 'VOID', 'final', 'override-verdict'),
  move('WITH_TEACHER', 'ACTIVE', 'final', 'receive-and-hand-over'),
  move('WITH_TEACHER', 'ARRIVED', 'final', 'receive-and-hand-over'),
  move('ACTIVE', 'LOST', 'claim', 'report-loss', 'city'),
  move('ACTIVE', 'DAMAGED', 'final', 'report-loss'),
  move('ACTIVE', 'FOUND_HELD', 'final', 'take-found-card', 'override-verdict'),
  move('ACTIVE', 'REPLACED', 'final', 'receive-and-hand-over'),
  move('ACTIVE', 'LEFT', 'final', 'tap-of-the-year', 'import-roll'),
  move('ACTIVE', 'KEPT_BY_LEAVER', 'final', 'tap-of-the-year', 'import-roll'),
  move('ACTIVE', 'VOID', 'final', 'override-verdict'),
  move('LOST', 'ACTIVE', 'claim', 'lift-loss', 'override-verdict'),
  move('LOST', 'FOUND_HELD', 'final', 'take-found-card'),
  move('LOST', 'REPLACED', 'final', 'receive-and-hand-over'),
  move('DAMAGED', 'REPLACED', 'final', 'receive-and-hand-over'),
  move('DAMAGED', 'RETURNED', 'final', 'receive-and-hand-over'),
  move('DAMAGED', 'VOID', 'final', 'override-verdict'),
  move('FOUND_HELD', 'ACTIVE', 'claim', 'take-found-card', 'override-verdict'),
  move('FOUND_HELD', 'REPLACED', 'final', 'receive-and-hand-over'),
  move('FOUND_HELD', 'RETURNED', 'final', 'take-found-card'),
  move('FOUND_HELD', 'VOID', 'final', 'override-verdict'),
  move('REPLACED', 'ACTIVE', 'never', 'lift-loss-of-replaced'),
  move('REPLACED', 'FOUND_HELD', 'final', 'take-found-card'),
  move('REPLACED', 'VOID', 'final', 'override-verdict'),
  move('RETURNED', 'ARRIVED', 'final', 'receive-and-hand-over'),
  move('LEFT', 'ACTIVE', 'final', 'tap-of-the-year'),
]

/** null: no such step */
export function cardTransition(from: CardState, to: CardState): CardTransition | null {
  return CARD_TRANSITIONS.find((one) => one.from === from && one.to === to) ?? null
}
