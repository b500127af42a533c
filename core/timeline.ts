import { assertNever } from './assertNever.ts'
import { beijingMidnight, type EpochMs } from './calendarDate.ts'
import type { Enrolment } from './student.ts'
import type { TimelineEntry } from './studentShown.ts'

/** As much of a pupil's past as a page shows. */
export const TIMELINE_LENGTH = 100

type Tap = Extract<TimelineEntry, { readonly kind: 'tap' }>
type CardChange = Extract<TimelineEntry, { readonly kind: 'card' }>

/**
 * Everything known of one pupil in one row, newest first. A day without an hour stands at its
 * beginning: what happened on it comes after.
 *
 * @param taps newest first, by order of recording; of two at the same instant that order stays
 */
export function timeline(
  taps: readonly Tap[],
  cards: readonly CardChange[],
  enrolment: Enrolment,
): readonly TimelineEntry[] {
  return [...taps, ...cards, ...ofEnrolment(enrolment)]
    .sort((a, b) => instantOf(b) - instantOf(a))
    .slice(0, TIMELINE_LENGTH)
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

function instantOf(entry: TimelineEntry): EpochMs {
  switch (entry.kind) {
    case 'tap':
    case 'card':
      return entry.at
    case 'left':
      return beijingMidnight(entry.on)
    case 'suspended':
      return beijingMidnight(entry.since)
    default:
      return assertNever(entry)
  }
}
