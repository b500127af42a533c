import type { TermKey } from './term.ts'

/** A change of the calendar, as the log names it. */
export type CalendarChange =
  | { readonly of: 'year'; readonly year: number; readonly dropped: boolean }
  | { readonly of: 'term'; readonly term: TermKey; readonly dropped: boolean }

const DROPPED = ' dropped'
const YEAR = /^year (\d{4})( dropped)?$/
const TERM = /^term (\d{4}-\d{4}) ([12])(?: (compulsory|senior))?( dropped)?$/

/** `year 2027`, `term 2025-2026 1 senior dropped`. */
export function calendarAbout(change: CalendarChange): string {
  const end = change.dropped ? DROPPED : ''
  if (change.of === 'year') return `year ${change.year}${end}`
  const { schoolYear, half, stage } = change.term
  return `term ${schoolYear} ${half}${stage === null ? '' : ` ${stage}`}${end}`
}

/** null: it names no change of the calendar */
export function readCalendarAbout(about: string): CalendarChange | null {
  const year = YEAR.exec(about)
  if (year) return { of: 'year', year: Number(year[1]), dropped: year[2] !== undefined }
  const term = TERM.exec(about)
  if (!term) return null
  const [, schoolYear = '', half, stage = null, dropped] = term
  return {
    of: 'term',
    term: {
      schoolYear,
      half: half === '1' ? 1 : 2,
      stage: stage as TermKey['stage'],
    },
    dropped: dropped !== undefined,
  }
}
