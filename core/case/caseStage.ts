import type { Application } from '../application.ts'
import { assertNever } from '../assertNever.ts'
import { isOver } from './applicationStates.ts'
import { cardIn, liveOrder, openApplicationIn, ordersFor, type CaseState } from './caseState.ts'
import type { WindowOn } from './decided.ts'
import type { FeeOrder } from './feeOrder.ts'
import { wasReplaced } from './wasReplaced.ts'

/**
 * Where a case stands, in one word with one next step. Those of a SUBMITTED application are derived (domain.md
 * 5.3): from 制卡信息, the order and the day, so that no clock writes a row.
 */
export const CASE_STAGES = [
  'lost', // 已挂失，未补
  'damaged', // 坏卡，未补
  'found-held', // 拾获待认领
  'draft', // 免缴待同意
  'awaiting-info', // 待确认制卡信息
  'disputed', // 制卡信息有误，待更正
  'to-order', // 信息已确认，登记缴费
  'to-notify', // 待通知家长
  'awaiting-window', // 等缴费窗口
  'payable', // 待支付，窗口开放
  'paying', // 支付中
  'paid-claimed', // 家长称已支付，待到账
  'payment-unknown', // 结果不明
  'paid-confirmed', // 已到账，制卡信息还没确认
  'to-be-listed', // 免缴，待报送
  'listed', // 免缴，已报送
  'in-production', // 制卡中
  'card-failed', // 制卡失败
  'shipped', // 已到区中心
  'arrived', // 到校待领
  'with-teacher', // 班主任代领
  'on-hold', // 暂缓
  'left', // 已离校，申请未了
] as const
export type CaseStage = (typeof CASE_STAGES)[number]

/** @param window may the fee be paid today. null: nothing is open */
export function caseStage(state: CaseState, window: WindowOn): CaseStage | null {
  const application = openApplicationIn(state)
  if (application === null) return withoutApplication(state)
  if (state.pupil?.enrolment.kind === 'left') return 'left'
  const card = application.cardId === null ? null : cardIn(state, application.cardId)
  switch (application.state) {
    case 'DRAFT':
      return 'draft'
    case 'SUBMITTED':
      return submitted(state, application, window)
    case 'IN_PRODUCTION':
      return card?.state === 'FAILED' ? 'card-failed' : 'in-production'
    case 'SHIPPED_TO_DISTRICT':
      return 'shipped'
    case 'ARRIVED':
      return card?.state === 'WITH_TEACHER' ? 'with-teacher' : 'arrived'
    case 'ON_HOLD':
      return 'on-hold'
    case 'HANDED_OVER':
    case 'CLOSED':
    case 'WITHDRAWN':
    case 'REJECTED':
    case 'EXPIRED_UNPAID':
    case 'TRANSFERRED':
      return null
    default:
      return assertNever(application.state)
  }
}

function withoutApplication(state: CaseState): CaseStage | null {
  const { cards, pupil } = state
  const has = (of: string): boolean => cards.some((card) => card.state === of)
  if (has('ARRIVED')) return pupil?.enrolment.kind === 'left' ? 'left' : 'arrived'
  if (has('WITH_TEACHER')) return 'with-teacher'
  // A replaced one waits for nobody: it is sent back or destroyed.
  if (cards.some((card) => card.state === 'FOUND_HELD' && !wasReplaced(state, card)))
    return 'found-held'
  if (has('ACTIVE') || pupil?.enrolment.kind === 'left') return null
  if (has('LOST')) return 'lost'
  return has('DAMAGED') ? 'damaged' : null
}

function submitted(state: CaseState, application: Application, window: WindowOn): CaseStage {
  const orders = ordersFor(state, application)
  const live = liveOrder(state)
  const confirmed = state.standing?.kind === 'confirmed'
  if (live !== null && (live.state === 'USER_DONE' || live.state === 'UNKNOWN'))
    return live.state === 'UNKNOWN' ? 'payment-unknown' : 'paid-claimed'
  if (live?.state === 'PAYING') return 'paying'
  if (orders.some((order) => order.state === 'CONFIRMED')) return 'paid-confirmed'
  if (application.listId !== null) return 'listed'
  if (state.standing?.kind === 'disputed') return 'disputed'
  if (!confirmed) return 'awaiting-info'
  if (application.reissue === null || application.reissue.fee.fen === 0) return 'to-be-listed'
  return unpaidStage(live, window)
}

function unpaidStage(order: FeeOrder | null, window: WindowOn): CaseStage {
  if (order === null) return 'to-order'
  if (window !== 'open') return 'awaiting-window'
  return order.state === 'CREATED' ? 'to-notify' : 'payable'
}

/** The application a case is shown by: the open one, else the last there was. */
export function shownApplication({ applications }: CaseState): Application | null {
  return applications.find(({ state }) => !isOver(state)) ?? applications.at(-1) ?? null
}
