import { expect, it } from 'vitest'
import { arrivalStateOf, countArrivals, type ArrivalLine } from '../../../core/arrivalList.ts'

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
