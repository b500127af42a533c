import type { CalendarDate, EpochMs } from '../calendarDate.ts'
import type { CardIdentifier } from '../card.ts'
import type { ArrivedOn } from '../delivery.ts'
import type { Collector, OldCardFate } from './collector.ts'
import type { OfApplication, OfCard, OfOrder, PaymentResult } from './events.ts'
import type { Channel } from './feeOrder.ts'
import type { ReturnedTo } from './returns.ts'
import type { RollOfItsDay } from './rollOfItsDay.ts'

/** By a tap of this very card at this desk. */
interface Tapped {
  readonly tapId: string
}
/** A supervisor's, who overrides a rule by it; null: no rule is overridden. */
interface Overriding {
  readonly reason: string | null
}

/** Told where it is stored. */
interface ByTheRoll {
  readonly roll?: RollOfItsDay
}

/** What the city makes of an application, as its files and its feed tell. */
export const CITY_WORDS = [
  'in-production', // 制卡中
  'shipped', // 已到区中心
  'card-failed', // 制卡失败
  'remade', // 重新制卡
  'rejected', // 退回: photo or data
  'expired', // 逾期未缴
  'closed', // 办结
] as const
export type CityWord = (typeof CITY_WORDS)[number]

/** Every act on a pupil's case, as it is queued for the city. Facts of cards are final here, the rest claims. */
export interface CaseCommands {
  /** 挂失; `by` app: reported there while the desk was offline */
  'loss.reported': OfCard & {
    readonly reportedAt: EpochMs
    readonly where: string | null
    readonly by: 'desk' | 'app'
  }
  /** 解挂 */
  'loss.lifted': OfCard & Tapped & Overriding
  /** 解挂 of a card a newer one took the place of (domain.md 5.7-3) */
  'replaced.reactivated': OfCard & Tapped & { readonly reason: string }
  /** 拾获 */
  'card.found': OfCard & { readonly where: string | null }
  /** 认领: the owner has it back */
  'found.claimed': OfCard & Tapped & Overriding
  /** 坏卡 */
  'card.damaged': OfCard & { readonly how: 'unreadable' | 'broken' }
  /** 退回 */
  'card.returned': OfCard & ByTheRoll & { readonly to: ReturnedTo; readonly reason: string }
  /** 作废 */
  'card.voided': OfCard & ByTheRoll & { readonly reason: string }
  /** 一人两卡: one stays, the others go */
  'two-cards.settled': OfCard & {
    readonly others: 'VOID' | 'FOUND_HELD'
    readonly reason: string
  }
  /**
   * 补卡申请; `waiver`: why no fee is to be taken; null: it is taken. `agreed` is told where a waiver is stored: it
   * was a supervisor's own, and waits for nobody.
   */
  'reissue.applied': OfApplication & {
    readonly oldCardId: string
    readonly cause: 'lost' | 'damaged'
    readonly waiver: string | null
    readonly agreed?: boolean
  }
  'waiver.decided': OfApplication & { readonly waived: boolean; readonly reason: string }
  /** `reason` null: a slip, within five minutes */
  'reissue.withdrawn': OfApplication & { readonly reason: string | null }
  /** 暂缓, or on with it */
  'application.held': OfApplication &
    ByTheRoll & { readonly hold: boolean; readonly reason: string }
  /** it moves with the roll */
  'application.transferred': OfApplication & ByTheRoll
  'order.opened': OfOrder & { readonly applicationId: string; readonly channel: Channel }
  /** 已通知 or 未付成, 继续缴费, 结果不明, 取消订单 */
  'order.moved': OfOrder & { readonly to: 'PENDING' | 'PAYING' | 'UNKNOWN' | 'CANCELLED' }
  /** 【已完成支付】, says the parent */
  'order.claimed': OfOrder & { readonly paidOn: CalendarDate }
  /** `orderId`: of the order it becomes where no order here fits */
  'payment.told': OfOrder &
    ByTheRoll & {
      readonly cityNo: string
      readonly on: CalendarDate
      /** whole 分 */
      readonly fen: number
      readonly result: PaymentResult
    }
  'application.told': { readonly studentId: string } & {
    readonly word: CityWord
    readonly on: CalendarDate
  }
  /** `cardId`: of the card as the desk will know it, where none is on its way; `on`: left out, no list is told of it */
  'card.arrived': OfCard & {
    readonly identifiers: readonly CardIdentifier[]
    readonly on?: ArrivedOn
  }
  /** 领卡 */
  'card.handed-over': OfCard &
    Tapped &
    Overriding & {
      readonly identifiers: readonly CardIdentifier[]
      readonly collector: Exclude<Collector, { readonly kind: 'class-teacher' }>
      readonly signature: string
      /** null: the pupil has had no card before */
      readonly oldCard: OldCardFate | null
    }
  /** 班主任代领: one signature for many, which stands with the first of them */
  'pack.taken': OfCard & {
    readonly packId: string
    readonly teacher: string
    readonly signature: string | null
  }
  /** out of the teacher's hands: to the pupil, by a tap or a tick, or back to the desk */
  'pack.closed': OfCard & {
    readonly how: 'tap' | 'tick' | 'back'
    readonly identifiers: readonly CardIdentifier[]
    readonly oldCard: OldCardFate | null
  }
  /** the own slip is taken back */
  'case.undone': { readonly studentId: string; readonly undoes: string }
}

export type CaseCommandType = keyof CaseCommands

/** An act on a case. */
export type CaseCommand = {
  readonly [T in CaseCommandType]: { readonly type: T; readonly payload: CaseCommands[T] }
}[CaseCommandType]
