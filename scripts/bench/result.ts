import { limitOf, type Bar } from './bar.ts'
import { percentile, spread } from './statistics.ts'

/** What a benchmark is, before it is run: one line of table.ts. */
export interface Benchmark {
  /** nested by dots: tap.fake3k */
  readonly name: string
  /** for people: from what to what */
  readonly title: string
  readonly unit: 'ms' | 'MB'
  /** readings asked for; with fewer the bar counts as missed */
  readonly n: number
  readonly bar: Bar
  readonly measure: Measure
}

/** Loaded only when chosen. */
export type Measure = (n: number) => Promise<Measured>

export interface Measured {
  readonly values: readonly number[]
  /** the bare thing, measured in the same run; null: there is none */
  readonly floor: readonly number[] | null
  /** longest that main kept anybody waiting once its window was shown; null: not watched */
  readonly loopDelayMaxMs: number | null
  /** what is held against the bar; left out: the 95th percentile */
  readonly judged?: number
  /** further figures worth printing */
  readonly more?: Readonly<Record<string, number>>
  /** in words: whatever else must hold and did not */
  readonly faults?: readonly string[]
}

export interface Result {
  readonly unit: Benchmark['unit']
  readonly n: number
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  /** 95th percentile of the bare thing */
  readonly floor: number | null
  /** figure / floor */
  readonly ratio: number | null
  /** what the figure must not exceed, in `unit` */
  readonly bar: number | null
  readonly ok: boolean
  readonly loopDelayMaxMs: number | null
  readonly more: Readonly<Record<string, number>>
  /** why `ok` is false, in words */
  readonly faults: readonly string[]
}

/** In main, in every benchmark. */
export const LOOP_DELAY_BAR_MS = 50

/** Holds what was measured against the bar. Pure. */
export function judge(benchmark: Benchmark, measured: Measured): Result {
  const { unit, n: wanted, bar } = benchmark
  const { values, loopDelayMaxMs, more = {} } = measured
  const { n, p50, p95, p99 } = spread(values)
  const floor = measured.floor === null ? null : percentile(measured.floor, 95)
  const figure = measured.judged ?? p95
  const limit = limitOf(bar, floor)
  const faults = [
    ...(measured.faults ?? []),
    ...(n < wanted ? [`only ${n} of ${wanted} readings`] : []),
    // Written so that NaN is a miss.
    ...(figure <= limit ? [] : [`${show(figure)} ${unit}, the bar is ${show(limit)} ${unit}`]),
    ...(loopDelayMaxMs === null || loopDelayMaxMs <= LOOP_DELAY_BAR_MS
      ? []
      : [`main was held up for ${show(loopDelayMaxMs)} ms, the bar is ${LOOP_DELAY_BAR_MS} ms`]),
  ]
  return {
    unit,
    n,
    p50: rounded(p50),
    p95: rounded(p95),
    p99: rounded(p99),
    floor: floor === null ? null : rounded(floor),
    ratio: floor === null ? null : rounded(figure / floor),
    bar: rounded(limit),
    ok: faults.length === 0,
    loopDelayMaxMs: loopDelayMaxMs === null ? null : rounded(loopDelayMaxMs),
    more,
    faults,
  }
}

/** A benchmark that broke off is a missed bar, and says why. */
export function broken({ unit }: Benchmark, thrown: unknown): Result {
  const why = thrown instanceof Error ? thrown.message : String(thrown)
  return {
    unit,
    n: 0,
    p50: null,
    p95: null,
    p99: null,
    floor: null,
    ratio: null,
    bar: null,
    ok: false,
    loopDelayMaxMs: null,
    more: {},
    faults: [why],
  }
}

const show = (figure: number): string => String(rounded(figure) ?? 'nothing')

/** JSON knows no NaN. */
function rounded(figure: number): number | null {
  return Number.isFinite(figure) ? Math.round(figure * 100) / 100 : null
}
