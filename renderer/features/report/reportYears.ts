import { beijingDate, type EpochMs } from '../../../core/calendarDate.ts'

/** As far back as the log is kept at least: three years, and the one that runs. */
const YEARS = 4

const yearOf = (at: EpochMs): number => Number(beijingDate(at).slice(0, 4))

/** The newest first. */
export function reportYears(now: EpochMs): readonly number[] {
  return Array.from({ length: YEARS }, (_, back) => yearOf(now) - back)
}

/** In January the year that has just ended is filed. */
export function usualYear(now: EpochMs): number {
  return yearOf(now) - (beijingDate(now).slice(5, 7) === '01' ? 1 : 0)
}
