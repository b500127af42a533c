import { expect, it } from 'vitest'
import { CARDS_A_PART, partsOfList, type ListedCard } from '../../core/delivery.ts'

const card = (line: number): ListedCard => ({
  ...{ rowId: `row-${line}`, line, studentId: null, educationId: null, printedNumber: null },
  ...{ name: null, className: null, why: null },
})
const listOf = (cards: number) => ({
  ...{ deliveryId: 'list', fileDigest: 'f' },
  cards: Array.from({ length: cards }, (_, n) => card(n + 2)),
})

it.each([
  [0, [0]],
  [1, [1]],
  [CARDS_A_PART, [CARDS_A_PART]],
  [CARDS_A_PART + 1, [CARDS_A_PART, 1]],
])('a list of %i cards goes in parts, each card once and in order', (cards, sizes) => {
  const list = listOf(cards)
  const parts = partsOfList(list)
  expect(parts.map((one) => one.cards.length)).toEqual(sizes)
  expect(parts.flatMap((one) => one.cards)).toEqual(list.cards)
  expect(parts.every(({ deliveryId }) => deliveryId === list.deliveryId)).toBe(true)
})
