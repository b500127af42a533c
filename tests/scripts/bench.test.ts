import { describe, expect, it } from 'vitest'
import { longestIn } from '../../scripts/bench/delays.ts'
import { limitOf } from '../../scripts/bench/bar.ts'
import { faultsOf } from '../../scripts/bench/cases/burst.ts'
import { chosen, wishOf } from '../../scripts/bench/choose.ts'
import { differenceOf } from '../../scripts/bench/clocks.ts'
import { exitCode, nested, table } from '../../scripts/bench/report.ts'
import { broken, judge, type Benchmark, type Measured } from '../../scripts/bench/result.ts'
import { percentile, spread } from '../../scripts/bench/statistics.ts'
import { BENCHMARKS } from '../../scripts/bench/table.ts'

const readings = (n: number, of: (index: number) => number = (index) => index + 1): number[] =>
  Array.from({ length: n }, (_, index) => of(index))

const tap: Benchmark = {
  name: 'tap.fake3k',
  title: 'a tap',
  unit: 'ms',
  n: 100,
  bar: { kind: 'at-most', value: 95 },
  measure: () => Promise.reject(new Error('not run')),
}

const measured = (change: Partial<Measured> = {}): Measured => ({
  values: readings(100),
  floor: null,
  loopDelayMaxMs: 5,
  ...change,
})

describe('delays of a start without a driver', () => {
  it('count from the moment the window was shown', () => {
    const told = '1000 400.0\n1100 30.5\n2000 12.0\n'
    expect(longestIn(told, 1_010)).toBe(30.5)
    // one that began before is counted only from then on
    expect(longestIn(told, 1_090)).toBe(12)
    expect(longestIn(told, 3_000)).toBe(0)
    expect(longestIn('', 0)).toBe(0)
  })
})

describe('the percentiles of a benchmark', () => {
  it('are readings that were really taken, by nearest rank', () => {
    expect(percentile([15, 20, 35, 40, 50], 30)).toBe(20)
    expect(percentile([15, 20, 35, 40, 50], 100)).toBe(50)
    expect(spread(readings(200))).toEqual({ n: 200, p50: 100, p95: 190, p99: 198 })
  })

  it('do not depend on the order of the readings, and leave it alone', () => {
    const values = [3, 1, 2]
    expect(percentile(values, 50)).toBe(2)
    expect(values).toEqual([3, 1, 2])
  })

  it('are nothing when nothing was read', () => {
    expect(percentile([], 95)).toBeNaN()
  })
})

describe('a bar', () => {
  it('is a figure, a multiple of the floor, or so much above it', () => {
    expect(limitOf({ kind: 'at-most', value: 60 }, null)).toBe(60)
    expect(limitOf({ kind: 'times-floor', factor: 2.5 }, 400)).toBe(1_000)
    expect(limitOf({ kind: 'above-floor', by: 40 }, 200)).toBe(240)
  })

  it('that needs a floor cannot be held without one', () => {
    const bar = { kind: 'times-floor', factor: 2 } as const
    const result = judge({ ...tap, bar }, measured({ floor: null }))
    expect(result.ok).toBe(false)
    expect(result.bar).toBeNull()
  })
})

describe('a benchmark is judged', () => {
  it('by its 95th percentile, and a bar just reached is held', () => {
    const result = judge(tap, measured())
    expect(result).toEqual({
      unit: 'ms',
      n: 100,
      p50: 50,
      p95: 95,
      p99: 99,
      floor: null,
      ratio: null,
      bar: 95,
      ok: true,
      loopDelayMaxMs: 5,
      more: {},
      faults: [],
    })
  })

  it('against what was measured beside it', () => {
    const bar = { kind: 'times-floor', factor: 2 } as const
    const result = judge({ ...tap, bar }, measured({ floor: readings(100, (one) => one / 2) }))
    expect(result).toMatchObject({ floor: 47, ratio: 2.02, bar: 94, ok: false })
    expect(result.faults).toEqual(['95 ms, the bar is 94 ms'])
  })

  it('by the figure it names, where that is another one', () => {
    expect(judge(tap, measured({ judged: 96 })).ok).toBe(false)
    expect(judge(tap, measured({ judged: 1 })).ok).toBe(true)
  })

  it('with too few readings as missed', () => {
    expect(judge(tap, measured({ values: readings(99) })).faults).toEqual([
      'only 99 of 100 readings',
    ])
  })

  it('with main held up for more than 50 ms as missed', () => {
    expect(judge(tap, measured({ loopDelayMaxMs: 50 })).ok).toBe(true)
    expect(judge(tap, measured({ loopDelayMaxMs: 50.5 })).faults).toEqual([
      'main was held up for 50.5 ms, the bar is 50 ms',
    ])
  })

  it('as missed when it broke off, and says why', () => {
    expect(broken(tap, new Error('No card service.'))).toMatchObject({
      ok: false,
      n: 0,
      p95: null,
      faults: ['No card service.'],
    })
  })
})

