import { z } from 'zod'
import { parseCalendarDate, type CalendarDate } from '../core/calendarDate.ts'
import { NAME_LENGTH } from '../core/staff.ts'

/** What many requests carry, and how it is checked: electron/handlers.ts. */

export const nothing = z.null()

export const id = z.string().min(1).max(64)

/** An id of the roll, however its source makes them. */
export const key = z.string().min(1).max(64)

export const day = z.custom<CalendarDate>(
  (given) => typeof given === 'string' && parseCalendarDate(given) !== null,
)

/** What is no PIN is answered as such; the upper end keeps a pasted page out. */
export const pin = z.string().max(256)

export const name = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}]+$/u)
  .min(NAME_LENGTH.least)
  .max(NAME_LENGTH.most)

/** In somebody's own words, for the log. */
export const reason = z.string().trim().min(1).max(200)

/** For acts that answer nothing. */
export const done = (_act: unknown): null => null
