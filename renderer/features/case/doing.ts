import { assertNever } from '../../../core/assertNever.ts'
import type { CaseShown } from '../../../core/caseRequests.ts'
import { LIVE, MAYBE_PAID } from '../../../core/case/feeOrder.ts'
import type { NextStep } from '../../../core/case/nextStep.ts'
import type { CardState } from '../../../core/card.ts'
import type { Act } from '../../../core/rights.ts'

/** What a clerk may want to do in a case: a form in place, and its words under `caseAct`. */
export const DOINGS = [
  'report-loss',
  'earlier-loss', // 更正挂失时间
  'lift-loss',
  'reactivate',
  'take-found',
  'claim-found',
  'mark-damaged',
  'return-card',
  'void-card',
  'settle-two',
  'apply',
  'decide-waiver',
  'confirm-data',
  'open-order',
  'notify', // 已通知家长
  'pay', // 继续缴费
  'not-paid', // 没付成
  'unknown', // 结果不明
  'cancel-order',
  'claim-payment',
  'withdraw',
  'hold',
  'resume',
  'send-on',
  'hand-over',
  'close-pack',
] as const
export type Doing = (typeof DOINGS)[number]

/** Something to do, and with which card, application or order. */
export interface Offer {
  readonly act: Doing
  readonly target: string
}

export type OfferOf<D extends Doing> = Offer & { readonly act: D }

export function isOf<D extends Doing>(offer: Offer, ...acts: readonly D[]): offer is OfferOf<D> {
  return (acts as readonly Doing[]).includes(offer.act)
}

/** What it takes to be offered it; the desk decides (core/case/caseWish.ts). */
export const RIGHT_OF: Readonly<Record<Doing, Act>> = {
  'report-loss': 'report-loss',
  'earlier-loss': 'report-loss',
  'lift-loss': 'lift-loss',
  reactivate: 'lift-loss-of-replaced',
  'take-found': 'take-found-card',
  'claim-found': 'take-found-card',
  'mark-damaged': 'report-loss',
  'return-card': 'receive-and-hand-over',
  'void-card': 'override-verdict',
  'settle-two': 'override-verdict',
  apply: 'apply-for-reissue',
  'decide-waiver': 'waive-fee',
  'confirm-data': 'confirm-card-data',
  'open-order': 'claim-payment',
  notify: 'claim-payment',
  pay: 'claim-payment',
  'not-paid': 'claim-payment',
  unknown: 'claim-payment',
  'cancel-order': 'claim-payment',
  'claim-payment': 'claim-payment',
  withdraw: 'apply-for-reissue',
  hold: 'decide-parked',
  resume: 'decide-parked',
  'send-on': 'receive-and-hand-over',
  'hand-over': 'receive-and-hand-over',
  'close-pack': 'receive-and-hand-over',
}

/** The nearest first: the first of these are buttons, the others stand in the menu. */
export function offersOf(page: CaseShown): readonly Offer[] {
  return [...ofMoney(page), ...ofCards(page), ...ofApplication(page)]
}

/** What leads on from here; null: somebody waits, or the step is done elsewhere. */
export function mainOffer(page: CaseShown): Offer | null {
  const act = page.next === null ? ofNothing(page) : actOf(page.next)
  return act === null ? null : (offersOf(page).find((one) => one.act === act) ?? null)
}

function ofNothing({ holder }: CaseShown): Doing | null {
  if (holder === 'HOLDS_TWO') return 'settle-two'
  return holder === 'HOLDS_ONE' ? 'report-loss' : null
}

function actOf(next: NextStep): Doing | null {
  switch (next) {
    case 'apply':
    case 'decide-waiver':
    case 'confirm-data':
    case 'open-order':
    case 'notify':
    case 'claim-payment':
    case 'hand-over':
    case 'resume':
      return next
    case 'give-back':
      return 'claim-found'
    case 'wait-teacher':
      return 'close-pack'
    case 'send-on':
      return 'send-on'
    case 'send-back':
      return 'return-card'
    case 'correct-roll':
    case 'wait-window':
    case 'wait-payment':
    case 'make-list':
    case 'wait-production':
    case 'inquire':
    case 'wait-remake':
    case 'receive':
      return null
    default:
      return assertNever(next)
  }
}

