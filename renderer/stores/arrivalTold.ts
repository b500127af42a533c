import type { ArrivalAnswer, ListedAnswer } from '../../core/arrivalRequests.ts'
import type { CaseRefusal } from '../../core/case/decided.ts'
import type { CityRefusal } from '../../core/cityLink.ts'
import type { DeskErrorCode } from '../../core/errors.ts'

type NotListed = Extract<ListedAnswer, { readonly kind: 'refused' }>['why']

/** What the last card, or the last act, came to. */
export type ArrivalTold =
  | { readonly kind: 'answer'; readonly answer: ArrivalAnswer }
  | { readonly kind: 'undone'; readonly name: string }
  | { readonly kind: 'not-undone'; readonly why: CaseRefusal }
  | { readonly kind: 'returned'; readonly n: number; readonly left: number }
  | { readonly kind: 'listed'; readonly n: number }
  | { readonly kind: 'not-listed'; readonly why: NotListed }
  | { readonly kind: 'file'; readonly why: CityRefusal }
  | { readonly kind: 'failed'; readonly code: DeskErrorCode }
