import { daysBetween } from '../../core/calendar.ts'
import { beijingDate, type CalendarDate } from '../../core/calendarDate.ts'
import { caseStage, shownApplication, type CaseStage } from '../../core/case/caseStage.ts'
import { isHere, openApplicationIn, type CaseState } from '../../core/case/caseState.ts'
import type { WindowOn } from '../../core/case/decided.ts'
import { exceptionsOf, type CaseException } from '../../core/case/exceptions.ts'
import { nextStep, type NextStep } from '../../core/case/nextStep.ts'
import { caseOn } from '../../core/case/pastWindow.ts'
import type { ProductionShown } from '../../core/caseRequests.ts'
import type { WindowCalendar } from '../../core/feeWindow.ts'
import { nextWindow, type NextWindow } from '../../core/nextWindow.ts'
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
import { windowPrinted } from '../../db/paperPrints.ts'
import { producedCards } from '../../db/openCases.ts'
import { gradeOf } from '../../db/students.ts'
import { stageOfGrade, windowCalendar, windowOn, type DeskDay } from './caseParts.ts'

/** What the cases of a day are looked at by: gathered once, for one page or a whole list. */
export interface DayFacts extends DeskDay {
  readonly calendar: WindowCalendar
  readonly measured: Measured | null
  /** today, by stage; `unsure` where the clock is behind */
  readonly window: (stage: Stage | null) => WindowOn
  /** the window that comes next, by stage; `none` where the clock is behind */
  readonly next: (stage: Stage | null) => NextWindow
}

export function dayFacts(db: Database, { today, clockBehind }: DeskDay): DayFacts {
  const calendar = windowCalendar(db)
  const known = new Map<Stage | null, WindowOn>()
  const windows = new Map<Stage | null, NextWindow>()
  return {
    ...{ today, clockBehind, calendar },
    measured: measured(producedCards(db), calendar.years),
    window(stage) {
      if (clockBehind) return 'unsure'
      const on = known.get(stage) ?? windowOn(today, calendar, stage)
      known.set(stage, on)
      return on
    },
    next(stage) {
      if (clockBehind) return { kind: 'none', skipped: null }
      const window = windows.get(stage) ?? nextWindow(today, calendar, stage)
      windows.set(stage, window)
      return window
    },
  }
}

/** How one case stands today. */
export interface CaseFacts {
  /** as it stands today */
  readonly state: CaseState
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

export function caseFacts(db: Database, stored: CaseState, day: DayFacts): CaseFacts {
  const calendarOf = stageOfGrade(gradeOf(db, stored.studentId))
  const { today, calendar } = day
  const state = caseOn(stored, { today, window: (on) => windowOn(on, calendar, calendarOf) })
  const window = day.window(calendarOf)
  const stage = caseStage(state, window)
  const production = productionOf(state, day, calendarOf)
  const isTold = state.orders.some((order) => order.state === 'PENDING')
  const isOverdue = (production?.overdueBy ?? 0) > 0
  const hasApplication = openApplicationIn(state) !== null
  return {
    ...{ state, stage, production, window, calendarOf },
    next: stage === null ? null : nextStep(stage, { isTold, isOverdue, hasApplication }),
    exceptions: [
      ...exceptionsOf(state, today),
      ...(day.clockBehind ? [] : slipOf(db, state, stage, day.next(calendarOf))),
    ],
    daysHere: daysHere(state, today),
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

/** Stages in which a slip sends somebody to pay. */
const TO_PAY: readonly (CaseStage | null)[] = ['to-notify', 'awaiting-window', 'payable']

/** A slip in the parents' hands that tells another fee window than there is (domain.md 5.7-13). */
function slipOf(
  db: Database,
  state: CaseState,
  stage: CaseStage | null,
  window: NextWindow,
): readonly CaseException[] {
  const about = openApplicationIn(state)?.applicationId
  if (about === undefined || !TO_PAY.includes(stage)) return []
  const told = windowPrinted(db, { paper: 'slip', about })
  const now = window.kind === 'none' ? null : window.to
  return told === undefined || told === now ? [] : [{ kind: 'slip-outdated', told }]
}

/** Since it came: that a pack was taken and brought back begins nothing anew (domain.md 5.7-10). */
export function daysHere({ cards, applications }: CaseState, today: CalendarDate): number | null {
  const [first] = cards
    .filter(isHere)
    .map(({ cardId, since }) => {
      const of = applications.findLast((one) => one.cardId === cardId)
      return daysBetween(beijingDate(of?.arrivedAt ?? since), today)
    })
    .toSorted((a, b) => b - a)
  return first ?? null
}
