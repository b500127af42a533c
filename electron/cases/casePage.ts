import { isOver } from '../../core/case/applicationStates.ts'
import { openApplicationIn, type CaseState } from '../../core/case/caseState.ts'
import { shownApplication } from '../../core/case/caseStage.ts'
import { caseStep } from '../../core/case/caseStep.ts'
import type { CaseEvent } from '../../core/case/events.ts'
import { oldCardOf } from '../../core/case/handOver.ts'
import { holderState } from '../../core/case/holder.ts'
import { isUndoable } from '../../core/case/undoCase.ts'
import { addDays, beijingDate, type CalendarDate } from '../../core/calendarDate.ts'
import { inOrderOfCount } from '../../core/cardThatCounts.ts'
import type {
  CaseApplicationShown,
  CaseCardShown,
  CaseLine,
  CaseOrderShown,
  CaseShown,
} from '../../core/caseRequests.ts'
import { newCardStanding } from '../../core/newCardStanding.ts'
import { noSlip, UNDO_WITHIN_MS, type ByWhomAndWhen } from '../../core/ownAct.ts'
import type { Application } from '../../core/application.ts'
import type { FeeOrder } from '../../core/case/feeOrder.ts'
import { cardDataNow, markOf } from '../../db/cardData.ts'
import { cardsOfStudent, identifiersOfCard } from '../../db/cards.ts'
import { caseOf } from '../../db/cases.ts'
import { standingNow } from '../../db/confirmationRows.ts'
import type { Database } from '../../db/database.ts'
import { actMade, eventsOfStudent, type StoredEvent } from '../../db/events.ts'
import { getOperator } from '../../db/operators.ts'
import { ownPupil } from '../../db/students.ts'
import { cardTail, personShown, tail } from '../shown.ts'
import { caseFacts, dayFacts, type CaseFacts, type DayFacts } from './caseFacts.ts'
import { windowOn, type DeskDay } from './caseParts.ts'

/** As many acts of a case as a page shows: years of them. */
const EVENTS_READ = 400

/** One pupil's case, as the desk may show it; null: not one of the own school. */
export function casePage(
  db: Database,
  studentId: string,
  on: DeskDay,
  here: ByWhomAndWhen,
): CaseShown | null {
  const student = ownPupil(db, studentId)
  if (student === null) return null
  const day = dayFacts(db, on)
  const facts = caseFacts(db, caseOf(db, studentId), day)
  const { state, stage, next, production, exceptions, window, calendarOf } = facts
  const cards = inOrderOfCount(cardsOfStudent(db, studentId)).map(
    ({ id: cardId, state: of, stateSince: since, stateBy: by }): CaseCardShown => ({
      ...{ cardId, state: of, since, by, tail: cardTail(identifiersOfCard(db, cardId)) },
    }),
  )
  const old = oldCardOf(state)
  const open = openApplicationIn(state)
  const acts = actsOf(db, studentId)
  return {
    person: personShown(student),
    enrolment: student.enrolment,
    holder: holderState(state),
    ...{ stage, next, cards, production, exceptions },
    application: applicationShown(db, state),
    orders: state.orders.toReversed().map((order) => orderShown(order, open)),
    window: day.next(calendarOf),
    windowToday: window,
    payDays: payDays(state, day, facts),
    oldCard: cards.find(({ cardId }) => cardId === old?.cardId) ?? null,
    lines: [...acts.flatMap((act) => lineOf(db, act) ?? []), ...broughtAlong(cards, acts)].toSorted(
      (a, b) => b.at - a.at,
    ),
    undo: undoOf(db, acts[0], here),
  }
}

/** A claim of a payment lies no further back. */
const PAY_DAYS_BACK = 60

/** Days a parent may have paid on since the application was made; an announced one may be known to them alone. */
function payDays(
  state: CaseState,
  { today, calendar }: DayFacts,
  { calendarOf }: CaseFacts,
): readonly CalendarDate[] {
  const application = shownApplication(state)
  if (application === null || isOver(application.state)) return []
  const first = beijingDate(application.openedAt)
  return Array.from({ length: PAY_DAYS_BACK }, (_, back) => addDays(today, -back)).filter(
    (date) => date >= first && windowOn(date, calendar, calendarOf) !== 'closed',
  )
}

