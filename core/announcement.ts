import { daysBetween, SOURCE_LENGTH } from './calendar.ts'
import type { CalendarDate, EpochMs } from './calendarDate.ts'

/** Days the city says the fee may be paid on, both ends included. */
export interface AnnouncementDays {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** 缴费公告 as it is entered: always with where it was taken from (市卡管公告 and its date). */
export interface NewAnnouncement extends AnnouncementDays {
  readonly source: string
}

export interface Announcement extends NewAnnouncement {
  /** operator; null: nobody was signed in */
  readonly enteredBy: string | null
  readonly enteredAt: EpochMs
}

/** Why an announcement may not be entered. */
export type AnnouncementFault =
  /** its last day is before its first */
  | { readonly kind: 'order' }
  | { readonly kind: 'length'; readonly days: number }
  | { readonly kind: 'no-source' }

/** The summer, which is the longest time without a window by rule, has fewer days. */
export const MOST_ANNOUNCED_DAYS = 60

export function sameDays(one: AnnouncementDays, other: AnnouncementDays): boolean {
  return one.from === other.from && one.to === other.to
}

/** null: the days may be open */
export function announcedDaysFault({ from, to }: AnnouncementDays): AnnouncementFault | null {
  if (to < from) return { kind: 'order' }
  const days = daysBetween(from, to) + 1
  return days > MOST_ANNOUNCED_DAYS ? { kind: 'length', days } : null
}

/** null: it may be entered, in the place of one of the same days where there is one. */
export function announcementFault(announcement: NewAnnouncement): AnnouncementFault | null {
  const days = announcedDaysFault(announcement)
  if (days !== null) return days
  return announcement.source.trim().length < SOURCE_LENGTH.least ? { kind: 'no-source' } : null
}

/** The one that opens a day; of several the one that was entered last. */
export function announcementAt<T extends Announcement>(
  date: CalendarDate,
  announcements: readonly T[],
): T | null {
  const found = announcements.filter(({ from, to }) => from <= date && date <= to)
  return found.toSorted((a, b) => b.enteredAt - a.enteredAt)[0] ?? null
}
