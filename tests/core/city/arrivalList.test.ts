import { expect, it } from 'vitest'
import {
  arrivalStateOf,
  countArrivals,
  differencesOf,
  fitsListedNumber,
  type ArrivalLine,
} from '../../../core/arrivalList.ts'

const pupil = {
  studentId: 's',
  name: '李雷',
  className: null,
  educationIdTail: null,
  hasPhoto: false,
}
const line = (part: Partial<ArrivalLine>) => ({
  ...({ expected: true, state: 'missing', pupil } as const),
  ...part,
})

it('counts what is on the list and what came, apart', () => {
  const lines = [
    line({}),
    line({ pupil: null }),
    line({ state: 'here' }),
    line({ state: 'damaged' }),
    line({ state: 'returned' }),
    line({ state: 'here', expected: false }),
    line({ state: 'damaged', expected: false }),
  ]
  expect(countArrivals(lines)).toEqual({
    ...{ expected: 5, arrived: 3, missing: 2, extra: 2, damaged: 2, unknown: 1 },
  })
})

it.each([
  [null, 'missing'],
  ['ORDERED', 'missing'],
  ['ARRIVED', 'here'],
  ['WITH_TEACHER', 'here'],
  ['ACTIVE', 'here'],
  ['DAMAGED', 'damaged'],
  ['RETURNED', 'returned'],
] as const)('a card that is %s is %s', (card, state) => {
  expect(arrivalStateOf(card)).toBe(state)
})

it.each([
  ['came as listed', { state: 'here' }, []],
  ['did not come', {}, ['missing']],
  ['is nobody’s', { pupil: null }, ['missing', 'nobody']],
  [
    ...(['stands in no legible row', { pupil: null, trouble: 'leading-zero-lost' }] as const),
    ['missing', 'unreadable'],
  ],
  ['was on no list, and is broken', { state: 'damaged', expected: false }, ['extra', 'damaged']],
  ['went back, of somebody who has left', { state: 'returned', left: true }, ['returned', 'left']],
] as const)('a card that %s', (_, part, differences) => {
  const shown = { ...line(part), trouble: null, left: false, ...part }
  expect(differencesOf(shown, true)).toEqual(differences)
})

it('a number that is not the listed one is a difference of its own', () => {
  const shown = { ...line({ state: 'here' }), trouble: null, left: false }
  expect(differencesOf(shown, false)).toEqual(['number-differs'])
})

it.each([
  ['10007599999900021234', 'bmac', '1000759999990002', true],
  ['1000759999990002', 'printed', '10007599999900021234', true],
  ['1000759999990002', 'bmac', '1000759999990003', false],
  ['1000759999990002', 'uid', '0A0B0C0D', true],
  [null, 'bmac', '1000759999990003', true],
] as const)('listed %s fits %s %s: %s', (listed, kind, value, fits) => {
  expect(fitsListedNumber(listed, [{ kind, value }])).toBe(fits)
})
