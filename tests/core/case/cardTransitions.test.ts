import { describe, expect, it } from 'vitest'
import type { CardState } from '../../../core/card.ts'
import {
  CARD_TRANSITIONS,
  cardTransition,
  type CardTransition,
} from '../../../core/case/cardTransitions.ts'
import { grantOf } from '../../../core/rights.ts'

/** domain.md 5.2, the column "leaves to", as it is written there. */
const LEAVES_TO: Readonly<Record<CardState, readonly CardState[]>> = {
  ORDERED: ['ARRIVED', 'FAILED', 'VOID'],
  FAILED: ['ORDERED', 'VOID'],
  ARRIVED: ['WITH_TEACHER', 'ACTIVE', 'DAMAGED', 'RETURNED', 'VOID'],
  WITH_TEACHER: ['ACTIVE', 'ARRIVED'],
  ACTIVE: ['LOST', 'DAMAGED', 'FOUND_HELD', 'LEFT', 'KEPT_BY_LEAVER', 'VOID'],
  LOST: ['ACTIVE', 'FOUND_HELD', 'REPLACED'],
  DAMAGED: ['REPLACED', 'RETURNED', 'VOID'],
  FOUND_HELD: ['ACTIVE', 'REPLACED', 'RETURNED', 'VOID'],
  REPLACED: ['ACTIVE', 'FOUND_HELD', 'VOID'],
  RETURNED: ['ARRIVED'],
  LEFT: ['ACTIVE'],
  KEPT_BY_LEAVER: [],
  VOID: [],
}
const STATES = Object.keys(LEAVES_TO) as readonly CardState[]
/** 5.7-2: an old card found behind the payment ends when the new one is handed over. */
const BESIDE = 'ACTIVE REPLACED'

const name = ({ from, to }: Pick<CardTransition, 'from' | 'to'>): string => `${from} ${to}`
const steps = (of: (one: CardTransition) => boolean) => CARD_TRANSITIONS.filter(of).map(name)

describe('卡片状态', () => {
  it.each(STATES)('%s leaves to what the law says, and to nothing else', (from) => {
    const law = LEAVES_TO[from].map((to) => name({ from, to }))
    const all = from === 'ACTIVE' ? [...law, BESIDE] : law
    expect(steps((one) => one.from === from).toSorted()).toEqual(all.toSorted())
  })

  it('each step is there once, and none leads from a state to itself', () => {
    expect(new Set(CARD_TRANSITIONS.map(name)).size).toBe(CARD_TRANSITIONS.length)
    expect(steps(({ from, to }) => from === to)).toEqual([])
  })

  it('every state is left or terminal, and what is terminal is 离校自存 and 作废', () => {
    const terminal = STATES.filter((one) => CARD_TRANSITIONS.every(({ from }) => from !== one))
    expect(terminal).toEqual(['KEPT_BY_LEAVER', 'VOID'])
  })

  it('a step that is not there is none', () => {
    expect(cardTransition('VOID', 'ACTIVE')).toBeNull()
    expect(cardTransition('LOST', 'ACTIVE')).toMatchObject({ offline: 'claim' })
  })
})

describe('what is worth something offline (domain.md 5.9)', () => {
  it('解挂 of a replaced card never, nor what the city alone does', () => {
    expect(steps(({ offline }) => offline === 'never').toSorted()).toEqual([
      ...['FAILED ORDERED', 'FAILED VOID', 'ORDERED FAILED', 'ORDERED VOID', 'REPLACED ACTIVE'],
    ])
  })

  it('挂失 and 解挂 are claims until the city confirms them', () => {
    expect(steps(({ offline }) => offline === 'claim').toSorted()).toEqual([
      ...['ACTIVE LOST', 'FOUND_HELD ACTIVE', 'LOST ACTIVE'],
    ])
  })

  it('arrival, hand-over, class pack and found-card custody are final', () => {
    for (const [from, to] of FINAL)
      expect([from, to, cardTransition(from, to)?.offline]).toEqual([...[from, to, 'final']])
  })
})

const FINAL: readonly (readonly [CardState, CardState])[] = [
  ['ORDERED', 'ARRIVED'],
  ['RETURNED', 'ARRIVED'],
  ['ARRIVED', 'ACTIVE'],
  ['ARRIVED', 'WITH_TEACHER'],
  ['WITH_TEACHER', 'ACTIVE'],
  ['WITH_TEACHER', 'ARRIVED'],
  ['ACTIVE', 'FOUND_HELD'],
  ['LOST', 'FOUND_HELD'],
  ['REPLACED', 'FOUND_HELD'],
  ['FOUND_HELD', 'RETURNED'],
]

describe('who brings it there (domain.md 5.8)', () => {
  const mayAlone = (role: 'clerk' | 'supervisor', { by }: CardTransition) =>
    by.some((one) => one !== 'city' && grantOf([role], one)?.needs.includes('agreement') === false)

  it('the city alone makes a card fail, and makes it again', () => {
    expect(steps(({ by }) => by.every((one) => one === 'city')).toSorted()).toEqual([
      ...['FAILED ORDERED', 'FAILED VOID', 'ORDERED FAILED', 'ORDERED VOID'],
    ])
  })

  it('作废 and 解挂 of a replaced card are a supervisor’s alone', () => {
    const here = CARD_TRANSITIONS.filter(({ by }) => by.some((one) => one !== 'city'))
    const notClerks = here.filter((one) => !mayAlone('clerk', one)).map(name)
    expect(notClerks.toSorted()).toEqual([
      ...['ACTIVE VOID', 'ARRIVED VOID', 'DAMAGED VOID', 'FOUND_HELD VOID', 'REPLACED ACTIVE'],
      'REPLACED VOID',
    ])
  })

  it('a supervisor may all that is done at the desk', () => {
    const here = CARD_TRANSITIONS.filter(({ by }) => by.some((one) => one !== 'city'))
    expect(here.filter((one) => !mayAlone('supervisor', one))).toEqual([])
  })

  it('every step into 作废 at the desk is an override', () => {
    const ways = CARD_TRANSITIONS.filter(({ to, by }) => to === 'VOID' && !by.includes('city'))
    expect(ways.every(({ by }) => by.join() === 'override-verdict')).toBe(true)
  })
})
