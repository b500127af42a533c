import type { CalendarDate, EpochMs } from '../calendarDate.ts'
import type { Act } from '../rights.ts'
import type { Collector, OldCardFate } from './collector.ts'
import type { Channel } from './feeOrder.ts'
import type { ReturnedTo } from './returns.ts'

interface OfCard {
  readonly studentId: string
  readonly cardId: string
}
interface OfApplication {
  readonly studentId: string
  readonly applicationId: string
}
interface OfOrder {
  readonly studentId: string
  readonly orderId: string
}

/**
 * What the page asks to be done in a case. Ids, times, rights and what lies on the reader are added by main; a
 * `reason` that may be null is a supervisor's, who overrides a rule by it.
 */
export type CaseWish =
  | (OfCard & {
      readonly act: 'report-loss'
      readonly reportedAt: EpochMs
      readonly where: string | null
    })
  | (OfCard & { readonly act: 'lift-loss'; readonly tapId: string; readonly reason: string | null })
  | (OfCard & { readonly act: 'reactivate'; readonly tapId: string; readonly reason: string })
  | (OfCard & { readonly act: 'take-found'; readonly where: string | null })
  | (OfCard & {
      readonly act: 'claim-found'
      readonly tapId: string
      readonly reason: string | null
    })
  | (OfCard & { readonly act: 'mark-damaged'; readonly how: 'unreadable' | 'broken' })
  | (OfCard & { readonly act: 'return-card'; readonly to: ReturnedTo; readonly reason: string })
  | (OfCard & { readonly act: 'void-card'; readonly reason: string })
  | (OfCard & {
      readonly act: 'settle-two'
      readonly others: 'VOID' | 'FOUND_HELD'
      readonly reason: string
    })
  | {
      readonly act: 'apply'
      readonly studentId: string
      readonly oldCardId: string
      readonly cause: 'lost' | 'damaged'
      /** why no fee is to be taken; null: it is taken */
      readonly waiver: string | null
    }
  | (OfApplication & {
      readonly act: 'decide-waiver'
      readonly waived: boolean
      readonly reason: string
    })
  | (OfApplication & { readonly act: 'withdraw'; readonly reason: string | null })
  | (OfApplication & { readonly act: 'hold'; readonly hold: boolean; readonly reason: string })
  | (OfApplication & { readonly act: 'send-on' })
  | (OfApplication & { readonly act: 'open-order'; readonly channel: Channel })
  | (OfOrder & {
      readonly act: 'move-order'
      readonly to: 'PENDING' | 'PAYING' | 'UNKNOWN' | 'CANCELLED'
    })
  | (OfOrder & { readonly act: 'claim-payment'; readonly paidOn: CalendarDate })
  | (OfCard & {
      readonly act: 'hand-over'
      readonly tapId: string
      readonly collector: Exclude<Collector, { readonly kind: 'class-teacher' }>
      readonly signature: string
      readonly oldCard: OldCardFate | null
      readonly reason: string | null
    })
  | (OfCard & {
      readonly act: 'close-pack'
      readonly how: 'tap' | 'tick' | 'back'
      /** null: it was not laid down */
      readonly tapId: string | null
      readonly oldCard: OldCardFate | null
    })
  | { readonly act: 'undo'; readonly studentId: string; readonly cmdId: string }

/** The right an act takes; where a rule is overridden, a supervisor's (domain.md 5.8). */
export function rightOf(wish: CaseWish): Act {
  switch (wish.act) {
    case 'report-loss':
    case 'mark-damaged':
      return 'report-loss'
    case 'lift-loss':
      return wish.reason === null ? 'lift-loss' : 'override-verdict'
    case 'reactivate':
      return 'lift-loss-of-replaced'
    case 'take-found':
      return 'take-found-card'
    case 'claim-found':
      return wish.reason === null ? 'take-found-card' : 'override-verdict'
    case 'return-card':
    case 'send-on':
    case 'close-pack':
      return 'receive-and-hand-over'
    case 'hand-over':
      return wish.reason === null ? 'receive-and-hand-over' : 'override-verdict'
    case 'void-card':
    case 'settle-two':
      return 'override-verdict'
    case 'apply':
    case 'withdraw':
      return 'apply-for-reissue'
    case 'decide-waiver':
      return 'waive-fee'
    case 'hold':
      return 'decide-parked'
    case 'open-order':
    case 'move-order':
    case 'claim-payment':
      return 'claim-payment'
    case 'undo':
      return 'undo-own-act'
  }
}
