import type { CalendarDate } from '../../../core/calendarDate.ts'
import type { TimelineEntry } from '../../../core/studentShown.ts'
import { dayOf } from '../../../core/timeline.ts'

export interface TimelineDay {
  readonly date: CalendarDate
  readonly entries: readonly TimelineEntry[]
}

/** The same order, cut into the days of Beijing. */
export function timelineDays(timeline: readonly TimelineEntry[]): readonly TimelineDay[] {
  const days: { readonly date: CalendarDate; readonly entries: TimelineEntry[] }[] = []
  for (const entry of timeline) {
    const date = dayOf(entry)
    const last = days.at(-1)
    if (last?.date === date) last.entries.push(entry)
    else days.push({ date, entries: [entry] })
  }
  return days
}
