import { z } from 'zod'
import { CALENDAR_YEARS, HOLIDAY_NAME_LENGTH, SOURCE_LENGTH } from '../core/calendar.ts'
import { parseCalendarDate, type CalendarDate } from '../core/calendarDate.ts'
import type { CalendarRequests } from '../core/calendarRequests.ts'
import { schoolYearFrom, STAGES } from '../core/term.ts'
import type { Desk } from './deskFace.ts'
import { nothing } from './fields.ts'
import type { Handlers } from './ipc.ts'

const year = z.int().min(CALENDAR_YEARS.least).max(CALENDAR_YEARS.most)
const plain = /^[^\p{Cc}]+$/u
const source = z.string().trim().regex(plain).min(SOURCE_LENGTH.least).max(SOURCE_LENGTH.most)
const date = z.custom<CalendarDate>(
  (given) => typeof given === 'string' && parseCalendarDate(given) !== null,
)
const day = z.strictObject({
  date,
  kind: z.enum(['off', 'work']),
  name: z.string().trim().regex(plain).max(HOLIDAY_NAME_LENGTH).nullable(),
})
/** A notice names some forty days. */
const days = z.array(day).max(200).readonly()

const termKey = z.strictObject({
  schoolYear: z
    .string()
    .regex(/^20\d{2}-20\d{2}$/)
    .refine((text) => text === schoolYearFrom(Number(text.slice(0, 4)))),
  half: z.union([z.literal(1), z.literal(2)]),
  stage: z.enum(STAGES).nullable(),
})

const announcementDays = z.strictObject({ from: date, to: date })

/** The part of the desk's counter that is about the calendar. */
export function calendarHandlers(desk: Desk): Pick<Handlers, keyof CalendarRequests> {
  return {
    'calendar.view': { args: nothing, answer: () => desk.calendars.view() },
    'calendar.enterYear': {
      args: z.strictObject({ year, source, days }),
      answer: (table) => desk.calendars.enterYear(table),
    },
    'calendar.dropYear': {
      args: z.strictObject({ year }),
      answer: (of) => desk.calendars.dropYear(of.year),
    },
    'calendar.enterTerm': {
      args: z.strictObject({ ...termKey.shape, first: date, last: date, source }),
      answer: (term) => desk.calendars.enterTerm(term),
    },
    'calendar.dropTerm': { args: termKey, answer: (term) => desk.calendars.dropTerm(term) },
    'calendar.enterAnnouncement': {
      args: z.strictObject({ ...announcementDays.shape, source }),
      answer: (announcement) => desk.calendars.enterAnnouncement(announcement),
    },
    'calendar.dropAnnouncement': {
      args: announcementDays,
      answer: (days) => desk.calendars.dropAnnouncement(days),
    },
  }
}