const CARD_ACTS: Readonly<Partial<Record<CardState, readonly Doing[]>>> = {
  ACTIVE: ['report-loss', 'mark-damaged', 'take-found'],
  LOST: ['lift-loss', 'take-found', 'earlier-loss'],
  ARRIVED: ['hand-over', 'mark-damaged', 'return-card', 'void-card'],
  WITH_TEACHER: ['close-pack', 'hand-over'],
  DAMAGED: ['return-card', 'void-card'],
  FOUND_HELD: ['claim-found', 'return-card', 'void-card'],
  REPLACED: ['take-found', 'reactivate', 'void-card'],
}

function ofCards({ cards, application, enrolment, exceptions }: CaseShown): readonly Offer[] {
  const active = cards.filter(({ state }) => state === 'ACTIVE')
  const two = active.slice(0, active.length > 1 ? 1 : 0)
  const settle = two.map(({ cardId }): Offer => ({ act: 'settle-two', target: cardId }))
  const isHere = enrolment.kind !== 'left'
  const isFree = application?.isOpen !== true && active.length === 0 && isHere
  const replaced = exceptions.flatMap((one) => (one.kind === 'found-replaced' ? one.cardId : []))
  const acts = cards.flatMap(({ cardId: target, state }): readonly Offer[] => {
    const first: readonly Doing[] =
      isFree && (state === 'LOST' || state === 'DAMAGED') ? ['apply'] : []
    const all = [...first, ...(CARD_ACTS[state] ?? [])]
    const isNobodys = replaced.includes(target)
    return all
      .filter((act) => (isHere || !OF_PUPILS.has(act)) && !(isNobodys && act === 'claim-found'))
      .map((act) => ({ act, target }))
  })
  return [...settle, ...acts]
}

/** Of a pupil who has left nothing is handed over, and nothing comes back into use; a pack is taken back. */
const OF_PUPILS: ReadonlySet<Doing> = new Set([
  ...(['hand-over', 'lift-loss', 'reactivate', 'claim-found'] as const),
])

function ofMoney({ orders, windowToday }: CaseShown): readonly Offer[] {
  return orders.flatMap(({ orderId: target, state }): readonly Offer[] => {
    const offer = (...acts: readonly Doing[]) => acts.map((act): Offer => ({ act, target }))
    const pay: readonly Doing[] = windowToday === 'open' ? ['pay'] : []
    switch (state) {
      case 'CREATED':
        return offer('notify', 'claim-payment', 'cancel-order')
      case 'PENDING':
        return offer('claim-payment', ...pay, 'cancel-order')
      case 'PAYING':
        return offer('claim-payment', 'not-paid', 'unknown')
      case 'USER_DONE':
        return offer('unknown')
      case 'UNKNOWN':
      case 'CONFIRMED':
      case 'FAILED':
      case 'CANCELLED':
      case 'REFUND_PENDING':
      case 'REFUNDED':
        return []
      default:
        return assertNever(state)
    }
  })
}

/** Somebody has paid for the open application, or may have; or the city has it. */
export function isPaid({ application, orders }: CaseShown): boolean {
  if (application?.isOpen !== true) return false
  const early = ['DRAFT', 'SUBMITTED', 'ON_HOLD'].includes(application.state)
  return (
    !early ||
    application.data?.shown === 'listed' ||
    orders.some(({ isOfOpen, state }) => isOfOpen && MAYBE_PAID.includes(state))
  )
}

function ofApplication(page: CaseShown): readonly Offer[] {
  const { application, orders, stage, enrolment } = page
  if (application?.isOpen !== true) return []
  const { applicationId: target, kind, state } = application
  const when = (is: boolean, act: Doing): readonly Offer[] => (is ? [{ act, target }] : [])
  const isReissue = kind === 'reissue'
  const noOrder = !orders.some(
    ({ isOfOpen, state: of }) => LIVE.includes(of) || (isOfOpen && of === 'CONFIRMED'),
  )
  return [
    ...when(state === 'DRAFT', 'decide-waiver'),
    ...when(['awaiting-info', 'paid-confirmed', 'disputed'].includes(stage ?? ''), 'confirm-data'),
    ...when(stage === 'to-order' && noOrder, 'open-order'),
    ...when(enrolment.kind === 'left', 'send-on'),
    ...when(isReissue && !isPaid(page), 'withdraw'),
    ...when(HOLDABLE.has(state) && enrolment.kind !== 'left', 'hold'),
    ...when(state === 'ON_HOLD', 'resume'),
  ]
}

const HOLDABLE: ReadonlySet<string> = new Set([
  ...(['SUBMITTED', 'IN_PRODUCTION', 'SHIPPED_TO_DISTRICT', 'ARRIVED'] as const),
])
