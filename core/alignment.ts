import { assertNever } from './assertNever.ts'

/** One place of two lists laid beside each other. */
export type Aligned<T> =
  | { readonly kind: 'pair'; readonly left: T; readonly right: T }
  | { readonly kind: 'left-only'; readonly left: T }
  | { readonly kind: 'right-only'; readonly right: T }
  /** two neighbours that changed their places */
  | { readonly kind: 'swapped'; readonly left: readonly [T, T]; readonly right: readonly [T, T] }

/** What a difference costs; the alignment with the least cost is taken. */
export interface Costs<T> {
  /** 0: they are the same */
  readonly pair: (left: T, right: T) => number
  /** one that stands alone */
  readonly alone: (one: T) => number
  readonly swap: number
}

interface Way<T> {
  readonly cost: number
  readonly last: Aligned<T> | null
  readonly before: Way<T> | null
}

/**
 * Lays two lists beside each other at the least cost: Damerau's edit distance in its restricted form, where
 * what was swapped is not changed again. Made for names: time and memory grow with the product of the lengths.
 */
export function align<T>(
  left: readonly T[],
  right: readonly T[],
  costs: Costs<T>,
): readonly Aligned<T>[] {
  const rows: Way<T>[][] = []
  for (let i = 0; i <= left.length; i += 1) {
    const row: Way<T>[] = []
    rows.push(row)
    for (let j = 0; j <= right.length; j += 1) row.push(bestWay(rows, left, right, costs, i, j))
  }
  return stepsOf(rows.at(-1)?.at(-1) ?? null)
}

/** To the first `i` of the left and `j` of the right; of equally good ways the first. */
function bestWay<T>(
  rows: readonly (readonly Way<T>[])[],
  left: readonly T[],
  right: readonly T[],
  costs: Costs<T>,
  i: number,
  j: number,
): Way<T> {
  const [ours, theirs] = [left[i - 1], right[j - 1]]
  const [oursBefore, theirsBefore] = [left[i - 2], right[j - 2]]
  const ways: Way<T>[] = []
  const go = (before: Way<T> | undefined, cost: number, last: Aligned<T>): void => {
    if (before !== undefined) ways.push({ cost: before.cost + cost, last, before })
  }
  const same = (one: T, other: T): boolean => costs.pair(one, other) === 0

  // First: of 晴晴 for 晴 the last is one too many, as who reads it would say.
  if (ours !== undefined) go(rows[i - 1]?.[j], costs.alone(ours), { kind: 'left-only', left: ours })
  if (theirs !== undefined)
    go(rows[i]?.[j - 1], costs.alone(theirs), { kind: 'right-only', right: theirs })
  if (ours !== undefined && theirs !== undefined)
    go(rows[i - 1]?.[j - 1], costs.pair(ours, theirs), { kind: 'pair', left: ours, right: theirs })
  if (ours !== undefined && oursBefore !== undefined)
    if (theirs !== undefined && theirsBefore !== undefined)
      if (same(oursBefore, theirs) && same(ours, theirsBefore) && !same(ours, theirs)) {
        const [one, other] = [[oursBefore, ours] as const, [theirsBefore, theirs] as const]
        go(rows[i - 2]?.[j - 2], costs.swap, { kind: 'swapped', left: one, right: other })
      }
  const beginning: Way<T> = { cost: 0, last: null, before: null }
  return ways.reduce((best, way) => (way.cost < best.cost ? way : best), ways[0] ?? beginning)
}

function stepsOf<T>(end: Way<T> | null): readonly Aligned<T>[] {
  const steps: Aligned<T>[] = []
  for (let way = end; way !== null; way = way.before) if (way.last !== null) steps.push(way.last)
  return steps.reverse()
}

/** The same with left and right changed. */
export function turned<T>(step: Aligned<T>): Aligned<T> {
  switch (step.kind) {
    case 'pair':
      return { kind: 'pair', left: step.right, right: step.left }
    case 'swapped':
      return { kind: 'swapped', left: step.right, right: step.left }
    case 'left-only':
      return { kind: 'right-only', right: step.left }
    case 'right-only':
      return { kind: 'left-only', left: step.right }
    default:
      return assertNever(step)
  }
}
