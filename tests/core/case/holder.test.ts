import { expect, it } from 'vitest'
import type { CardState } from '../../../core/card.ts'
import { holderState } from '../../../core/case/holder.ts'
import { applied } from './acts.ts'
import { card, caseState, LEFT, reissue } from './builders.ts'

const holding = (...states: readonly CardState[]) =>
  holderState(caseState({ cards: states.map((state, n) => card(`c-${n}`, state)) }))

it.each([
  [[], 'NONE'],
  [['ACTIVE'], 'HOLDS_ONE'],
  [['LOST'], 'LOST_NO_REPLACEMENT'],
  [['DAMAGED'], 'LOST_NO_REPLACEMENT'],
  [['FOUND_HELD'], 'LOST_NO_REPLACEMENT'],
  [['ORDERED'], 'WAITING_REPLACEMENT'],
  [['FAILED'], 'WAITING_REPLACEMENT'],
  [['LOST', 'ORDERED'], 'WAITING_REPLACEMENT'],
  [['ARRIVED'], 'ARRIVED_NOT_COLLECTED'],
  [['LOST', 'WITH_TEACHER'], 'ARRIVED_NOT_COLLECTED'],
  [['ACTIVE', 'ARRIVED'], 'ARRIVED_NOT_COLLECTED'],
  [['ACTIVE', 'ACTIVE'], 'HOLDS_TWO'],
  [['ACTIVE', 'ACTIVE', 'ARRIVED'], 'HOLDS_TWO'],
  [['REPLACED', 'ACTIVE'], 'HOLDS_ONE'],
  [['REPLACED', 'VOID', 'RETURNED', 'LEFT', 'KEPT_BY_LEAVER'], 'NONE'],
] as const)('who has cards %j is %s', (states, holder) => {
  expect(holding(...states)).toBe(holder)
})

it('who has applied waits, until it is over', () => {
  expect(holderState(applied())).toBe('WAITING_REPLACEMENT')
  const over = applied({ applications: [reissue({ state: 'WITHDRAWN' })] })
  expect(holderState(over)).toBe('LOST_NO_REPLACEMENT')
})

it('who has left has left, whatever they hold', () => {
  expect(holderState(applied({ pupil: LEFT }))).toBe('LEFT')
})
