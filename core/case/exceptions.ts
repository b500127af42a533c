import { daysBetween } from '../calendar.ts'
import { beijingDate, type CalendarDate } from '../calendarDate.ts'
import { isOver } from './applicationStates.ts'
import {
  cardIn,
  dataChanged,
  isHere,
  openApplicationIn,
  type CaseCard,
  type CaseState,
} from './caseState.ts'
import { wasReplaced } from './wasReplaced.ts'

/**
 * 异常: what somebody has to look at. Derived from the case, so that each is there once, and gone when it is
 * settled; nobody ticks one off.
 */
export type CaseException =
  /** 一人两卡 (domain.md 5.7-12) */
  | { readonly kind: 'holds-two' }
  /** 待退款, one for each payment too many (5.7-15) */
  | { readonly kind: 'refund'; readonly orderId: string; readonly fen: number }
  /** 结果不明 (5.7-14) */
  | { readonly kind: 'payment-unknown'; readonly orderId: string }
  /** the parent says so since long, and the city has not confirmed */
  | { readonly kind: 'claim-unconfirmed'; readonly orderId: string; readonly days: number }
  /** 免缴待同意 */
  | { readonly kind: 'waiver-to-decide'; readonly applicationId: string }
  /** 卡面将为旧名 (5.7-16) */
  | { readonly kind: 'data-changed'; readonly applicationId: string }
  | { readonly kind: 'card-failed'; readonly cardId: string }
  | { readonly kind: 'on-hold'; readonly applicationId: string }
  /** 已转出或离校，申请未了 (5.7-9) */
  | { readonly kind: 'left-with-application'; readonly applicationId: string }
  /** 离校学生的卡到校 (5.7-10) */
  | { readonly kind: 'card-of-leaver'; readonly cardId: string }
  /** 坏卡待退回 (5.7-18) */
  | { readonly kind: 'damaged-to-return'; readonly cardId: string }
  /** 告知单上的缴费时间已变 (5.7-13); null: it told none, and there is one now */
  | { readonly kind: 'slip-outdated'; readonly told: CalendarDate | null }
  /** 拾获待处理 */
  | { readonly kind: 'found-held'; readonly cardId: string }
  /** 收回的旧卡待处理: another took its place, and nobody claims it */
  | { readonly kind: 'found-replaced'; readonly cardId: string }

export type ExceptionKind = CaseException['kind']

/** Payments are settled within a few days; a claim nobody confirmed for two weeks is asked about. */
export const CLAIM_DAYS = 14

export function exceptionsOf(state: CaseState, today: CalendarDate): readonly CaseException[] {
  return [...ofMoney(state, today), ...ofApplication(state), ...ofCards(state)]
}

function ofMoney({ orders }: CaseState, today: CalendarDate): readonly CaseException[] {
  return orders.flatMap((order): readonly CaseException[] => {
    const { orderId } = order
    if (order.state === 'REFUND_PENDING') return [{ kind: 'refund', orderId, fen: order.fee.fen }]
    if (order.state === 'UNKNOWN') return [{ kind: 'payment-unknown', orderId }]
    if (order.state !== 'USER_DONE') return []
    const days = daysBetween(beijingDate(order.stateAt), today)
    return days < CLAIM_DAYS ? [] : [{ kind: 'claim-unconfirmed', orderId, days }]
  })
}

function ofApplication(state: CaseState): readonly CaseException[] {
  const application = openApplicationIn(state)
  if (application === null) return []
  const { applicationId } = application
  if (state.pupil?.enrolment.kind === 'left')
    return [{ kind: 'left-with-application', applicationId }]
  if (application.state === 'DRAFT') return [{ kind: 'waiver-to-decide', applicationId }]
  if (application.state === 'ON_HOLD') return [{ kind: 'on-hold', applicationId }]
  const card = application.cardId === null ? null : cardIn(state, application.cardId)
  const failed: readonly CaseException[] =
    card?.state === 'FAILED' ? [{ kind: 'card-failed', cardId: card.cardId }] : []
  const changed: readonly CaseException[] =
    application.state !== 'SUBMITTED' && dataChanged(state)
      ? [{ kind: 'data-changed', applicationId }]
      : []
  return [...failed, ...changed]
}

function ofCards(state: CaseState): readonly CaseException[] {
  const { cards, pupil, applications } = state
  const two: readonly CaseException[] =
    cards.filter((card) => card.state === 'ACTIVE').length > 1 ? [{ kind: 'holds-two' }] : []
  const left = pupil?.enrolment.kind === 'left'
  const old = new Set(
    applications.filter((one) => !isOver(one.state)).map((one) => one.reissue?.oldCardId),
  )
  const others = cards.flatMap((card): readonly CaseException[] => {
    const { cardId, state: of } = card
    if (isHere(card) && left && openApplicationIn(state) === null)
      return [{ kind: 'card-of-leaver', cardId }]
    if (of === 'DAMAGED' && !old.has(cardId) && cameDamaged(state, card))
      return [{ kind: 'damaged-to-return', cardId }]
    if (of === 'FOUND_HELD' && !old.has(cardId))
      return [{ kind: wasReplaced(state, card) ? 'found-replaced' : 'found-held', cardId }]
    return []
  })
  return [...two, ...others]
}

/** It was made for an application, which goes on with another card; it came broken; or another took its place. */
function cameDamaged(state: CaseState, card: CaseCard): boolean {
  const isMade = state.applications.some((one) => card.cardId.startsWith(`${one.applicationId}.`))
  return isMade || card.before === 'ARRIVED' || wasReplaced(state, card)
}
