import { expect, it } from 'vitest'
import { rebuildDelay } from '../../electron/rebuildDelay.ts'

it('rebuilds a page at once, three times a minute', () => {
  expect(rebuildDelay([5_000])).toBe(0)
  expect(rebuildDelay([5_000, 6_000, 7_000])).toBe(0)
})

it('waits when a page dies again and again, and no longer than the minute lasts', () => {
  expect(rebuildDelay([5_000, 6_000, 7_000, 8_000])).toBe(10_000)
  expect(rebuildDelay([5_000, 6_000, 7_000, 68_000])).toBe(0)
})
