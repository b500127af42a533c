import { assertNever } from './assertNever.ts'
import { caseStep } from './case/caseStep.ts'
import { beijingDate, beijingMidnight, type CalendarDate, type EpochMs } from './calendarDate.ts'
import type { DeskEvent } from './deskEvents.ts'
import type { Enrolment } from './student.ts'
import type { TimelineEntry } from './studentShown.ts'

/** As much of a pupil's past as a page shows. */
export const TIMELINE_LENGTH = 100

type Tap = Extract<TimelineEntry, { readonly kind: 'tap' }>
type CardChange = Extract<TimelineEntry, { readonly kind: 'card' }>
type ActStep = Extract<
  TimelineEntry,
  { readonly kind: 'application' | 'card-data' | 'annual' | 'case' }
>

/**
 * Everything known of one pupil in one row, newest first. A day without an hour stands at its
 * beginning: what happened on it comes after.
 *
 * @param taps newest first, by order of recording; of two at the same instant that order stays
 */
export function timeline(
  taps: readonly Tap[],
  changes: readonly (CardChange | ActStep)[],
  enrolment: Enrolment,
): readonly TimelineEntry[] {
  return [...taps, ...changes, ...ofEnrolment(enrolment)]
    .sort((a, b) => instantOf(b) - instantOf(a))
    .slice(0, TIMELINE_LENGTH)
}

/** What an act came to, as a line; null: another line says it. */
export function stepOfAct(event: DeskEvent, at: EpochMs): ActStep | null {
  switch (event.type) {
    case 'application-opened':
      return { kind: 'application', at, what: 'opened' }
    case 'application-withdrawn':
      return { kind: 'application', at, what: 'withdrawn' }
    case 'application-listed':
      return { kind: 'application', at, what: 'listed' }
    case 'card-data-said': {
      const { kind: what, said } = event.outcome
      return { kind: 'card-data', at, said: { what, by: said.by } }
    }
    case 'card-data-withdrawn':
      return { kind: 'card-data', at, said: null }
    case 'pupil-entered':
    case 'pupil-changed':
    case 'pupil-withdrawn':
    case 'photo-changed':
    case 'card-bound':
    case 'card-unbound':
    case 'named-in-file':
      return null
    case 'annual-tapped':
    case 'annual-untapped': {
      const { schoolYear } = event
      return { kind: 'annual', at, schoolYear, undone: event.type === 'annual-untapped' }
    }
    default: {
      const step = caseStep(event)
      return step === null ? null : { kind: 'case', at, step }
    }
  }
}

/** On the roll, in whatever way, is no event. */
function ofEnrolment(enrolment: Enrolment): readonly TimelineEntry[] {
  switch (enrolment.kind) {
    case 'left':
    case 'suspended':
      return [enrolment]
    case 'enrolled':
    case 'temporary':
      return []
    default:
      return assertNever(enrolment)
  }
}

/** When, to the minute; null for what is known to the day. */
export const momentOf = (entry: TimelineEntry): EpochMs | null => ('at' in entry ? entry.at : null)

/** Of Beijing. */
export function dayOf(entry: TimelineEntry): CalendarDate {
  if ('at' in entry) return beijingDate(entry.at)
  return entry.kind === 'left' ? entry.on : entry.since
}

const instantOf = (entry: TimelineEntry): EpochMs =>
  momentOf(entry) ?? beijingMidnight(dayOf(entry))
