import { assertNever } from '../../../core/assertNever.ts'
import { beijingDate, type CalendarDate, type EpochMs } from '../../../core/calendarDate.ts'
import type { TimelineEntry } from '../../../core/studentShown.ts'

export interface TimelineDay {
  readonly date: CalendarDate
  readonly entries: readonly TimelineEntry[]
}

/** The same order, cut into the days of Beijing. */
export function timelineDays(timeline: readonly TimelineEntry[]): readonly TimelineDay[] {
  const days: { readonly date: CalendarDate; readonly entries: TimelineEntry[] }[] = []
  for (const entry of timeline) {
    const date = dateOf(entry)
    const last = days.at(-1)
    if (last?.date === date) last.entries.push(entry)
    else days.push({ date, entries: [entry] })
  }
  return days
}

/** When, to the minute; null for what is known to the day. */
export function momentOf(entry: TimelineEntry): EpochMs | null {
  return 'at' in entry ? entry.at : null
}

function dateOf(entry: TimelineEntry): CalendarDate {
  switch (entry.kind) {
    case 'tap':
    case 'card':
    case 'application':
    case 'card-data':
    case 'annual':
    case 'case':
      return beijingDate(entry.at)
    case 'left':
      return entry.on
    case 'suspended':
      return entry.since
    default:
      return assertNever(entry)
  }
}
