import { expect, it } from 'vitest'
import { readsAsBirthDate } from '../../core/birthDate.ts'
import { TODAY } from './builders.ts'

it.each([
  ['20131005', true],
  ['19800101', true],
  ['20261012', true], // today
  ['20261013', false],
  ['19791231', false],
  ['20130230', false],
  ['20131305', false],
  ['00071234', false],
  ['2013105', false],
  ['201310050', false],
])('%s reads as a birth date: %s', (digits, expected) => {
  expect(readsAsBirthDate(digits, TODAY)).toBe(expected)
})
