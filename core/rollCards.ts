import type { CardState } from './card.ts'

/** What a change of the roll makes of a card: who leaves takes it along (domain.md 5.2). */
export interface RollCardChange {
  readonly cardId: string
  readonly studentId: string
  readonly from: CardState
  readonly to: CardState
}

/** A card as a change of the roll is decided against it. */
export interface HeldCard {
  readonly studentId: string
  readonly state: CardState
}

/** Where a pupil goes: in the city the next school takes the card on, elsewhere it is a keepsake. */
export const DESTINATIONS = ['city', 'elsewhere'] as const

export type Destination = (typeof DESTINATIONS)[number]

/** 离校注销, and 离校自存 for who leaves after grade 12 or out of the city (domain.md 5.2). */
export function cardOfLeaver(destination: Destination): 'LEFT' | 'KEPT_BY_LEAVER' {
  return destination === 'city' ? 'LEFT' : 'KEPT_BY_LEAVER'
}

/** The cards that are good of pupils who leave. */
export function cardsOfLeavers(
  cards: ReadonlyMap<string, HeldCard>,
  leavers: ReadonlyMap<string, Destination>,
): readonly RollCardChange[] {
  return [...cards].flatMap(([cardId, { studentId, state }]) => {
    const destination = leavers.get(studentId)
    return destination === undefined || state !== 'ACTIVE'
      ? []
      : [{ cardId, studentId, from: state, to: cardOfLeaver(destination) }]
  })
}

/** @returns false: the card is not as the change was made from, or no leaving makes this of it */
export function changeCard(
  cards: Map<string, HeldCard>,
  { cardId, studentId, from, to }: RollCardChange,
  isUndo: boolean,
): boolean {
  const now = cards.get(cardId)
  const leaves = from === 'ACTIVE' && isLeavers(to)
  const comesBack = isUndo && isLeavers(from) && to === 'ACTIVE'
  if (now?.studentId !== studentId || now.state !== from || !(leaves || comesBack)) return false
  cards.set(cardId, { studentId, state: to })
  return true
}

function isLeavers(state: CardState): boolean {
  return state === 'LEFT' || state === 'KEPT_BY_LEAVER'
}
