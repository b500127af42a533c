import { computed, reactive } from 'vue'
import { SOURCE_LENGTH, yearOf } from '../../../core/calendar.ts'
import type { CalendarDate } from '../../../core/calendarDate.ts'
import {
  schoolYearFrom,
  startOf,
  type Stage,
  type Term,
  type TermDays,
} from '../../../core/term.ts'
import { termFault } from '../../../core/termFault.ts'
import { readDate } from '../../../core/typedDate.ts'
import { useDraft } from '../../composables/useDraft.ts'

export interface TermDraft {
  /** the autumn its school year begins in */
  start: number
  half: 1 | 2
  stage: Stage | null
  first: string
  last: string
  source: string
}

/** A school year is told by its autumn; before August it is still the one of last autumn. */
export function startOfYear(today: CalendarDate): number {
  return today.slice(5) >= '08-01' ? yearOf(today) : yearOf(today) - 1
}

/**
 * A term as it is typed, and what it comes to.
 *
 * @param was the term that is changed; null: the first one that is not entered yet is offered
 */
export function useTermDraft(was: Term | null, terms: readonly Term[], today: CalendarDate) {
  const draft = reactive<TermDraft>(was === null ? nextOf(terms, today) : draftOf(was))
  const kept = computed({
    get: () => (`${draft.first}${draft.last}${draft.source}` === '' ? '' : JSON.stringify(draft)),
    set: (text) => Object.assign(draft, JSON.parse(text)),
  })
  if (was === null) useDraft('calendar-term', kept)

  const yearOfMonth = (month: number): number =>
    draft.half === 1 && month >= 8 ? draft.start : draft.start + 1
  const first = computed(() => readDate(draft.first, yearOfMonth))
  const last = computed(() => readDate(draft.last, yearOfMonth))
  /** null: a day is missing */
  const whole = computed<TermDays | null>(() => {
    if (first.value === null || last.value === null) return null
    const key = { schoolYear: schoolYearFrom(draft.start), half: draft.half, stage: draft.stage }
    return { ...key, first: first.value, last: last.value }
  })
  const fault = computed(() => (whole.value === null ? null : termFault(whole.value, terms)))
  const sourced = computed(() => draft.source.trim().length >= SOURCE_LENGTH.least)
  return { draft, first, last, whole, fault, sourced }
}

function draftOf(term: Term): TermDraft {
  const { half, stage, first, last, source } = term
  return { start: startOf(term), half, stage, first, last, source }
}

function nextOf(terms: readonly Term[], today: CalendarDate): TermDraft {
  const now = startOfYear(today)
  const empty = { stage: null, first: '', last: '', source: '' }
  const wanted = [now, now + 1].flatMap((start) =>
    ([1, 2] as const).map((half) => ({ ...empty, start, half })),
  )
  const there = (start: number, half: number): boolean =>
    terms.some((term) => startOf(term) === start && term.half === half)
  return wanted.find(({ start, half }) => !there(start, half)) ?? { ...empty, start: now, half: 1 }
}
