import type { Application } from '../../../core/application.ts'
import type { CalendarDate } from '../../../core/calendarDate.ts'
import { applyCase } from '../../../core/case/applyCase.ts'
import type { CaseCard, CaseState } from '../../../core/case/caseState.ts'
import type { CaseCommand } from '../../../core/case/commands.ts'
import type { CaseContext, CaseDecision } from '../../../core/case/decided.ts'
import { decideCase } from '../../../core/case/decideCase.ts'
import type { CaseEvent } from '../../../core/case/events.ts'
import { feeOn } from '../../../core/case/fee.ts'
import type { FeeOrder, OrderState } from '../../../core/case/feeOrder.ts'
import type { CardState } from '../../../core/card.ts'

export const PUPIL = 's-1'
/** Monday 2026-10-12, 09:00 in Beijing: the first window behind 国庆. */
export const MONDAY = Date.parse('2026-10-12T01:00:00Z')
export const HOUR = 3_600_000
export const date = (text: string): CalendarDate => text as CalendarDate

export const caseState = (part: Partial<CaseState> = {}): CaseState => ({
  ...{ studentId: PUPIL, pupil: { enrolment: { kind: 'enrolled' } } },
  ...{ cards: [card('old', 'ACTIVE')], applications: [], orders: [], standing: null },
  ...part,
})

export const card = (
  cardId: string,
  state: CardState,
  since = MONDAY - 1_000 * HOUR,
  before: CardState | null = null,
): CaseCard => ({ cardId, studentId: PUPIL, state, since, before })

export const LEFT: CaseState['pupil'] = {
  enrolment: { kind: 'left', on: date('2026-10-09'), why: 'transferred', to: '另一所学校' },
}
export const CONFIRMED: CaseState['standing'] = { kind: 'confirmed', version: 1 }
export const RENAMED: CaseState['standing'] = {
  ...{ kind: 'pending', version: 2, after: 'confirmed', changed: ['name'] },
}

export const reissue = (part: Partial<Application> = {}): Application => ({
  ...{ applicationId: 'a-1', studentId: PUPIL, kind: 'reissue', state: 'SUBMITTED' },
  ...{ stateAt: MONDAY, openedAt: MONDAY, openedBy: 'clerk', listId: null, cardId: null },
  reissue: { oldCardId: 'old', cause: 'lost', fee: feeOn(date('2026-10-12')) },
  ...{ producedFrom: null, arrivedAt: null, heldFrom: null },
  ...part,
})

export const order = (state: OrderState, part: Partial<FeeOrder> = {}): FeeOrder => ({
  ...{ orderId: 'o-1', applicationId: 'a-1', studentId: PUPIL, state, stateAt: MONDAY },
  ...{ fee: feeOn(date('2026-10-12')), channel: 'app', openedAt: MONDAY, openedBy: 'clerk' },
  ...{ paidOn: null, cityNo: null, refundNo: null },
  ...part,
})

export const context = (part: Partial<CaseContext> = {}): CaseContext => ({
  ...{ at: MONDAY, operatorId: 'clerk', today: date('2026-10-12'), isSupervisor: false },
  ...{ tapped: null, chipOf: [], window: () => 'open', clockBehind: false, online: false },
  mayReactivate: true,
  ...part,
})

export const decide = (
  state: CaseState,
  command: CaseCommand,
  part: Partial<CaseContext> = {},
): CaseDecision => decideCase(state, command, context(part))

/** What came of an act. @throws where it is refused */
export function eventsOf(decision: CaseDecision): readonly CaseEvent[] {
  if (decision.kind === 'refused') throw new Error(`Refused: ${decision.why}`)
  return decision.events
}

/** The case behind an act. @throws where it is refused */
export function after(
  state: CaseState,
  command: CaseCommand,
  part: Partial<CaseContext> = {},
): CaseState {
  const by = context(part)
  return eventsOf(decideCase(state, command, by)).reduce(
    (now, event) => applyCase(now, event, by),
    state,
  )
}

export const stateOf = (state: CaseState, cardId: string): CardState | undefined =>
  state.cards.find((one) => one.cardId === cardId)?.state
