import { beijingDate, type EpochMs } from '../../../core/calendarDate.ts'
import { readDate } from '../../../core/typedDate.ts'

/**
 * A day and an hour as they are typed: 10月9日 or 10-9, and 15:20, 1520 or 15. A month behind today's is last
 * year's, because a loss lies in the past.
 *
 * @returns null: one of them is none
 */
export function momentTyped(day: string, time: string, now: EpochMs): EpochMs | null {
  const today = beijingDate(now)
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const date = readDate(day, (of) => (of > month ? year - 1 : year))
  const [, hour = '', minute = '00'] =
    /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(time.normalize('NFKC').trim()) ?? []
  if (date === null || hour === '' || Number(hour) > 23 || Number(minute) > 59) return null
  return Date.parse(`${date}T${hour.padStart(2, '0')}:${minute}:00+08:00`)
}
