import type { CalendarDate, EpochMs } from '../../core/calendarDate.ts'

/** Words to look up in renderer/locales, with what stands in their gaps. */
export interface Phrase {
  readonly key: string
  readonly values: Readonly<Record<string, string>>
}

/** How the screen's language writes dates (composables/useDates.ts). */
export interface DateWriter {
  readonly day: (at: EpochMs) => string
  readonly date: (date: CalendarDate) => string
}

export function phrase(key: string, values: Readonly<Record<string, string>> = {}): Phrase {
  return { key, values }
}
