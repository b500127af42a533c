import { expect, test } from 'playwright/test'
import { BENCHMARKS } from '../../scripts/bench/table.ts'
import { judge } from '../../scripts/bench/result.ts'
import { forgetSchools } from '../../scripts/bench/schools.ts'

/**
 * One benchmark, shortly: that it still measures what it says, not how fast this machine is. Ten
 * times the bar is only exceeded when something is wrong.
 */
const N = 12

test.afterAll(forgetSchools)

test('a tap is measured from the reader to the picture', async () => {
  const tap = BENCHMARKS.find(({ name }) => name === 'tap.fake3k')
  if (tap?.bar.kind !== 'at-most') throw new Error('The bar of a tap is a figure.')

  const measured = await tap.measure(N)
  const result = judge(tap, measured)

  expect(measured.values).toHaveLength(N)
  expect(result.p95).toBeLessThan(10 * tap.bar.value)
  expect(result.loopDelayMaxMs).not.toBeNull()
  // The reader's own time is part of every tap, so no tap can be faster than the quickest reading.
  const floor = measured.floor ?? []
  expect(floor).toHaveLength(N)
  expect(Math.min(...measured.values)).toBeGreaterThan(Math.min(...floor))
  // In order: told, then in the DOM, then painted.
  for (const part of ['placed to told', 'told to DOM', 'DOM to painted'])
    expect(measured.more?.[`${part} (p50)`], part).toBeGreaterThan(0)
  expect(result.faults.filter((fault) => fault.startsWith('only'))).toEqual([
    `only ${N} of ${tap.n} readings`,
  ])
})
