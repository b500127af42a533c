import { bindable } from '../../core/binding.ts'
import type { CardIdentifier } from '../../core/card.ts'
import type { CardRead } from '../../core/cardRead.ts'
import type { ReaderRefusal } from '../../core/caseRequests.ts'
import { identifiersOf } from '../../core/matching.ts'
import type { TapShown } from '../../core/tapShown.ts'
import type { OtherNumber } from '../../native/reader.ts'
import type { CardSeen } from './whoseCard.ts'

/** The card on the table: kept in memory, because a number that nobody has on record is nobody's to store. */
export interface LaidDown {
  hear(tap: TapShown, card: CardRead | null, otherNumber: OtherNumber): void
  /** Every number of the card that was laid down by this tap. */
  numbers(
    tapId: string,
  ): Promise<
    | { readonly kind: 'seen'; readonly card: CardSeen }
    | { readonly kind: 'refused'; readonly why: ReaderRefusal }
  >
  /** it is still that one */
  isThere(tapId: string): boolean
  forget(): void
}

export function laidDown(): LaidDown {
  let last: {
    readonly tapId: string
    readonly card: CardRead | null
    readonly other: Promise<string | null>
  } | null = null
  const refused = (why: ReaderRefusal) => ({ kind: 'refused', why }) as const

  return {
    hear(tap, card, otherNumber) {
      const isNew = tap.verdict.kind === 'unknown-card'
      last = { tapId: tap.tapId, card, other: isNew ? otherNumber() : Promise.resolve(null) }
    },
    async numbers(tapId) {
      if (last?.tapId !== tapId) return refused('tap-over')
      const { card, other } = last
      if (card === null) return refused('not-read')
      if (bindable(card).kind !== 'bindable') return refused('not-a-student-card')
      const second = await other
      // Somebody else may have signed in meanwhile: theirs is another card on another table.
      if (last?.tapId !== tapId) return refused('tap-over')
      const tUnion: readonly CardIdentifier[] =
        second === null ? [] : [{ kind: 't-union', value: second }]
      const identifiers = [...identifiersOf(card), ...tUnion]
      const seen = { identifiers, lookFor: identifiers, educationIds: [], isRead: true }
      return { kind: 'seen', card: seen }
    },
    isThere: (tapId) => last?.tapId === tapId,
    forget() {
      last = null
    },
  }
}
