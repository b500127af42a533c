import type { ApplicationState } from '../application.ts'
import { assertNever } from '../assertNever.ts'
import type { CalendarDate, EpochMs } from '../calendarDate.ts'
import type { CardState } from '../card.ts'
import type { Collector, OldCardFate } from './collector.ts'
import type { CaseEvent, CaseEventOf, PaymentResult } from './events.ts'
import type { Channel, OrderState } from './feeOrder.ts'
import type { ReturnedTo } from './returns.ts'

/** Who collected, as far as a screen says it: a phone number is for the list on paper. */
type CollectorTold =
  | Exclude<Collector, { readonly kind: 'parent' }>
  | Omit<Extract<Collector, { readonly kind: 'parent' }>, 'phoneTail'>

/** What happened in a case, as a line of its timeline: no card number, no signature. */
export type CaseStep =
  | {
      readonly of: 'loss'
      readonly reportedAt: EpochMs
      readonly where: string | null
      readonly by: 'desk' | 'app'
    }
  | { readonly of: 'found'; readonly where: string | null }
  | { readonly of: 'damaged'; readonly how: 'unreadable' | 'broken' }
  | { readonly of: 'returned'; readonly to: ReturnedTo; readonly reason: string }
  | {
      readonly of: 'collected'
      readonly collector: CollectorTold
      readonly oldCard: OldCardFate | null
    }
  | { readonly of: 'collection-undone' }
  | { readonly of: 'card'; readonly from: CardState | null; readonly to: CardState }
  | {
      readonly of: 'applied'
      readonly cause: 'lost' | 'damaged'
      /** whole 分 */
      readonly fen: number
      readonly draft: boolean
    }
  | { readonly of: 'application'; readonly from: ApplicationState; readonly to: ApplicationState }
  | { readonly of: 'fee'; readonly fen: number }
  | { readonly of: 'production'; readonly on: CalendarDate }
  | { readonly of: 'order-opened'; readonly fen: number; readonly channel: Channel }
  | { readonly of: 'order'; readonly from: OrderState; readonly to: OrderState }
  | { readonly of: 'claimed'; readonly paidOn: CalendarDate }
  | { readonly of: 'told'; readonly result: PaymentResult; readonly on: CalendarDate }

/** null: another line of the same act says it */
export function caseStep(event: CaseEvent): CaseStep | null {
  switch (event.type) {
    case 'loss-told': {
      const { reportedAt, where, by } = event
      return { of: 'loss', reportedAt, where, by }
    }
    case 'found-told':
      return { of: 'found', where: event.where }
    case 'damage-told':
      return { of: 'damaged', how: event.how }
    case 'return-told':
      return { of: 'returned', to: event.to, reason: event.reason }
    case 'collected':
      return { of: 'collected', collector: toldOf(event.collector), oldCard: event.oldCard }
    case 'collection-undone':
      return { of: 'collection-undone' }
    case 'card-state-changed':
      return isTold(event) ? null : { of: 'card', from: event.from, to: event.to }
    case 'card-made':
      return event.state === 'ORDERED' ? null : { of: 'card', from: null, to: event.state }
    case 'reissue-applied': {
      const { cause, fee, draft } = event
      return { of: 'applied', cause, fen: fee.fen, draft }
    }
    case 'application-moved':
      return SEEN_ELSEWHERE.has(event.to)
        ? null
        : { of: 'application', from: event.from, to: event.to }
    case 'fee-decided':
      return { of: 'fee', fen: event.fee.fen }
    case 'production-begun':
      return { of: 'production', on: event.on }
    case 'order-opened':
      return { of: 'order-opened', fen: event.fee.fen, channel: event.channel }
    case 'order-moved':
      return event.to === 'USER_DONE' || event.to === 'CONFIRMED'
        ? null
        : { of: 'order', from: event.from, to: event.to }
    case 'payment-claimed':
      return event.paidOn === null ? null : { of: 'claimed', paidOn: event.paidOn }
    case 'payment-told':
      return { of: 'told', result: event.result, on: event.on }
    case 'card-unmade':
    case 'card-identified':
    case 'card-unidentified':
    case 'card-assigned':
      return null
    default:
      return assertNever(event)
  }
}

function toldOf(collector: Collector): CollectorTold {
  if (collector.kind !== 'parent') return collector
  const { kind, name, relation } = collector
  return { kind, name, relation }
}

/** The hand-over says it, or a state an act tells more of. */
const isTold = ({ from, to }: CaseEventOf<'card-state-changed'>): boolean =>
  TOLD_APART.has(to) || (to === 'ACTIVE' && (from === 'ARRIVED' || from === 'WITH_TEACHER'))

/** Card states an act tells more of than the state. */
const TOLD_APART: ReadonlySet<CardState> = new Set([
  'LOST',
  'FOUND_HELD',
  'DAMAGED',
  'RETURNED',
  'WITH_TEACHER',
])

/** Stages of an application that the card or the money says. */
const SEEN_ELSEWHERE: ReadonlySet<ApplicationState> = new Set([
  'IN_PRODUCTION',
  'ARRIVED',
  'HANDED_OVER',
])
