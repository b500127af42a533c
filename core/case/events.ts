import type { ApplicationState } from '../application.ts'
import type { CalendarDate, EpochMs } from '../calendarDate.ts'
import type { CardIdentifier, CardState } from '../card.ts'
import type { CardStateChanged } from '../yearTap.ts'
import type { Collector, OldCardFate } from './collector.ts'
import type { Fee } from './fee.ts'
import type { Channel, OrderState } from './feeOrder.ts'
import type { ReturnedTo } from './returns.ts'

export interface OfCard {
  readonly cardId: string
  readonly studentId: string
}
export interface OfApplication {
  readonly applicationId: string
  readonly studentId: string
}
export interface OfOrder {
  readonly orderId: string
  readonly studentId: string
}

/** What the city told of a payment. */
export type PaymentResult = 'paid' | 'failed' | 'unknown' | 'refunded'

/** What an act on a pupil's case came to: steps from one state to the next, and what was told with them. */
export type CaseEvent =
  | (CardStateChanged & {
      /** since when it was `from` */
      readonly fromSince?: EpochMs | undefined
      /** of a step that is taken back: since when it is `to`; else since the act */
      readonly since?: EpochMs | undefined
      /** what it was before `from`; null: nobody knows */
      readonly fromBefore?: CardState | null | undefined
      /** of a step that is taken back: what it was before `to`; else `from` */
      readonly before?: CardState | null | undefined
    })
  | (OfCard & { readonly type: 'card-made'; readonly state: 'ORDERED' | 'ARRIVED' })
  /** by an act that is taken back */
  | (OfCard & { readonly type: 'card-unmade' })
  | (OfCard & { readonly type: 'card-identified'; readonly identifiers: readonly CardIdentifier[] })
  | (OfCard & {
      readonly type: 'card-unidentified'
      readonly identifiers: readonly CardIdentifier[]
      /** by the act that is taken back: what was known of the card before stays */
      readonly readAt: EpochMs
    })
  /** `reportedAt`: the earliest report counts (domain.md 5.7-28) */
  | (OfCard & {
      readonly type: 'loss-told'
      readonly reportedAt: EpochMs
      readonly where: string | null
      readonly by: 'desk' | 'app'
    })
  | (OfCard & { readonly type: 'found-told'; readonly where: string | null })
  | (OfCard & { readonly type: 'damage-told'; readonly how: 'unreadable' | 'broken' })
  | (OfCard & { readonly type: 'return-told'; readonly to: ReturnedTo; readonly reason: string })
  | (OfCard & {
      readonly type: 'collected'
      readonly collector: Collector
      readonly oldCard: OldCardFate | null
      /** the drawing (core/case/signature.ts); null: a tick in a class pack */
      readonly signature: string | null
    })
  | (OfCard & { readonly type: 'collection-undone' })
  | (OfApplication & {
      readonly type: 'reissue-applied'
      readonly oldCardId: string
      readonly cause: 'lost' | 'damaged'
      readonly fee: Fee
      /** a waived fee is proposed: a supervisor has to agree */
      readonly draft: boolean
    })
  | (OfApplication & {
      readonly type: 'application-moved'
      readonly from: ApplicationState
      readonly to: ApplicationState
      /** of one that is or was on hold: where it goes back to */
      readonly heldFrom: ApplicationState | null
    })
  | (OfApplication & { readonly type: 'fee-decided'; readonly fee: Fee })
  | (OfApplication & {
      readonly type: 'production-begun'
      readonly cardId: string
      /** the 20 working days are counted from the day after */
      readonly on: CalendarDate
    })
  /** the application goes on with another card, or with none */
  | (OfApplication & {
      readonly type: 'card-assigned'
      readonly cardId: string | null
      readonly before: string | null
    })
  | (OfOrder & {
      readonly type: 'order-opened'
      readonly applicationId: string
      readonly fee: Fee
      readonly channel: Channel
    })
  | (OfOrder & { readonly type: 'order-moved'; readonly from: OrderState; readonly to: OrderState })
  | (OfOrder & { readonly type: 'payment-claimed'; readonly paidOn: CalendarDate | null })
  | (OfOrder & {
      readonly type: 'payment-told'
      readonly result: PaymentResult
      readonly cityNo: string
      readonly on: CalendarDate
    })

/** Of the events of a case, the one of this type. */
export type CaseEventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: T }>