describe('the report', () => {
  const good = judge(tap, measured())
  const bad = broken(tap, new Error('broken off'))
  const results = new Map([
    ['tap.fake3k', good],
    ['tap.pcsc', bad],
    ['memory', good],
  ])

  it('is nested by case for machines, and survives JSON', () => {
    const json: unknown = JSON.parse(JSON.stringify(nested(results)))
    expect(json).toEqual({ tap: { fake3k: good, pcsc: bad }, memory: good })
  })

  it('has a line for each benchmark, and says what was missed', () => {
    const lines = table(results).split('\n')
    expect(lines[0]).toMatch(/^benchmark +n +p50 +p95 +p99 +floor +ratio +bar +main$/)
    expect(lines[1]).toMatch(/^tap\.fake3k +100 +50 +95 +99 +– +– +95 ms +5 +ok$/)
    expect(lines[2]).toMatch(/MISSED$/)
    expect(lines[3]).toBe('    missed: broken off')
  })

  it('ends with 1 as soon as one bar is missed', () => {
    expect(exitCode(results)).toBe(1)
    expect(exitCode(new Map([['memory', good]]))).toBe(0)
  })
})

describe('names on the command line', () => {
  const names = (wish: readonly string[]): readonly string[] =>
    chosen(BENCHMARKS, wish).map(({ name }) => name)

  it('choose one case, or all of a name', () => {
    expect(names(['tap.fake100k'])).toEqual(['tap.fake100k'])
    expect(names(['tap'])).toEqual(['tap.fake3k', 'tap.fake100k', 'tap.pcsc'])
    expect(names([])).toHaveLength(BENCHMARKS.length)
  })

  it('that are none are refused, with those there are', () => {
    expect(() => names(['ta'])).toThrow(/No such benchmark: ta\. There are: tap\.fake3k/)
    expect(() => wishOf(['--jsno'])).toThrow(/jsno/)
    expect(() => wishOf(['--n', 'many'])).toThrow(/whole number/)
  })

  it('stand beside the options', () => {
    expect(wishOf(['tap', '--json', '--n', '5'])).toEqual({ names: ['tap'], json: true, n: 5 })
  })
})

describe('the table of benchmarks', () => {
  it('asks for 200 readings, and for 20 starts and lists', () => {
    const starts = [
      'coldStart',
      'memory',
      'login',
      'lock',
      'backup',
      'lists.names',
      'lists.class',
      'lists.changes',
      'lists.cases',
      'lists.today',
      'lists.log',
      'lists.taps',
      'import.roll',
      'import.photos',
      'recovery.page',
      'recovery.service',
    ]
    for (const { name, n } of BENCHMARKS)
      expect(n, name).toBeGreaterThanOrEqual(starts.includes(name) ? 20 : 200)
  })

  it('names each once', () => {
    expect(new Set(BENCHMARKS.map(({ name }) => name)).size).toBe(BENCHMARKS.length)
  })
})

describe('the clocks of main and page', () => {
  it('are compared by the shortest round trip', () => {
    const rounds = [
      { sent: 100, page: 109, back: 110 },
      { sent: 200, page: 200.3, back: 200.4 },
    ]
    const { offsetMs, uncertaintyMs } = differenceOf(rounds)
    expect(offsetMs).toBeCloseTo(0.1)
    expect(uncertaintyMs).toBeCloseTo(0.2)
  })

  it('that differ, or may differ, by more than 1 ms measure nothing', () => {
    expect(() => differenceOf([{ sent: 0, page: 2, back: 0.2 }])).toThrow(/differ by 1\.90/)
    expect(() => differenceOf([{ sent: 0, page: 2, back: 4 }])).toThrow(/0\.00 ± 2\.00/)
  })
})

describe('a burst', () => {
  it('is whole when every tap is one row, one word for the city and one for the page', () => {
    expect(faultsOf(2, { taps: 2, queued: 2 }, ['a', 'b'])).toEqual([])
  })

  it('tells what was missed and what was doubled', () => {
    expect(faultsOf(2, { taps: 1, queued: 2 }, ['a', 'a'])).toEqual([
      '2 taps made, 1 on the disk',
      '2 taps made, 1 told apart',
    ])
  })
})
