import type { Relation } from '../confirmation.ts'

/** 领卡人. Of nobody an identity number is kept, and a telephone number as its tail alone (domain.md 5.7-19). */
export type Collector =
  | { readonly kind: 'student' }
  | {
      readonly kind: 'parent'
      readonly name: string
      readonly relation: Relation
      /** last four digits; null: not asked */
      readonly phoneTail: string | null
    }
  | { readonly kind: 'class-teacher'; readonly name: string }

/** 旧卡: taken in (收回), still lost (仍遗失), or found and kept by the pupil (已找到, 未交回). */
export const OLD_CARD_FATES = ['taken-in', 'still-lost', 'kept'] as const
export type OldCardFate = (typeof OLD_CARD_FATES)[number]
