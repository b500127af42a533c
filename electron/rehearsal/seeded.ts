/** Chance with a seed: the same seed gives the same school on every machine and every day. */
export interface Dice {
  /** 0 ≤ x < 1 */
  roll(): number
  /** a whole number, 0 ≤ x < end */
  below(end: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
}

/** mulberry32; `key` gives each person a sequence of its own, whoever was drawn before. */
export function seeded(seed: number, key: number): Dice {
  let state = (Math.imul(seed, 0x85ebca6b) ^ Math.imul(key + 1, 0x9e3779b1)) >>> 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (end: number): number => Math.floor(roll() * end)
  const chance = (probability: number): boolean => roll() < probability
  const pick = <T>(from: readonly T[]): T => {
    const one = from[below(from.length)]
    if (one === undefined) throw new RangeError('Nothing to pick from.')
    return one
  }
  roll() // neighbouring keys are alike in the first draw only
  return { roll, below, chance, pick }
}

/** FNV-1a: a number for a text, to seed by an id. */
export function keyOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}

/** One of `entries`, in proportion to their weights. */
export function weighted<T>(dice: Dice, entries: readonly (readonly [T, number])[]): T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
  let left = dice.roll() * total
  for (const [one, weight] of entries) {
    left -= weight
    if (left < 0) return one
  }
  const last = entries.at(-1)
  if (last === undefined) throw new RangeError('Nothing to choose from.')
  return last[0]
}
