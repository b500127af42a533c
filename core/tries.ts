/** How often a PIN was tried for one operator since it was last right, and the wait owed for it. */
export interface Tries {
  readonly wrong: number
  /** ms that must pass without a break before the next try */
  readonly owedMs: number
}

export type MayTry =
  | { readonly kind: 'yes' }
  | { readonly kind: 'wait'; readonly ms: number }
  /** only a supervisor can lift it: `cleared()` */
  | { readonly kind: 'needs-supervisor' }

/** hardening.md 3.4 */
export const WRONG_BEFORE_WAIT = 5
export const WRONG_BEFORE_SUPERVISOR = 10
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * 60_000

/** Nothing owed: a new operator, the PIN was right, or a supervisor lifted it. */
export const cleared = (): Tries => ({ wrong: 0, owedMs: 0 })

/** What is not known to be better: a counter that is missing, ruined or older than it was. */
export const locked = (): Tries => ({
  wrong: WRONG_BEFORE_SUPERVISOR,
  owedMs: owedAfter(WRONG_BEFORE_SUPERVISOR),
})

/**
 * Counted BEFORE the PIN is checked and kept durably: a power cut between try and answer is no free
 * try. A right PIN clears it afterwards.
 */
export function countTry(tries: Tries): Tries {
  const wrong = tries.wrong + 1
  return { wrong, owedMs: owedAfter(wrong) }
}

/**
 * Both times are ms of one steady clock, never of the wall clock: setting that forward unlocks
 * nothing. A clock that ran backwards has waited for nothing.
 *
 * @param waitingSince the last try, or the start of the program if that is later: after a restart
 *   the whole wait begins anew, because nothing says how long the computer was off
 */
export function mayTry(tries: Tries, waitingSince: number, steadyNow: number): MayTry {
  if (tries.wrong >= WRONG_BEFORE_SUPERVISOR) return { kind: 'needs-supervisor' }
  const left = tries.owedMs - Math.max(0, steadyNow - waitingSince)
  return left > 0 ? { kind: 'wait', ms: left } : { kind: 'yes' }
}

function owedAfter(wrong: number): number {
  if (wrong < WRONG_BEFORE_WAIT) return 0
  return Math.min(FIRST_WAIT_MS * 2 ** (wrong - WRONG_BEFORE_WAIT), LONGEST_WAIT_MS)
}
