import { parseCalendarDate, type CalendarDate } from './calendarDate.ts'

const WHOLE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
const PACKED = /^(\d{4})(\d{2})(\d{2})$/
const SHORT = /^(\d{1,2})[-/.月](\d{1,2})日?$/

/**
 * A day as people write it: 2027-01-03, 2027/1/3, 2027年1月3日, 20270103, and without its year 1月3日, 1-3,
 * 1/3; 周日 in brackets behind it is passed over.
 *
 * @param yearOfMonth the year a month without one is of; null: then it is no day
 * @returns null: it is none
 */
export function readDate(
  text: string,
  yearOfMonth: (month: number) => number | null,
): CalendarDate | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\(.*\)$/, '')
  const whole = WHOLE.exec(plain) ?? PACKED.exec(plain)
  if (whole) return dateOf(whole[1], whole[2], whole[3])
  const short = SHORT.exec(plain)
  if (!short) return null
  const year = yearOfMonth(Number(short[1]))
  return year === null ? null : dateOf(String(year), short[1], short[2])
}

function dateOf(year = '', month = '', day = ''): CalendarDate | null {
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
