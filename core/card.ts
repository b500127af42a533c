import type { CalendarDate, EpochMs } from './calendarDate.ts'

/** 卡片状态, domain.md 5.2. Face expiry and transit validity are dates, not states. */
export type CardState =
  | 'ORDERED' // 制卡中
  | 'FAILED' // 制卡失败
  | 'ARRIVED' // 到校待领
  | 'WITH_TEACHER' // 班主任代领
  | 'ACTIVE' // 正常
  | 'LOST' // 挂失
  | 'DAMAGED' // 坏卡
  | 'FOUND_HELD' // 拾获待认领
  | 'REPLACED' // 已补
  | 'RETURNED' // 已退回
  | 'LEFT' // 离校注销
  | 'KEPT_BY_LEAVER' // 离校自存
  | 'VOID' // 作废

/**
 * The identifiers a card can be found by, domain.md 5.1.
 * - `bmac`    16 digits from the chip
 * - `t-union` 19 digits from the chip
 * - `printed` the number at the foot of the face; may be longer than the chip's, which is its beginning
 * - `uid`     hex; a fallback, never random
 */
export type IdentifierKind = 'bmac' | 't-union' | 'printed' | 'uid'

export interface CardIdentifier {
  readonly kind: IdentifierKind
  readonly value: string
}

/** A card as the desk knows it. */
export interface Card {
  readonly id: string
  /** null: the city knows the card, the desk does not know whose it is */
  readonly studentId: string | null
  readonly state: CardState
  /** since when the card is in this state */
  readonly stateSince: EpochMs
  /** who brought it into this state, by name; null when it came with the city's data */
  readonly stateBy: string | null
  /** 卡面有效期: to graduation; null when not known */
  readonly faceValidTo: CalendarDate | null
  /** school printed on the face */
  readonly faceSchool: string | null
}
