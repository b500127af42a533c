/**
 * 单人办理: what two people must do was done by one, because a school has only one (domain.md 5.8). The
 * mark is the first word of the log row's reason; a reason of its own follows after a space.
 */
export const ALONE = 'alone'

/** @param reason what the person gave; null: none was asked */
export function aloneReason(reason: string | null): string {
  return reason === null ? ALONE : `${ALONE} ${reason}`
}

export function isAlone(reason: string | null): boolean {
  return reason === ALONE || reason?.startsWith(`${ALONE} `) === true
}

/** The reason without the mark; null: there is none. */
export function ownReason(reason: string | null): string | null {
  if (reason === null || !isAlone(reason)) return reason
  return reason.slice(ALONE.length + 1) || null
}
