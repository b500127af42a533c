import type { CaseState } from '../../../core/case/caseState.ts'
import type { CaseCommand, CaseCommands, CaseCommandType } from '../../../core/case/commands.ts'
import type { CaseContext, CaseDecision, CaseRefusal } from '../../../core/case/decided.ts'
import { card, CONFIRMED, context, date, HOUR, MONDAY, order, PUPIL, reissue } from './builders.ts'
import { caseState, decide } from './builders.ts'

const OLD = { studentId: PUPIL, cardId: 'old' }
const NEW = { studentId: PUPIL, cardId: 'a-1.1' }
const APPLICATION = { studentId: PUPIL, applicationId: 'a-1' }
const ORDER = { studentId: PUPIL, orderId: 'o-1' }
const NUMBERS = [{ kind: 'bmac', value: '1000751000000001' }] as const

/** Each act as it is mostly done: with the old card, the application and the order of the builders. */
const USUAL: CaseCommands = {
  'loss.reported': { ...OLD, reportedAt: MONDAY - HOUR, where: null, by: 'desk' },
  'loss.lifted': { ...OLD, tapId: 't-1', reason: null },
  'replaced.reactivated': { ...OLD, tapId: 't-1', reason: '新卡又丢' },
  'card.found': { ...OLD, where: '操场' },
  'found.claimed': { ...OLD, tapId: 't-1', reason: null },
  'card.damaged': { ...OLD, how: 'unreadable' },
  'card.returned': { ...OLD, to: { kind: 'district' }, reason: '坏卡' },
  'card.voided': { ...OLD, reason: '剪角' },
  'two-cards.settled': { ...OLD, others: 'VOID', reason: '留旧卡' },
  'reissue.applied': { ...APPLICATION, oldCardId: 'old', cause: 'lost', waiver: null },
  'waiver.decided': { ...APPLICATION, waived: true, reason: '低保' },
  'reissue.withdrawn': { ...APPLICATION, reason: '不补了' },
  'application.held': { ...APPLICATION, hold: true, reason: '缺料' },
  'application.transferred': APPLICATION,
  'order.opened': { ...ORDER, applicationId: 'a-1', channel: 'app' },
  'order.moved': { ...ORDER, to: 'PENDING' },
  'order.claimed': { ...ORDER, paidOn: date('2026-10-12') },
  'payment.told': {
    ...{ studentId: PUPIL, orderId: 'o-new', cityNo: 'city-1', on: date('2026-10-12') },
    ...{ fen: 1_500, result: 'paid' },
  },
  'application.told': { studentId: PUPIL, word: 'shipped', on: date('2026-10-20') },
  'card.arrived': { ...NEW, identifiers: NUMBERS },
  'card.handed-over': {
    ...{ ...NEW, tapId: 't-1', reason: null, identifiers: NUMBERS, oldCard: 'still-lost' },
    ...{ collector: { kind: 'student' }, signature: '1,1 2,2' },
  },
  'pack.taken': { ...NEW, packId: 'k-1', teacher: '王老师', signature: '1,1 2,2' },
  'pack.closed': { ...NEW, how: 'tick', identifiers: NUMBERS, oldCard: 'still-lost' },
  'case.undone': { studentId: PUPIL, undoes: 'act-1' },
}

export function act<T extends CaseCommandType>(
  type: T,
  part: Partial<CaseCommands[T]> = {},
): CaseCommand {
  return { type, payload: { ...USUAL[type], ...part } } as CaseCommand
}

export const SUPERVISOR: Partial<CaseContext> = { isSupervisor: true, operatorId: 'supervisor' }
/** The card itself lies on the reader. */
export const laid = (cardId = 'old'): Partial<CaseContext> => ({ tapped: cardId })

/** Why an act is refused; `done` where it is not. */
export const whyNot = (decision: CaseDecision): CaseRefusal | 'done' =>
  decision.kind === 'refused' ? decision.why : 'done'

export function refusalOf(
  state: CaseState,
  command: CaseCommand,
  part: Partial<CaseContext> = {},
): CaseRefusal | 'done' {
  return whyNot(decide(state, command, context(part)))
}

/** A lost card, an application for it, and 制卡信息 confirmed. */
export const applied = (part: Partial<CaseState> = {}): CaseState =>
  caseState({
    ...{ cards: [card('old', 'LOST')], applications: [reissue()], standing: CONFIRMED },
    ...part,
  })

/** Paid for, and in production. */
export const produced = (part: Partial<CaseState> = {}): CaseState =>
  applied({
    cards: [card('old', 'LOST'), card('a-1.1', 'ORDERED')],
    applications: [
      reissue({ state: 'IN_PRODUCTION', cardId: 'a-1.1', producedFrom: date('2026-10-12') }),
    ],
    orders: [order('CONFIRMED', { cityNo: 'city-1', paidOn: date('2026-10-12') })],
    ...part,
  })

/** The new card lies at school. */
export const arrived = (part: Partial<CaseState> = {}): CaseState =>
  produced({
    cards: [card('old', 'LOST'), card('a-1.1', 'ARRIVED')],
    applications: [
      reissue({ state: 'ARRIVED', cardId: 'a-1.1', producedFrom: date('2026-10-12') }),
    ],
    ...part,
  })

/** The pupil has the new card. */
export const handedOver = (part: Partial<CaseState> = {}): CaseState =>
  produced({
    cards: [card('old', 'REPLACED'), card('a-1.1', 'ACTIVE')],
    applications: [
      reissue({ state: 'HANDED_OVER', cardId: 'a-1.1', producedFrom: date('2026-10-12') }),
    ],
    standing: null,
    ...part,
  })
