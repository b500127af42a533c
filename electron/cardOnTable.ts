import type { CardIdentifier } from '../core/card.ts'
import type { CardRead } from '../core/cardRead.ts'
import { identifiersOf } from '../core/matching.ts'
import type { TapShown } from '../core/tapShown.ts'
import type { OtherNumber } from '../native/reader.ts'

/** What lies on the table, by the tap an act was begun with. */
export type Laid =
  | {
      readonly kind: 'laid'
      readonly tap: TapShown
      readonly read: CardRead
      /** all it is to be found by: what was read of it, and its other number where that is asked for */
      readonly numbers: Promise<readonly CardIdentifier[]>
    }
  | {
      readonly kind: 'refused'
      /** `tap-over`: another card was laid down since, or somebody else has signed in */
      readonly why: 'tap-over' | 'not-read'
    }

/**
 * The card that was laid down last, for as long as the person stays it was laid down before. Kept in memory, because a
 * number that nobody has on record is nobody's to store.
 */
export interface CardOnTable {
  /** A card was laid down. Its other number is asked for now: later the card is free again. */
  hear(tap: TapShown, read: CardRead | null, otherNumber: OtherNumber): void
  /** The card that was laid down by this tap, if it is still the last. Who waits in between asks again. */
  laidBy(tapId: string): Laid
  /** the desk was locked: the next person lays the card down anew */
  forget(): void
}

export function cardOnTable(): CardOnTable {
  let last: { readonly tapId: string; readonly laid: Laid } | null = null

  return {
    hear(tap, read, otherNumber) {
      const { tapId } = tap
      if (read === null) {
        last = { tapId, laid: { kind: 'refused', why: 'not-read' } }
        return
      }
      const other = NEW_CARDS.has(tap.verdict.kind) ? otherNumber() : Promise.resolve(null)
      const numbers = other.then((value) => [...identifiersOf(read), ...tUnion(value)])
      last = { tapId, laid: { kind: 'laid', tap, read, numbers } }
    },
    laidBy: (tapId) => (last?.tapId === tapId ? last.laid : { kind: 'refused', why: 'tap-over' }),
    forget() {
      last = null
    },
  }
}

/** Cards whose numbers are not all known yet: both are bound, for a reader that asks for the other one first. */
const NEW_CARDS: ReadonlySet<TapShown['verdict']['kind']> = new Set([
  'unknown-card',
  'not-handed-over',
])

const tUnion = (value: string | null): readonly CardIdentifier[] =>
  value === null ? [] : [{ kind: 't-union', value }]