/** The events of one act, in its order. */
interface Act {
  readonly cmdId: string
  readonly at: number
  readonly events: readonly CaseEvent[]
}

function actsOf(db: Database, studentId: string): readonly Act[] {
  const acts = new Map<string, StoredEvent[]>()
  for (const stored of eventsOfStudent(db, studentId, EVENTS_READ)) {
    const of = acts.get(stored.cmdId)
    if (of === undefined) acts.set(stored.cmdId, [stored])
    else of.unshift(stored)
  }
  return [...acts].map(([cmdId, events]) => ({
    ...{ cmdId, at: events[0]?.at ?? 0 },
    events: events.map(({ event }) => event as CaseEvent),
  }))
}

/** A card that is lost, broken or waits, by the roll it came with: no act at this desk brought it there. */
function broughtAlong(cards: readonly CaseCardShown[], acts: readonly Act[]): readonly CaseLine[] {
  const told = acts.flatMap(({ events }) =>
    events.flatMap((event) => ('cardId' in event ? [event.cardId] : [])),
  )
  return cards
    .filter(({ cardId, state }) => state !== 'ACTIVE' && !told.includes(cardId))
    .map(({ cardId, state, since: at, by }) => ({
      ...{ cmdId: cardId, at, by },
      steps: [{ of: 'card', from: null, to: state }],
    }))
}

function lineOf(db: Database, { cmdId, at, events }: Act): CaseLine | null {
  const steps = events.flatMap((event) => (isOfCase(event) ? (caseStep(event) ?? []) : []))
  if (steps.length === 0) return null
  const operatorId = actMade(db, cmdId)?.operatorId ?? null
  const by = operatorId === null ? null : (getOperator(db, operatorId)?.name ?? null)
  return { cmdId, at, by, steps }
}

/** Roll, photos, bindings and confirmations have lines of their own in the pupil's record. */
const isOfCase = ({ type }: CaseEvent): boolean => !OTHERS.some((prefix) => type.startsWith(prefix))
const OTHERS = ['pupil-', 'photo-', 'card-bound', 'card-unbound', 'card-data-', 'annual-']

function undoOf(db: Database, last: Act | undefined, here: ByWhomAndWhen): CaseShown['undo'] {
  const made = last === undefined ? null : actMade(db, last.cmdId)
  if (last === undefined || made === null) return null
  if (!isUndoable({ ...last, type: made.type }) || noSlip(made, here) !== null) return null
  return { cmdId: last.cmdId, until: made.at + UNDO_WITHIN_MS }
}

function applicationShown(db: Database, state: CaseState): CaseApplicationShown | null {
  const application = shownApplication(state)
  if (application === null) return null
  const { applicationId, kind, openedAt, openedBy, reissue } = application
  return {
    ...{ applicationId, kind, state: application.state, openedAt },
    openedBy: openedBy === null ? null : (getOperator(db, openedBy)?.name ?? null),
    cause: reissue?.cause ?? null,
    fee: reissue?.fee ?? null,
    isOpen: !isOver(application.state),
    data: dataShown(db, application),
  }
}

function dataShown(db: Database, application: Application): CaseApplicationShown['data'] {
  const now = isOver(application.state) ? null : cardDataNow(db, application.studentId)
  if (now === null) return null
  const standing = standingNow(db, application, now.data)
  return {
    applicationId: application.applicationId,
    shown: newCardStanding(application, standing, now.data),
    standing,
    validTo: now.data.validTo,
    mark: markOf(now.data),
  }
}

function orderShown(order: FeeOrder, open: Application | null): CaseOrderShown {
  const { orderId, state, stateAt, fee, channel, paidOn, cityNo } = order
  const cityNoTail = cityNo === null ? null : tail(cityNo)
  const isOfOpen = order.applicationId === open?.applicationId
  return { orderId, isOfOpen, state, stateAt, fee, channel, paidOn, cityNoTail }
}
