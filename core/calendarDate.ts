declare const calendarDateBrand: unique symbol

/** A day of the Gregorian calendar in Asia/Shanghai, `YYYY-MM-DD`. Compares as a string. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true }

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/

/** @returns null when the text is no real day (2026-02-30, 20260101, …). */
export function parseCalendarDate(text: string): CalendarDate | null {
  const parts = FORM.exec(text)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? (text as CalendarDate) : null
}

/** Beijing has had no daylight saving time since 1991: a fixed offset is exact. */
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

/** The day in Beijing at an instant. */
export function beijingDate(at: EpochMs): CalendarDate {
  return new Date(at + BEIJING_OFFSET_MS).toISOString().slice(0, 10) as CalendarDate
}

/** The first instant of a day in Beijing. */
export function beijingMidnight(date: CalendarDate): EpochMs {
  return Date.parse(`${date}T00:00:00Z`) - BEIJING_OFFSET_MS
}

/** Integer day arithmetic: `addDays('2026-12-31', 1)` is `2027-01-01`. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10) as CalendarDate
}
