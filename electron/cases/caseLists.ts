import { OVER_STATES } from '../../core/binding.ts'
import { openApplicationIn, ordersFor, type CaseState } from '../../core/case/caseState.ts'
import { listsOf, WORK_LISTS, type WorkList } from '../../core/case/workLists.ts'
import type { CalendarDate } from '../../core/calendarDate.ts'
import type { CaseLineShown, CaseLists, TodayShown } from '../../core/caseRequests.ts'
import { handedOverOn } from '../../db/collections.ts'
import type { Database } from '../../db/database.ts'
import { openCases } from '../../db/openCases.ts'
import { getStudent } from '../../db/students.ts'
import { personShown } from '../shown.ts'
import { caseFacts, dayFacts, type CaseFacts, type DayFacts } from './caseFacts.ts'
import type { DeskDay } from './caseParts.ts'

interface Filed {
  readonly facts: CaseFacts
  readonly lists: readonly WorkList[]
}

function everyCase(db: Database, day: DayFacts): readonly Filed[] {
  return openCases(db).map((state) => {
    const facts = caseFacts(db, state, day)
    const { stage, daysHere, production, exceptions } = facts
    const overdueBy = production?.overdueBy ?? 0
    const lists = listsOf({ stage, overdueBy, daysHere, exceptions: exceptions.length })
    return { facts, lists }
  })
}

function countsOf(all: readonly Filed[]): Readonly<Record<WorkList, number>> {
  const count = (list: WorkList): number => all.filter(({ lists }) => lists.includes(list)).length
  return Object.fromEntries(WORK_LISTS.map((list) => [list, count(list)])) as Record<
    WorkList,
    number
  >
}

/** The day's work, and the lines of one of its lists. */
export function caseLists(db: Database, on: DeskDay, list: WorkList): CaseLists {
  const day = dayFacts(db, on)
  const all = everyCase(db, day)
  const lines = all.filter(({ lists }) => lists.includes(list)).flatMap((one) => lineOf(db, one))
  return {
    counts: countsOf(all),
    list,
    lines: lines.toSorted((a, b) => b.overdueBy - a.overdueBy || a.since - b.since),
    measured: day.measured,
  }
}

/** 今天. */
export function todayShown(db: Database, on: DeskDay): TodayShown {
  const day = dayFacts(db, on)
  const all = everyCase(db, day)
  const byDay = new Map<CalendarDate, number>()
  for (const { facts } of all) {
    const date = facts.production?.promised.date
    if (date !== undefined) byDay.set(date, (byDay.get(date) ?? 0) + 1)
  }
  const calls = all.filter(({ facts }) => facts.next === 'notify' || facts.stage === 'payable')
  return {
    today: day.today,
    counts: countsOf(all),
    calls: calls.flatMap((one) => lineOf(db, one)).toSorted((a, b) => a.since - b.since),
    promised: [...byDay].map(([date, cards]) => ({ date, cards })),
    handedOverToday: handedOverOn(db, day.today),
    measured: day.measured,
  }
}

function lineOf(db: Database, { facts }: Filed): readonly CaseLineShown[] {
  const { state } = facts
  const student = getStudent(db, state.studentId)
  if (student === null) return []
  const { studentId, name, className, educationIdTail } = personShown(student)
  const { stage, next, production, daysHere, exceptions } = facts
  const open = openApplicationIn(state)
  const order = (open === null ? state.orders : ordersFor(state, open)).at(-1)
  return [
    {
      ...{ studentId, name, className, educationIdTail, stage, next, daysHere, exceptions },
      since: sinceOf(state),
      order: order?.state ?? null,
      orderId: order?.orderId ?? null,
      promised: production?.promised ?? null,
      overdueBy: production?.overdueBy ?? 0,
    },
  ]
}

/** Since when it waits as it does: by its application and order, else by the card that is missing or lies here. */
function sinceOf(state: CaseState): number {
  const open = openApplicationIn(state)
  if (open !== null)
    return Math.max(open.stateAt, ...ordersFor(state, open).map(({ stateAt }) => stateAt))
  const waits = state.cards.filter(({ state: of }) => of !== 'ACTIVE' && !OVER_STATES.includes(of))
  return Math.max(0, ...(waits.length > 0 ? waits : state.cards).map(({ since }) => since))
}
