import { addDays, type CalendarDate, type EpochMs } from '../../core/calendarDate.ts'
import type { Dice } from './seeded.ts'

/** The day the rehearsal is played on, and the year in which its school year began (1 September). */
export interface SchoolYear {
  readonly today: CalendarDate
  readonly start: number
}

export function schoolYearOf(today: CalendarDate): SchoolYear {
  const year = Number(today.slice(0, 4))
  return { today, start: today.slice(5) >= '09-01' ? year : year - 1 }
}

/** First and last grade of primary, junior and senior school. */
function stageOf(grade: number): readonly [number, number] {
  return grade <= 6 ? [1, 6] : grade <= 9 ? [7, 9] : [10, 12]
}

/** 卡面有效期: 31 August of the year the cohort leaves its stage. Grade 13 left last summer. */
export function faceValidTo(year: SchoolYear, grade: number): CalendarDate {
  const [, last] = stageOf(grade)
  return `${year.start + 1 + last - grade}-08-31` as CalendarDate
}

/** The autumn in which a cohort got its cards, never today or later. */
export function firstIssue(year: SchoolYear, grade: number, dice: Dice): EpochMs {
  const [first] = stageOf(grade)
  const autumn = `${year.start - (grade - first)}-10-09` as CalendarDate
  const wanted = addDays(autumn, dice.below(40))
  return workingMoment(
    wanted < year.today ? wanted : addDays(year.today, -1 - dice.below(15)),
    dice,
  )
}

/** Some days before today; 1 is yesterday at the latest. */
export function daysAgo(year: SchoolYear, days: number, dice: Dice): EpochMs {
  return workingMoment(addDays(year.today, -Math.max(1, days)), dice)
}

const HOUR = 3_600_000

/** On that day, or the Friday before if it is a weekend, between 08:00 and 17:00 in Beijing. */
function workingMoment(date: CalendarDate, dice: Dice): EpochMs {
  const midnight = Date.parse(`${date}T00:00:00+08:00`)
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0
  return midnight - back * 24 * HOUR + 8 * HOUR + dice.below(9 * 3600) * 1000
}
