import type { CardRead, ReadOutcome } from './cardRead.ts'
import type { EpochMs } from './calendarDate.ts'

/** Within this time after its last removal the same number on the same reader is one tap. */
export const DAMPING_MS = 2_000

/** The last identity seen at one reader, and when the card went away (null: still there). */
export interface LastSeen {
  readonly identity: string
  readonly removedAt: EpochMs | null
}

/**
 * What damping compares: the number that was read, never the event alone (cards.md 2.5).
 * @returns null for a failed read, a phone, a card without a lasting number: these can neither
 * hold back nor be held back.
 */
export function tapIdentity(outcome: ReadOutcome): string | null {
  return outcome.kind === 'card' ? cardIdentity(outcome.card) : null
}

function cardIdentity(card: CardRead): string | null {
  switch (card.family) {
    case 'bmac':
    case 't-union':
      return `${card.family}:${card.number}`
    case 'm1':
      return `uid:${card.uid}`
    case 'other-cpu':
      return card.uid === null ? null : `uid:${card.uid}`
    case 'phone':
      return null
  }
}

/**
 * domain.md 5.7-5. Another number is never held back; another reader is another `last`.
 * A clock that was set back in between holds nothing back either.
 */
export function isSameTap(
  last: LastSeen | null,
  identity: string | null,
  presentedAt: EpochMs,
): boolean {
  if (last === null || identity === null || last.identity !== identity) return false
  if (last.removedAt === null) return true
  const away = presentedAt - last.removedAt
  return away >= 0 && away < DAMPING_MS
}
