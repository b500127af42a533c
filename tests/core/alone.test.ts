import { expect, it } from 'vitest'
import { ALONE, aloneReason, isAlone, ownReason } from '../../core/alone.ts'

it.each([null, 'card', 'a note of several words'])(
  'a mark of 单人办理 keeps the reason %j beside it',
  (reason) => {
    const marked = aloneReason(reason)
    expect(isAlone(marked)).toBe(true)
    expect(ownReason(marked)).toBe(reason)
  },
)

it.each([null, 'card', `${ALONE}some`, `not ${ALONE}`])('%j is no mark', (reason) => {
  expect(isAlone(reason)).toBe(false)
  expect(ownReason(reason)).toBe(reason)
})
