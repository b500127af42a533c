import type { AuditEntry } from '../../../core/audit.ts'
import { beijingDate, type CalendarDate } from '../../../core/calendarDate.ts'

export interface LogDay {
  readonly date: CalendarDate
  /** number of its first row: two stretches of one day, apart by a wrong clock, are two */
  readonly key: number
  readonly entries: readonly AuditEntry[]
}

/** The same order, cut into the days of Beijing. */
export function logDays(entries: readonly AuditEntry[]): readonly LogDay[] {
  const days: { date: CalendarDate; key: number; entries: AuditEntry[] }[] = []
  for (const entry of entries) {
    const date = beijingDate(entry.at)
    const last = days.at(-1)
    if (last?.date === date) last.entries.push(entry)
    else days.push({ date, key: entry.seq, entries: [entry] })
  }
  return days
}
