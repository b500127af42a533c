import { expect, it } from 'vitest'
import { daysHere } from '../../../electron/cases/caseFacts.ts'
import { act, produced } from '../../core/case/acts.ts'
import { after, card, caseState, date, HOUR, MONDAY } from '../../core/case/builders.ts'

const DAY = 24 * HOUR

it('5.7-10 a card lies here since it came, also where a pack was taken and brought back', () => {
  const came = after(produced(), act('card.arrived'), { at: MONDAY - 29 * DAY })
  const taken = after(came, act('pack.taken'), { at: MONDAY - DAY })
  const back = after(taken, act('pack.closed', { how: 'back' }), { at: MONDAY })
  for (const state of [came, taken, back]) expect(daysHere(state, date('2026-10-12'))).toBe(29)
})

it('of a card nobody applied for it is counted from its state', () => {
  const state = caseState({ cards: [card('new', 'ARRIVED', MONDAY - 3 * DAY)] })
  expect(daysHere(state, date('2026-10-12'))).toBe(3)
  expect(daysHere(caseState(), date('2026-10-12'))).toBeNull()
})
