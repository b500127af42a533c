import type { Application } from '../application.ts'
import type { CalendarDate } from '../calendarDate.ts'
import { isConfirmedPaid, ordersFor, type CaseState } from './caseState.ts'
import { applicationMoved } from './decided.ts'
import type { CaseEvent } from './events.ts'

/**
 * The id of the card that is made for an application: the desk and the city come to the same one without telling
 * each other, also of a card that is made again.
 */
export function orderedCard({ cards }: CaseState, { applicationId }: Application): string {
  const made = cards.filter(({ cardId }) => cardId.startsWith(`${applicationId}.`)).length
  return `${applicationId}.${made + 1}`
}

/**
 * 制卡中: it is paid and 制卡信息 is confirmed. Nothing where one of the two is lacking: whichever comes last begins
 * it. What is free goes by list, and the city's word begins it (cityWord.ts).
 *
 * @param on the day the 20 working days are counted behind
 */
export function beginProduction(
  state: CaseState,
  application: Application,
  on: CalendarDate,
): readonly CaseEvent[] {
  const { applicationId, studentId } = application
  if (application.state !== 'SUBMITTED' || state.standing?.kind !== 'confirmed') return []
  if (!isConfirmedPaid(state, application)) return []
  const cardId = orderedCard(state, application)
  return [
    { type: 'card-made', cardId, studentId, state: 'ORDERED' },
    applicationMoved(application, 'IN_PRODUCTION'),
    { type: 'production-begun', applicationId, studentId, cardId, on },
  ]
}

/** What was paid for before and begins only now: counted from the later of the two days. */
export function beginNow(
  state: CaseState,
  application: Application,
  today: CalendarDate,
): readonly CaseEvent[] {
  const paid = ordersFor(state, application).find(({ state: of }) => of === 'CONFIRMED')
  const paidOn = paid?.paidOn ?? today
  return beginProduction(state, application, paidOn > today ? paidOn : today)
}
