import type { OpeningRefusal, WithdrawalRefusal } from '../../core/application.ts'
import type { ConfirmationRefusal, TakingBackRefusal } from '../../core/confirmation.ts'
import type { DeskErrorCode } from '../../core/errors.ts'

export type NewCardWhy =
  OpeningRefusal | WithdrawalRefusal | ConfirmationRefusal | TakingBackRefusal | 'nobody'

/** What the last act came to. */
export type NewCardTold =
  /** `refused`: of those that were to be applied for, the first reason of each kind */
  | {
      readonly kind: 'applied'
      readonly applicationIds: readonly string[]
      readonly refused: readonly (readonly [NewCardWhy, number])[]
    }
  | { readonly kind: 'withdrawn'; readonly n: number }
  | {
      readonly kind: 'confirmed' | 'disputed' | 'taken-back'
      readonly name: string
      readonly applicationId: string
    }
  | { readonly kind: 'listed'; readonly n: number }
  | { readonly kind: 'refused'; readonly why: NewCardWhy }
  | { readonly kind: 'failed'; readonly code: DeskErrorCode }
