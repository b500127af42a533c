/** The upper half of a state counts the cards that came and left, on pcsc-lite and Windows. */
export const countOf = (state: number): number => state >>> 16

/** What is known of a card that was present before and is present now. */
export interface StillPresent {
  /** the state told now */
  readonly state: number
  /** as it was when the card came */
  readonly countAtArrival: number
  /** other states may have come before this one */
  readonly eventsLost: boolean
  /** it lay there from the start: nothing was told of it that a swap could undo */
  readonly lying: boolean
}

/**
 * Whether it is another card. Out and in count two. One is no swap: pcscd counts an arrival a
 * moment after it shows it, so a look in between is still one short.
 */
export function wasSwapped({ state, countAtArrival, eventsLost, lying }: StillPresent): boolean {
  if (countOf(state) === 0) return eventsLost && !lying
  return ((countOf(state) - countAtArrival) & 0xffff) >= 2
}
