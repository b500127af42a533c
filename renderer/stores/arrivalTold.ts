import type { ArrivalAnswer, ListedAnswer, ReturnedAnswer } from '../../core/arrivalRequests.ts'
import type { CaseRefusal } from '../../core/case/decided.ts'
import type { CityRefusal } from '../../core/cityLink.ts'
import type { DeskErrorCode } from '../../core/errors.ts'

type NotListed = Extract<ListedAnswer, { readonly kind: 'refused' }>['why']

/** What the last card, or the last act, came to. */
export type ArrivalTold =
  | { readonly kind: 'answer'; readonly answer: ArrivalAnswer }
  /** `damage`: the card itself stays */
  | { readonly kind: 'undone'; readonly of: 'arrival' | 'damage'; readonly name: string }
  | { readonly kind: 'not-undone'; readonly why: CaseRefusal }
  | {
      readonly kind: 'returned'
      readonly n: number
      readonly refused: ReturnedAnswer['refused']
      /** were not looked at */
      readonly left: number
    }
  | { readonly kind: 'listed'; readonly n: number }
  /** null: the list says no name */
  | { readonly kind: 'dropped'; readonly name: string | null }
  | { readonly kind: 'not-listed'; readonly why: NotListed }
  | { readonly kind: 'file'; readonly why: CityRefusal }
  | { readonly kind: 'failed'; readonly code: DeskErrorCode }

/** @param asked so many cards were to go back */
export function returnedTold({ returned: n, refused }: ReturnedAnswer, asked: number): ArrivalTold {
  const held = Object.values(refused).reduce((sum, one) => sum + one, 0)
  return { kind: 'returned', n, refused, left: asked - n - held }
}

/** A card that had come before it was a bad one lies here again. */
export function undoneTold({
  cmdIds,
  line,
  person,
}: Extract<ArrivalAnswer, { readonly kind: 'received' }>): ArrivalTold {
  const of = line.state === 'damaged' && cmdIds.length === 1 ? 'damage' : 'arrival'
  return { kind: 'undone', of, name: person.name }
}
