import type { CityTrouble } from './cityTrouble.ts'

/** A card that is expected, as it goes on a 到卡清单. */
export interface ListedCard {
  readonly rowId: string
  /** in the file; typed ones are counted on */
  readonly line: number
  /** null: nobody is known yet whose it is */
  readonly studentId: string | null
  /** as the list says them */
  readonly educationId: string | null
  readonly printedNumber: string | null
  readonly name: string | null
  readonly className: string | null
  /** of a line that could not be read */
  readonly why: CityTrouble | null
}

/** A list of a file, or a part of a long one: all parts are queued in one transaction, and each says what it is of. */
export interface ListCards {
  readonly deliveryId: string
  /** SHA-256 in hex: the same file twice */
  readonly fileDigest: string
  readonly cards: readonly ListedCard[]
}

/** A card more, by hand. A typed list begins with its first one. */
export interface TypeCard {
  readonly deliveryId: string
  readonly card: ListedCard
}

/** Whose a row is was found out. */
export interface GiveCardPupil {
  readonly rowId: string
  readonly studentId: string
  /** null: as the row has it */
  readonly printedNumber: string | null
}

/** Not expected any more. A list that has no row left goes with its last one. */
export interface DropListedCard {
  readonly rowId: string
}

/** Where a card that came stands. */
export interface ArrivedOn {
  readonly rowId: string
  /** it was on no list, and stands beside this one as its last line; null: it was expected */
  readonly beside: { readonly deliveryId: string; readonly line: number } | null
}

/** Some 250 bytes each: as many as pupils in a part of a roll. */
export const CARDS_A_PART = 100

export function partsOfList(list: ListCards): readonly ListCards[] {
  const { cards } = list
  const parts = Math.max(1, Math.ceil(cards.length / CARDS_A_PART))
  return Array.from({ length: parts }, (_, at) => ({
    ...list,
    cards: cards.slice(at * CARDS_A_PART, (at + 1) * CARDS_A_PART),
  }))
}
