import type { AnnouncementDays } from './announcement.ts'
import { assertNever } from './assertNever.ts'
import type { CalendarDate } from './calendarDate.ts'
import type { TermKey } from './term.ts'

/** A change of the calendar, as the log names it. */
export type CalendarChange =
  | { readonly of: 'year'; readonly year: number; readonly dropped: boolean }
  | { readonly of: 'term'; readonly term: TermKey; readonly dropped: boolean }
  | {
      readonly of: 'announcement'
      readonly days: AnnouncementDays
      readonly dropped: boolean
    }

const DROPPED = ' dropped'
const YEAR = /^year (\d{4})( dropped)?$/
const TERM = /^term (\d{4}-\d{4}) ([12])(?: (compulsory|senior))?( dropped)?$/
const ANNOUNCEMENT = /^announcement (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d)( dropped)?$/

/** `year 2027`, `announcement 2026-02-09 2026-02-11`, `term 2025-2026 1 senior dropped`. */
export function calendarAbout(change: CalendarChange): string {
  const end = change.dropped ? DROPPED : ''
  switch (change.of) {
    case 'year':
      return `year ${change.year}${end}`
    case 'term': {
      const { schoolYear, half, stage } = change.term
      return `term ${schoolYear} ${half}${stage === null ? '' : ` ${stage}`}${end}`
    }
    case 'announcement':
      return `announcement ${change.days.from} ${change.days.to}${end}`
    default:
      return assertNever(change)
  }
}

/** null: it names no change of the calendar */
export function readCalendarAbout(about: string): CalendarChange | null {
  return readYear(about) ?? readTerm(about) ?? readAnnouncement(about)
}

function readYear(about: string): CalendarChange | null {
  const [found, year, dropped] = YEAR.exec(about) ?? []
  if (found === undefined) return null
  return { of: 'year', year: Number(year), dropped: dropped !== undefined }
}

function readTerm(about: string): CalendarChange | null {
  const [found, schoolYear = '', half, stage = null, dropped] = TERM.exec(about) ?? []
  if (found === undefined) return null
  const term = { schoolYear, half: half === '1' ? 1 : 2, stage: stage as TermKey['stage'] } as const
  return { of: 'term', term, dropped: dropped !== undefined }
}

function readAnnouncement(about: string): CalendarChange | null {
  const [found, from, to, dropped] = ANNOUNCEMENT.exec(about) ?? []
  if (found === undefined) return null
  const days = { from: from as CalendarDate, to: to as CalendarDate }
  return { of: 'announcement', days, dropped: dropped !== undefined }
}
