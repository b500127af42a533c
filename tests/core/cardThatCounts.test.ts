import { expect, test } from 'vitest'
import { inOrderOfCount } from '../../core/cardThatCounts.ts'

test('the card in use counts before the one that is lost, and history comes last', () => {
  const cards = [
    { state: 'REPLACED', stateSince: 30 },
    { state: 'LOST', stateSince: 20 },
    { state: 'ACTIVE', stateSince: 10 },
    { state: 'ORDERED', stateSince: 25 },
  ] as const
  expect(inOrderOfCount(cards).map(({ state }) => state)).toEqual([
    'ACTIVE',
    'ORDERED',
    'LOST',
    'REPLACED',
  ])
})

test('of two cards in the same state the newer one counts', () => {
  const cards = [
    { state: 'ACTIVE', stateSince: 1 },
    { state: 'ACTIVE', stateSince: 2 },
  ] as const
  expect(inOrderOfCount(cards)[0]?.stateSince).toBe(2)
})
