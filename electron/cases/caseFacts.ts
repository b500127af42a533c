import { daysBetween } from '../../core/calendar.ts'
import { beijingDate, type CalendarDate } from '../../core/calendarDate.ts'
import { caseStage, shownApplication, type CaseStage } from '../../core/case/caseStage.ts'
import type { CaseState } from '../../core/case/caseState.ts'
import type { WindowOn } from '../../core/case/decided.ts'
import { exceptionsOf, type CaseException } from '../../core/case/exceptions.ts'
import { nextStep, type NextStep } from '../../core/case/nextStep.ts'
import type { ProductionShown } from '../../core/caseRequests.ts'
import type { WindowCalendar } from '../../core/feeWindow.ts'
import {
  expectedOn,
  handOutFrom,
  measured,
  overdueBy,
  promisedOn,
  type Measured,
} from '../../core/production.ts'
import type { Stage } from '../../core/term.ts'
import type { Database } from '../../db/database.ts'
import { producedCards } from '../../db/openCases.ts'
import { gradeOf } from '../../db/students.ts'
import { stageOfGrade, windowCalendar, windowOn } from './caseParts.ts'

/** What the cases of a day are looked at by: gathered once, for one page or a whole list. */
export interface DayFacts {
  readonly today: CalendarDate
  readonly calendar: WindowCalendar
  readonly measured: Measured | null
  /** today, by stage */
  readonly window: (stage: Stage | null) => WindowOn
}

export function dayFacts(db: Database, today: CalendarDate): DayFacts {
  const calendar = windowCalendar(db)
  const known = new Map<Stage | null, WindowOn>()
  return {
    today,
    calendar,
    measured: measured(producedCards(db), calendar.years),
    window(stage) {
      const on = known.get(stage) ?? windowOn(today, calendar, stage)
      known.set(stage, on)
      return on
    },
  }
}

/** How one case stands today. */
export interface CaseFacts {
  readonly stage: CaseStage | null
  readonly next: NextStep | null
  readonly production: ProductionShown | null
  readonly exceptions: readonly CaseException[]
  /** days the card lies at school; null: it does not */
  readonly daysHere: number | null
  readonly window: WindowOn
  /** whose calendar: of the pupil's grade */
  readonly calendarOf: Stage | null
}

export function caseFacts(db: Database, state: CaseState, day: DayFacts): CaseFacts {
  const calendarOf = stageOfGrade(gradeOf(db, state.studentId))
  const window = day.window(calendarOf)
  const stage = caseStage(state, window)
  const production = productionOf(state, day, calendarOf)
  const isTold = state.orders.some((order) => order.state === 'PENDING')
  const isOverdue = (production?.overdueBy ?? 0) > 0
  return {
    ...{ stage, production, window, calendarOf },
    next: stage === null ? null : nextStep(stage, { isTold, isOverdue }),
    exceptions: exceptionsOf(state, day.today),
    daysHere: daysHere(state, day.today),
  }
}

function productionOf(
  state: CaseState,
  { today, calendar: { years, terms }, measured: by }: DayFacts,
  stage: Stage | null,
): ProductionShown | null {
  const application = shownApplication(state)
  const from = application?.producedFrom ?? null
  const isMade =
    application?.state === 'IN_PRODUCTION' || application?.state === 'SHIPPED_TO_DISTRICT'
  if (from === null || !isMade) return null
  const promised = promisedOn(from, years)
  return {
    ...{ from, promised },
    // Of an estimate nobody is asked why it is late.
    overdueBy: promised.certain ? overdueBy(promised, today, years) : 0,
    likely: by === null ? null : { on: expectedOn(from, by, years), by },
    handOut: handOutFrom(promised.date, terms, stage),
  }
}

function daysHere({ cards }: CaseState, today: CalendarDate): number | null {
  const here = cards.filter(({ state }) => state === 'ARRIVED' || state === 'WITH_TEACHER')
  const [first] = here
    .map(({ since }) => daysBetween(beijingDate(since), today))
    .toSorted((a, b) => b - a)
  return first ?? null
}
