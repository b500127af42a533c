import { expect, it } from 'vitest'
import { readTypedCardNumber } from '../../core/typedCardNumber.ts'

it.each([
  ['1000759999990001', '1000759999990001'],
  [' 1000 7599 9999 0001 2345 ', '10007599999900012345'],
  ['１０００７５９９９９９９０００１', '1000759999990001'],
])('reads %s', (text, value) => {
  expect(readTypedCardNumber(text)).toEqual({ kind: 'read', value })
})

it.each(['', '   '])('is none where nothing is typed: "%s"', (text) => {
  expect(readTypedCardNumber(text)).toEqual({ kind: 'none' })
})

it.each([
  ['100075999999000', 'card-number-malformed'],
  ['100075999999000123456', 'card-number-malformed'],
  ['1000-7599-9999-0001', 'card-number-malformed'],
  ['1.0E+15', 'card-number-malformed'],
  ['11010120140101001X', 'identity-number-in-column'],
  ['G110101201401010010', 'identity-number-in-column'],
] as const)('refuses %s', (text, why) => {
  expect(readTypedCardNumber(text)).toEqual({ kind: 'fault', why })
})
