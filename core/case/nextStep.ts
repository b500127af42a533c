import { assertNever } from '../assertNever.ts'
import type { CaseStage } from './caseStage.ts'

/**
 * The one next step of a case (look.md, principle 2), in words of the work. `wait-…`: nothing is to be done here,
 * and the words say for what.
 */
export const NEXT_STEPS = [
  'apply', // 申请补卡
  'give-back', // 认领或退回
  'decide-waiver', // 卡管员同意或不同意免缴
  'confirm-data', // 确认制卡信息
  'correct-roll', // 在名册里更正
  'open-order', // 登记缴费
  'notify', // 通知家长缴费
  'wait-window', // 等缴费窗口
  'claim-payment', // 登记已支付
  'wait-payment', // 等到账，导入缴费结果
  'make-list', // 报送制卡名单
  'wait-production', // 等制卡
  'inquire', // 逾期，催办
  'wait-remake', // 制卡失败，等重新制卡
  'receive', // 到卡登记
  'hand-over', // 领卡
  'wait-teacher', // 班主任发放中
  'resume', // 继续办理
  'send-on', // 随学籍转出
  'send-back', // 离校学生的卡: 退回
] as const
export type NextStep = (typeof NEXT_STEPS)[number]

/**
 * @param isTold the parent knows that there is something to pay
 * @param isOverdue the promised day is over
 * @param hasApplication one is open; of a leaver without, only a card lies here
 */
export function nextStep(
  stage: CaseStage,
  {
    isTold,
    isOverdue,
    hasApplication,
  }: {
    readonly isTold: boolean
    readonly isOverdue: boolean
    readonly hasApplication: boolean
  },
): NextStep {
  switch (stage) {
    case 'lost':
    case 'damaged':
      return 'apply'
    case 'found-held':
      return 'give-back'
    case 'draft':
      return 'decide-waiver'
    case 'awaiting-info':
    case 'paid-confirmed':
      return 'confirm-data'
    case 'disputed':
      return 'correct-roll'
    case 'to-order':
      return 'open-order'
    case 'to-notify':
      return 'notify'
    case 'awaiting-window':
      return isTold ? 'wait-window' : 'notify'
    case 'payable':
    case 'paying':
      return 'claim-payment'
    case 'paid-claimed':
    case 'payment-unknown':
      return 'wait-payment'
    case 'to-be-listed':
      return 'make-list'
    case 'listed':
    case 'in-production':
      return isOverdue ? 'inquire' : 'wait-production'
    case 'card-failed':
      return 'wait-remake'
    case 'shipped':
      return 'receive'
    case 'arrived':
      return 'hand-over'
    case 'with-teacher':
      return 'wait-teacher'
    case 'on-hold':
      return 'resume'
    case 'left':
      return hasApplication ? 'send-on' : 'send-back'
    default:
      return assertNever(stage)
  }
}
