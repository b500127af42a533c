import { parseCalendarDate, type CalendarDate } from './calendarDate.ts'

/** Nobody at a school was born before. */
const EARLIEST = '1980-01-01'

/** Eight digits that read as a day somebody could have been born on: 20131005. */
export function readsAsBirthDate(digits: string, today: CalendarDate): boolean {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(digits)
  if (!parts) return false
  const date = parseCalendarDate(`${parts[1]}-${parts[2]}-${parts[3]}`)
  return date !== null && date >= EARLIEST && date <= today
}
