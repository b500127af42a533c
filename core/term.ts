import { addDays, type CalendarDate, type EpochMs } from './calendarDate.ts'

/** Grades with a calendar of their own: 义务教育 1–9, 高中 10–12. */
export const STAGES = ['compulsory', 'senior'] as const

export type Stage = (typeof STAGES)[number]

/** Which term: one of them there may be. */
export interface TermKey {
  /** `2025-2026` */
  readonly schoolYear: string
  /** 1 begins in autumn, 2 in spring */
  readonly half: 1 | 2
  /** null: all grades of the school; a stage with a term of its own goes by that */
  readonly stage: Stage | null
}

/** The days between first and last are term; what lies between two terms is vacation. */
export interface TermDays extends TermKey {
  readonly first: CalendarDate
  readonly last: CalendarDate
}

/** As it is entered: always with where it was taken from. */
export interface NewTerm extends TermDays {
  readonly source: string
}

export interface Term extends NewTerm {
  /** operator; null: nobody was signed in */
  readonly enteredBy: string | null
  readonly enteredAt: EpochMs
}

/** A stretch of the school's calendar, both ends included. */
export type Span =
  | { readonly kind: 'term'; readonly term: TermDays }
  | {
      readonly kind: 'winter' | 'summer'
      readonly first: CalendarDate
      readonly last: CalendarDate
    }

export function sameTerm(one: TermKey, other: TermKey): boolean {
  return one.schoolYear === other.schoolYear && one.half === other.half && one.stage === other.stage
}

/** `schoolYearFrom(2025)` is `2025-2026`. */
export function schoolYearFrom(start: number): string {
  return `${start}-${start + 1}`
}

export function startOf({ schoolYear }: TermKey): number {
  return Number(schoolYear.slice(0, 4))
}

/** Half years one after the other, to see whether one is missing between two. */
export function placeOf(term: TermKey): number {
  return startOf(term) * 2 + term.half
}

/**
 * Which calendars the school has: one, or one a stage where one of them has a term of its own.
 * A stage nothing is entered for is not among them.
 */
export function calendarsOf(terms: readonly TermDays[]): readonly (Stage | null)[] {
  if (terms.every(({ stage }) => stage === null)) return [null]
  return STAGES.filter((stage) => termsOf(stage, terms).length > 0)
}

/** The terms a stage goes by, in order. @param stage null: those of the whole school alone */
export function termsOf<T extends TermDays>(
  stage: Stage | null,
  terms: readonly T[],
): readonly T[] {
  const own = terms.filter((term) => term.stage === stage)
  const shared = terms.filter(
    (term) =>
      term.stage === null && !own.some((one) => one === term || placeOf(one) === placeOf(term)),
  )
  return [...own, ...shared].toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Terms and the vacations between them; where the next term is not entered, no vacation is told. */
export function spansOf(stage: Stage | null, terms: readonly TermDays[]): readonly Span[] {
  return termsOf(stage, terms).flatMap((term, index, all): readonly Span[] => {
    const next = all[index + 1]
    const follows = next !== undefined && placeOf(next) === placeOf(term) + 1
    if (!follows) return [{ kind: 'term', term }]
    const [first, last] = [addDays(term.last, 1), addDays(next.first, -1)]
    const vacation = { kind: term.half === 1 ? 'winter' : 'summer', first, last } as const
    return first > last ? [{ kind: 'term', term }] : [{ kind: 'term', term }, vacation]
  })
}

export function spanAt(date: CalendarDate, spans: readonly Span[]): Span | null {
  return spans.find((span) => isWithin(date, span.kind === 'term' ? span.term : span)) ?? null
}

function isWithin(date: CalendarDate, { first, last }: Pick<TermDays, 'first' | 'last'>): boolean {
  return first <= date && date <= last
}

/** `unknown`: the terms around the day are not entered (寒暑假日期未录入), and nothing is guessed. */
export type Standing = 'term' | 'vacation' | 'unknown'

/** What the day is in each calendar that is asked. @param stage null: in all the school has */
export function spansAt(
  date: CalendarDate,
  terms: readonly TermDays[],
  stage: Stage | null,
): readonly (Span | null)[] {
  const stages = stage === null ? calendarsOf(terms) : [stage]
  return stages.map((one) => spanAt(date, spansOf(one, terms)))
}

/**
 * Is the school in term on this day?
 *
 * @param stage whose calendar is asked; null: the whole school, in term as long as one stage is
 */
export function inTerm(
  date: CalendarDate,
  terms: readonly TermDays[],
  stage: Stage | null = null,
): Standing {
  const spans = spansAt(date, terms, stage)
  if (spans.some((span) => span?.kind === 'term')) return 'term'
  return spans.some((span) => span === null) ? 'unknown' : 'vacation'
}
