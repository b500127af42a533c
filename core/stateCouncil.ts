import type { CalendarYear } from './calendar.ts'
import { beijingMidnight, type CalendarDate } from './calendarDate.ts'
import { daysOfHolidays } from './holidays.ts'

/** One line of a notice: the name, its first and last day off, and the days worked to make up for them. */
type Line = readonly [name: string, first: string, last: string, ...work: readonly string[]]

function notice(
  year: number,
  source: string,
  issuedOn: string,
  lines: readonly Line[],
): CalendarYear {
  const date = (monthDay: string) => `${year}-${monthDay}` as CalendarDate
  const holidays = lines.map(([name, first, last, ...work]) => ({
    name,
    first: date(first),
    last: date(last),
    work: work.map(date),
  }))
  return {
    ...{ year, source, enteredBy: null },
    importedAt: beijingMidnight(issuedOn as CalendarDate),
    days: daysOfHolidays(holidays),
  }
}

/**
 * The years that come with the program: 国务院办公厅关于…部分节假日安排的通知, word for word.
 * 2026: politics.gmw.cn/2025-11-04/content_38391083.htm; 2025: gov.cn, 国务院公报 2024 年第 33 号.
 * The next one appears about early November; a changed notice gets its new number as `source`.
 */
export const PACKAGED_YEARS: readonly CalendarYear[] = [
  notice(2025, '国办发明电〔2024〕12号', '2024-11-12', [
    ['元旦', '01-01', '01-01'],
    ['春节', '01-28', '02-04', '01-26', '02-08'],
    ['清明节', '04-04', '04-06'],
    ['劳动节', '05-01', '05-05', '04-27'],
    ['端午节', '05-31', '06-02'],
    ['国庆节、中秋节', '10-01', '10-08', '09-28', '10-11'],
  ]),
  notice(2026, '国办发明电〔2025〕7号', '2025-11-04', [
    ['元旦', '01-01', '01-03', '01-04'],
    ['春节', '02-15', '02-23', '02-14', '02-28'],
    ['清明节', '04-04', '04-06'],
    ['劳动节', '05-01', '05-05', '05-09'],
    ['端午节', '06-19', '06-21'],
    ['中秋节', '09-25', '09-27'],
    ['国庆节', '10-01', '10-07', '09-20', '10-10'],
  ]),
]
