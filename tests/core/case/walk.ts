import type { Application } from '../../../core/application.ts'
import type { CaseState } from '../../../core/case/caseState.ts'
import { liveOrder, openApplicationIn } from '../../../core/case/caseState.ts'
import { CITY_WORDS, type CaseCommand } from '../../../core/case/commands.ts'
import type { CaseContext } from '../../../core/case/decided.ts'
import { decideCase } from '../../../core/case/decideCase.ts'
import { CONFIRMED, context, date, LEFT, MONDAY, PUPIL, RENAMED } from './builders.ts'

/** One step of a walk, as numbers: what they mean depends on where the walk is. */
export interface Roll {
  readonly what: number
  readonly a: number
  readonly b: number
}

export type Step =
  | { readonly kind: 'act'; readonly command: CaseCommand; readonly context: CaseContext }
  /** the roll, the confirmation or an import, which come from elsewhere */
  | { readonly kind: 'outside'; readonly change: (state: CaseState) => CaseState }

/** Reads a roll as the next step of a walk. `n`: how many were before it, and what makes its ids new. */
export function stepOf(state: CaseState, { what, a, b }: Roll, n: number): Step {
  const pick = <T>(all: readonly T[]): T | undefined => all[a % Math.max(1, all.length)]
  const flag = (bit: number): boolean => ((b >> bit) & 1) === 1
  const cardId = pick(state.cards)?.cardId ?? 'none'
  const application = flag(4) ? pick(state.applications) : openApplicationIn(state)
  const applicationId = application?.applicationId ?? 'none'
  const orderId = (flag(4) ? pick(state.orders) : liveOrder(state))?.orderId ?? 'none'
  const reason = flag(0) ? '主管同意' : null
  const at = MONDAY + n * 60_000
  const by = context({
    ...{ at, isSupervisor: flag(1), tapped: flag(2) ? cardId : null, online: flag(3) },
    window: () => (flag(5) ? 'closed' : 'open'),
  })
  const act = <C extends CaseCommand>(command: C): Step => ({
    kind: 'act',
    command,
    context: by,
  })
  // Alone of all acts it takes three conditions at once.
  const together = (command: CaseCommand): Step => ({
    ...{ kind: 'act', command },
    context: { ...by, isSupervisor: true, tapped: cardId },
  })
  const outside = (change: (now: CaseState) => CaseState): Step => ({ kind: 'outside', change })
  const of = { studentId: PUPIL }
  const numbers = [{ kind: 'bmac' as const, value: `1000000000${n}` }]
  const recipes: readonly (() => Step)[] = [
    () =>
      act({
        type: 'loss.reported',
        payload: {
          ...{ ...of, cardId, reportedAt: at - (b % 90) * 60_000 },
          ...{ where: null, by: flag(0) ? 'app' : 'desk' },
        },
      }),
    () => act({ type: 'loss.lifted', payload: { ...of, cardId, tapId: 't', reason } }),
    () =>
      together({
        type: 'replaced.reactivated',
        payload: { ...of, cardId, tapId: 't', reason: '新卡又丢' },
      }),
    () => act({ type: 'card.found', payload: { ...of, cardId, where: '操场' } }),
    () => act({ type: 'found.claimed', payload: { ...of, cardId, tapId: 't', reason } }),
    () => act({ type: 'card.damaged', payload: { ...of, cardId, how: 'unreadable' } }),
    () =>
      act({
        type: 'card.returned',
        payload: { ...of, cardId, to: { kind: 'district' }, reason: '坏卡' },
      }),
    () => act({ type: 'card.voided', payload: { ...of, cardId, reason: '剪角' } }),
    () =>
      act({
        type: 'two-cards.settled',
        payload: { ...of, cardId, others: flag(0) ? 'VOID' : 'FOUND_HELD', reason: '留新卡' },
      }),
    () =>
      act({
        type: 'reissue.applied',
        payload: {
          ...{ ...of, applicationId: `a-${n}`, oldCardId: cardId },
          ...{ cause: flag(0) ? 'lost' : 'damaged', waiver: flag(6) ? '低保' : null },
        },
      }),
    () =>
      act({
        type: 'waiver.decided',
        payload: { ...of, applicationId, waived: flag(0), reason: '属实' },
      }),
    () => act({ type: 'reissue.withdrawn', payload: { ...of, applicationId, reason } }),
    () =>
      act({
        type: 'application.held',
        payload: { ...of, applicationId, hold: flag(0), reason: '缺料' },
      }),
    () => act({ type: 'application.transferred', payload: { ...of, applicationId } }),
    () =>
      act({
        type: 'order.opened',
        payload: {
          ...{ ...of, orderId: `o-${n}`, applicationId },
          channel: flag(0) ? 'app' : 'desk_assisted',
        },
      }),
    () =>
      act({
        type: 'order.moved',
        payload: {
          ...{ ...of, orderId },
          to: (['PENDING', 'PAYING', 'UNKNOWN', 'CANCELLED'] as const)[b % 4] ?? 'PENDING',
        },
      }),
    () => act({ type: 'order.claimed', payload: { ...of, orderId, paidOn: date('2026-10-12') } }),
    () =>
      act({
        type: 'payment.told',
        payload: {
          // Each payment has a number of its own, and some are told twice.
          ...{ ...of, orderId: `o-${n}`, cityNo: `p-${flag(0) ? n : n - 1}`, fen: 1_500 },
          ...{ on: date('2026-10-12') },
          result: (['paid', 'paid', 'failed', 'unknown', 'refunded'] as const)[a % 5] ?? 'paid',
        },
      }),
    () =>
      act({
        type: 'application.told',
        payload: { ...of, word: CITY_WORDS[a % CITY_WORDS.length] ?? 'closed', on: by.today },
      }),
    () =>
      act({
        type: 'card.arrived',
        payload: { ...of, cardId: flag(0) ? `c-${n}` : cardId, identifiers: numbers },
      }),
    () =>
      act({
        type: 'card.handed-over',
        payload: {
          ...{ ...of, cardId, tapId: 't', reason, identifiers: numbers, oldCard: 'still-lost' },
          ...{ collector: { kind: 'student' }, signature: '1,1 2,2' },
        },
      }),
    () =>
      act({
        type: 'pack.taken',
        payload: { ...of, cardId, packId: 'k', teacher: '王老师', signature: null },
      }),
    () =>
      act({
        type: 'pack.closed',
        payload: {
          ...{ ...of, cardId, identifiers: numbers, oldCard: null },
          how: (['tap', 'tick', 'back'] as const)[b % 3] ?? 'tap',
        },
      }),
    () => outside((now) => ({ ...now, standing: CONFIRMED })),
    () => outside((now) => ({ ...now, standing: flag(0) ? RENAMED : now.standing })),
    () => outside((now) => (flag(0) ? { ...now, standing: DISPUTED } : now)),
    () => outside((now) => ({ ...now, applications: now.applications.map(listed) })),
    () =>
      outside((now) => ({
        ...now,
        pupil: flag(0) && flag(1) ? LEFT : { enrolment: { kind: 'enrolled' } },
      })),
    () =>
      outside((now) =>
        flag(0) && flag(1)
          ? {
              ...now,
              cards: [
                ...now.cards,
                { cardId: `x-${n}`, studentId: PUPIL, state: 'ACTIVE', since: at, before: null },
              ],
            }
          : now,
      ),
  ]
  return (recipes[what % recipes.length] ?? recipes[0])?.() as Step
}

/** 免缴: with the 制卡名单 to the city. */
const listed = (application: Application): Application =>
  application.state === 'SUBMITTED' && application.reissue?.fee.fen === 0
    ? { ...application, listId: 'list' }
    : application

const DISPUTED: CaseState['standing'] = {
  ...{ kind: 'disputed', version: 1, evidence: '户口簿' },
  items: [{ field: 'name', right: '王晓明' }],
}

export const RECIPES = 29

/** The step a roll leads to: where its act is refused, one of the next four that are not. */
export function denseStep(state: CaseState, one: Roll, n: number): Step {
  for (const on of [0, 5, 10, 15, 20]) {
    const step = stepOf(state, { ...one, what: one.what + on }, n)
    if (step.kind === 'outside') return step
    if (decideCase(state, step.command, step.context).kind === 'done') return step
  }
  return stepOf(state, one, n)
}
