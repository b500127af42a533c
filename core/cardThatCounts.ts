import type { Card, CardState } from './card.ts'

/**
 * The order in which a pupil's cards are asked about: the one in use, then the one on its way to
 * the pupil, then the one that is missing or broken, then what is history (domain.md 5.2).
 */
const RANK: Readonly<Record<CardState, number>> = {
  ACTIVE: 0,
  WITH_TEACHER: 1,
  ARRIVED: 2,
  ORDERED: 3,
  FAILED: 4,
  LOST: 5,
  DAMAGED: 6,
  FOUND_HELD: 7,
  RETURNED: 8,
  REPLACED: 9,
  KEPT_BY_LEAVER: 10,
  LEFT: 11,
  VOID: 12,
}

type Ranked = Pick<Card, 'state' | 'stateSince'>

/** The card that counts first; of two in the same state the newer one. */
export function inOrderOfCount<T extends Ranked>(cards: readonly T[]): readonly T[] {
  return [...cards].sort((a, b) => RANK[a.state] - RANK[b.state] || b.stateSince - a.stateSince)
}
