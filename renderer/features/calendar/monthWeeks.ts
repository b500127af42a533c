import { dayKind, daysBetween, weekdayOf, type DayKind } from '../../../core/calendar.ts'
import { addDays, type CalendarDate } from '../../../core/calendarDate.ts'
import { feeDay, type FeeDay, type WindowCalendar } from '../../../core/feeWindow.ts'
import { range } from '../../../core/holidays.ts'
import { calendarsOf, spanAt, spansOf, type Span, type Stage } from '../../../core/term.ts'

/** What the calendar is drawn from: what is stored, or what is being typed in its place. */
export type CalendarSource = WindowCalendar

/** The calendar of one stage, or of the whole school (null). */
interface StageSpans {
  readonly stage: Stage | null
  readonly spans: readonly Span[]
}

export interface DayShown {
  readonly date: CalendarDate
  readonly kind: DayKind
  /** null: it is not known what the school does on this day */
  readonly span: Span['kind'] | null
  /** the only stage in term, where another is on vacation */
  readonly onlyStage: Stage | null
  /** first or last day of a term */
  readonly edge: 'begins' | 'ends' | null
  /** may the fee be paid, by the calendar of the whole school? */
  readonly fee: FeeDay
}

export interface WeekShown {
  /** its Monday */
  readonly key: CalendarDate
  readonly label:
    { readonly kind: 'week'; readonly n: number } | { readonly kind: 'winter' | 'summer' } | null
  /** Monday to Sunday; null: of another month */
  readonly days: readonly (DayShown | null)[]
}

/** The weeks of a month, from Monday to Sunday. @param month 1 to 12 */
export function monthWeeks(
  year: number,
  month: number,
  source: CalendarSource,
): readonly WeekShown[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01` as CalendarDate
  const { terms } = source
  const stages = calendarsOf(terms).map((stage) => ({ stage, spans: spansOf(stage, terms) }))
  const days = range(first, lastOf(first)).map((date) => dayShown(date, source, stages))
  const mondays = [...new Set(days.map(({ date }) => mondayOf(date)))]
  return mondays.map((key) => ({
    key,
    label: weekLabel(key, stages),
    days: range(key, addDays(key, 6)).map((date) => days.find((day) => day.date === date) ?? null),
  }))
}

function lastOf(first: CalendarDate): CalendarDate {
  const next = addDays(first, 31)
  return addDays(next, -Number(next.slice(8)))
}

function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date))
}

function dayShown(
  date: CalendarDate,
  source: CalendarSource,
  stages: readonly StageSpans[],
): DayShown {
  const kind = dayKind(date, source.years)
  const found = stages.map(({ stage, spans }) => ({ stage, span: spanAt(date, spans) }))
  const inTerm = found.filter(({ span }) => span?.kind === 'term')
  const apart = found.some(({ span }) => span !== null && span.kind !== 'term')
  const known = found.every(({ span }) => span !== null)
  return {
    ...{ date, kind },
    span: inTerm.length > 0 ? 'term' : known ? (found[0]?.span?.kind ?? null) : null,
    onlyStage: apart ? (inTerm[0]?.stage ?? null) : null,
    edge: edgeOf(date, stages),
    fee: feeDay(date, source),
  }
}

function edgeOf(date: CalendarDate, stages: readonly StageSpans[]): DayShown['edge'] {
  const terms = stages.flatMap(({ spans }) =>
    spans.flatMap((span) => (span.kind === 'term' ? span.term : [])),
  )
  if (terms.some(({ first }) => first === date)) return 'begins'
  return terms.some(({ last }) => last === date) ? 'ends' : null
}

/** 第n周 of the term that has a day in this week, as schools count them; else the vacation. */
function weekLabel(monday: CalendarDate, stages: readonly StageSpans[]): WeekShown['label'] {
  const week = range(monday, addDays(monday, 6))
  const spans = week.flatMap((date) => stages.flatMap((one) => spanAt(date, one.spans) ?? []))
  const inTerm = spans.find((span) => span.kind === 'term')
  if (inTerm !== undefined) {
    const begun = mondayOf(inTerm.term.first)
    return { kind: 'week', n: daysBetween(begun, monday) / 7 + 1 }
  }
  const vacation = spans.find((span) => span.kind !== 'term')
  return vacation === undefined ? null : { kind: vacation.kind }
}
