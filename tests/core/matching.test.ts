import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CardIdentifier } from '../../core/card.ts'
import { identifiersOf, matchCard, type Candidate } from '../../core/matching.ts'
import { bmac } from './builders.ts'

const CHIP = '1000751136141285'
const chip: CardIdentifier = { kind: 'bmac', value: CHIP }
const uid = (value: string): CardIdentifier => ({ kind: 'uid', value })
const candidate = (cardId: string, foundBy: CardIdentifier, recorded = [foundBy]): Candidate => ({
  cardId,
  foundBy,
  recorded,
})

it('finds the card by any one identifier', () => {
  expect(matchCard([chip, uid('AA')], [candidate('a', chip)])).toEqual({
    kind: 'card',
    cardId: 'a',
  })
  expect(matchCard([uid('AA')], [candidate('a', uid('AA'))])).toEqual({ kind: 'card', cardId: 'a' })
})

it('finds it by the printed number, which the chip’s number begins', () => {
  const printed: CardIdentifier = { kind: 'printed', value: `${CHIP}0042` }
  expect(matchCard([chip], [candidate('a', chip, [printed])]).kind).toBe('card')
})

it('says none when nothing was found', () => {
  expect(matchCard([chip], [])).toEqual({ kind: 'none' })
})

it('disagrees when number and UID point to two cards', () => {
  const match = matchCard([chip, uid('AA')], [candidate('a', chip), candidate('b', uid('AA'))])
  expect(match).toEqual({ kind: 'disagree', cardIds: ['a', 'b'] })
})

it('disagrees when the number is right and the recorded UID is another', () => {
  const match = matchCard([chip, uid('AA')], [candidate('a', chip, [chip, uid('BB')])])
  expect(match).toEqual({ kind: 'disagree', cardIds: ['a'] })
})

it('disagrees when the UID is right and the recorded number is another', () => {
  const other: CardIdentifier = { kind: 'bmac', value: '1000751132009883' }
  const match = matchCard([chip, uid('AA')], [candidate('a', uid('AA'), [other, uid('AA')])])
  expect(match.kind).toBe('disagree')
})

it('does not miss a UID that was never recorded, or could not be read', () => {
  expect(matchCard([chip, uid('AA')], [candidate('a', chip, [chip])]).kind).toBe('card')
  expect(matchCard([chip], [candidate('a', chip, [chip, uid('BB')])]).kind).toBe('card')
})

it('takes nothing of a phone for an identifier', () => {
  expect(identifiersOf({ family: 'phone' })).toEqual([])
  expect(identifiersOf(bmac({ uid: null }))).toEqual([{ kind: 'bmac', value: CHIP }])
})

it('never answers with a card that contradicts what was read', () => {
  const values = fc.constantFrom('AA', 'BB', 'CC')
  const identifiers = fc.array(
    fc.record({ kind: fc.constantFrom('uid', 'bmac', 't-union'), value: values }),
    { minLength: 1, maxLength: 3 },
  ) as fc.Arbitrary<CardIdentifier[]>
  fc.assert(
    fc.property(identifiers, identifiers, (read, recorded) => {
      const hit = read.find((one) =>
        recorded.some((other) => other.kind === one.kind && other.value === one.value),
      )
      if (!hit) return
      const match = matchCard(read, [{ cardId: 'a', foundBy: hit, recorded }])
      const contradicted = read.some((one) => {
        const same = recorded.filter((other) => other.kind === one.kind)
        return same.length > 0 && !same.some((other) => other.value === one.value)
      })
      expect(match.kind).toBe(contradicted ? 'disagree' : 'card')
    }),
    { seed: 3, numRuns: 500 },
  )
})
