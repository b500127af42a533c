import type { Result } from './result.ts'

export type Results = ReadonlyMap<string, Result>
export interface Nested {
  readonly [name: string]: Result | Nested
}

/** `tap.fake3k` → { tap: { fake3k } }: one line of JSON for machines. */
export function nested(results: Results): Nested {
  const root: Record<string, unknown> = {}
  for (const [name, result] of results) {
    const path = name.split('.')
    const last = path.pop() ?? name
    let at = root
    for (const part of path) at = (at[part] ??= {}) as Record<string, unknown>
    at[last] = result
  }
  return root as Nested
}

const COLUMNS = [
  'benchmark',
  'n',
  'p50',
  'p95',
  'p99',
  'floor',
  'ratio',
  'bar',
  'main',
  '',
] as const

/** For people: one line a benchmark, and under it what was missed. */
export function table(results: Results): string {
  const rows = [...results].map(([name, result]) => ({ name, result, cells: cells(name, result) }))
  const widths = COLUMNS.map((title, column) =>
    Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return [
    line(COLUMNS),
    ...rows.flatMap(({ result, cells }) => [
      line(cells),
      ...Object.entries(result.more).map(([what, figure]) => `    ${what} ${figure}`),
      ...result.faults.map((fault) => `    missed: ${fault}`),
    ]),
  ].join('\n')
}

function cells(name: string, result: Result): readonly string[] {
  const { n, p50, p95, p99, floor, ratio, bar, unit, loopDelayMaxMs, ok } = result
  const figure = (one: number | null): string => (one === null ? '–' : String(one))
  return [
    name,
    ...[n, p50, p95, p99, floor, ratio].map(figure),
    `${figure(bar)} ${unit}`,
    figure(loopDelayMaxMs),
    ok ? 'ok' : 'MISSED',
  ]
}

export const exitCode = (results: Results): 0 | 1 =>
  [...results.values()].every(({ ok }) => ok) ? 0 : 1
