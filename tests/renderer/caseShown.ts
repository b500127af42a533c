import { addDays, beijingDate } from '../../core/calendarDate.ts'
import { CASE_STAGES, type CaseStage } from '../../core/case/caseStage.ts'
import { feeOn } from '../../core/case/fee.ts'
import type { OrderState } from '../../core/case/feeOrder.ts'
import type { HolderState } from '../../core/case/holder.ts'
import { nextStep } from '../../core/case/nextStep.ts'
import { WORK_LISTS, type WorkList } from '../../core/case/workLists.ts'
import type {
  CaseCardShown,
  CaseLine,
  CaseLineShown,
  CaseOrderShown,
  CaseShown,
} from '../../core/caseRequests.ts'
import type { CardState } from '../../core/card.ts'
import { MONDAY } from './builders.ts'
import { newCardLine } from './fakeNewCards.ts'
import { line } from './pupils.ts'

const DAY = 86_400_000
const today = beijingDate(MONDAY)
const fee = feeOn(today)

export const aCaseCard = (
  cardId: string,
  state: CardState,
  tail: string | null = '4821',
): CaseCardShown => ({
  ...{ cardId, state, since: MONDAY - 2 * DAY, by: '李老师', tail },
})

const CARDS: Readonly<Partial<Record<CaseStage, readonly CaseCardShown[]>>> = {
  damaged: [aCaseCard('old', 'DAMAGED')],
  'found-held': [aCaseCard('old', 'FOUND_HELD')],
  'in-production': [aCaseCard('new', 'ORDERED', null), aCaseCard('old', 'LOST')],
  'card-failed': [aCaseCard('new', 'FAILED', null), aCaseCard('old', 'LOST')],
  shipped: [aCaseCard('new', 'ORDERED', null), aCaseCard('old', 'LOST')],
  arrived: [aCaseCard('new', 'ARRIVED', '9027'), aCaseCard('old', 'LOST')],
  'with-teacher': [aCaseCard('new', 'WITH_TEACHER', '9027'), aCaseCard('old', 'LOST')],
}

const ORDER: Readonly<Partial<Record<CaseStage, OrderState>>> = {
  'to-notify': 'CREATED',
  'awaiting-window': 'CREATED',
  payable: 'PENDING',
  paying: 'PAYING',
  'paid-claimed': 'USER_DONE',
  'payment-unknown': 'UNKNOWN',
  'paid-confirmed': 'CONFIRMED',
  'in-production': 'CONFIRMED',
  'card-failed': 'CONFIRMED',
  shipped: 'CONFIRMED',
  arrived: 'CONFIRMED',
  'with-teacher': 'CONFIRMED',
}

export const aCaseOrder = (state: OrderState): CaseOrderShown => ({
  ...{ orderId: 'o-1', isOfOpen: true, state, stateAt: MONDAY - DAY, fee, channel: 'app' },
  paidOn: ['USER_DONE', 'CONFIRMED', 'UNKNOWN'].includes(state) ? addDays(today, -1) : null,
  cityNoTail: state === 'CONFIRMED' ? '3306' : null,
})

const LINES: readonly CaseLine[] = [
  {
    ...{ cmdId: 'x-2', at: MONDAY - 2 * DAY + 600_000, by: '李老师' },
    steps: [{ of: 'applied', cause: 'lost', fen: 1_500, draft: false }],
  },
  {
    ...{ cmdId: 'x-1', at: MONDAY - 2 * DAY, by: '李老师' },
    steps: [{ of: 'loss', reportedAt: MONDAY - 3 * DAY, where: '345 路公交车上', by: 'desk' }],
  },
]

function holderAt(stage: CaseStage | null, isFirst: boolean): HolderState {
  if (stage === null) return 'HOLDS_ONE'
  if (stage === 'arrived' || stage === 'with-teacher') return 'ARRIVED_NOT_COLLECTED'
  if (stage === 'left') return 'LEFT'
  return isFirst ? 'LOST_NO_REPLACEMENT' : 'WAITING_REPLACEMENT'
}

/** A case as it stands at a stage; null: a pupil with a good card and nothing open. */
export function aCase(stage: CaseStage | null, part: Partial<CaseShown> = {}): CaseShown {
  const { name, sex, className, educationIdTail, studentId } = line({})
  const isFirst = stage === null || ['lost', 'damaged', 'found-held'].includes(stage)
  const state = stage === null ? undefined : ORDER[stage]
  const made = stage === 'in-production' || stage === 'shipped'
  const from = addDays(today, -30)
  return {
    person: {
      studentId,
      name,
      sex,
      className,
      educationIdTail,
      school: '实验学校',
      hasPhoto: true,
    },
    enrolment:
      stage === 'left'
        ? { kind: 'left', on: addDays(today, -7), why: 'transferred', to: '海淀区示例小学' }
        : { kind: 'enrolled' },
    holder: holderAt(stage, isFirst),
    stage,
    next:
      stage === null
        ? null
        : nextStep(stage, { isTold: false, isOverdue: false, hasApplication: true }),
    cards:
      stage === null ? [aCaseCard('old', 'ACTIVE')] : (CARDS[stage] ?? [aCaseCard('old', 'LOST')]),
    application: isFirst
      ? null
      : {
          ...{ applicationId: 'a-1', kind: 'reissue', state: 'SUBMITTED', cause: 'lost', fee },
          ...{ openedAt: MONDAY - 2 * DAY, openedBy: '李老师', isOpen: true },
          data: newCardLine(stage === 'disputed' ? 'disputed' : 'awaiting-info').application,
        },
    orders: state === undefined ? [] : [aCaseOrder(state)],
    window: { kind: 'open', to: addDays(today, 1), opening: { by: 'rule', certain: true } },
    windowToday: 'open',
    payDays: [today, addDays(today, -6), addDays(today, -7)],
    production: made
      ? {
          ...{ from, promised: { date: addDays(today, -2), certain: true }, overdueBy: 0 },
          ...{ likely: null, handOut: { kind: 'open' } },
        }
      : null,
    oldCard: isFirst ? null : aCaseCard('old', 'LOST'),
    exceptions: [],
    lines: stage === null ? [] : isFirst ? LINES.slice(1) : LINES,
    undo: null,
    ...part,
  }
}

const NAMES = ['陈可欣', '李雷', '王小明', '赵一诺', '孙悦', '周子轩', '吴桐', '郑好']

export function aCaseLine(stage: CaseStage, n: number): CaseLineShown {
  return {
    ...{ studentId: `s-${n}`, name: NAMES[n % NAMES.length] ?? '', className: '三年级2班' },
    ...{ educationIdTail: String(1_200 + n), stage, since: MONDAY - (n + 1) * DAY },
    next: nextStep(stage, { isTold: false, isOverdue: false, hasApplication: true }),
    ...{ order: ORDER[stage] ?? null, orderId: ORDER[stage] === undefined ? null : `o-${n}` },
    ...{ promised: null, overdueBy: 0, daysHere: null },
    exceptions: [],
  }
}

/** One line a stage. */
export const CASE_LINES: readonly CaseLineShown[] = CASE_STAGES.map(aCaseLine)

export const noCounts = (): Record<WorkList, number> =>
  Object.fromEntries(WORK_LISTS.map((list) => [list, 0])) as Record<WorkList, number>
