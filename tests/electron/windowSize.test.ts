import { expect, it } from 'vitest'
import { firstSize, LEAST_SIZE } from '../../electron/windowSize.ts'

it('opens as designed where there is room', () => {
  expect(firstSize({ width: 1920, height: 1040 })).toEqual({ width: 1366, height: 768 })
})

it('opens no larger than a small screen at 125 % has free, and may be that small', () => {
  const free = { width: 1024, height: 528 }
  expect(firstSize(free)).toEqual(free)
  expect(LEAST_SIZE.minWidth).toBeLessThanOrEqual(free.width)
  expect(LEAST_SIZE.minHeight).toBeLessThanOrEqual(free.height)
})
