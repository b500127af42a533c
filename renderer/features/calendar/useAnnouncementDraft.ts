import { computed, reactive } from 'vue'
import {
  announcedDaysFault,
  type Announcement,
  type AnnouncementDays,
} from '../../../core/announcement.ts'
import { SOURCE_LENGTH, yearOf } from '../../../core/calendar.ts'
import type { CalendarDate } from '../../../core/calendarDate.ts'
import { readDate } from '../../../core/typedDate.ts'
import { useDraft } from '../../composables/useDraft.ts'

/** A month without its year is the one nearest to today's: in December 1月 is of the next year. */
export function nearestYear(month: number, today: CalendarDate): number {
  const ahead = month - Number(today.slice(5, 7))
  if (ahead < -5) return yearOf(today) + 1
  return ahead > 6 ? yearOf(today) - 1 : yearOf(today)
}

/**
 * An announcement as it is typed, and what it comes to.
 *
 * @param was the one whose source is changed: its days are its name; null: a new one
 */
export function useAnnouncementDraft(was: Announcement | null, today: CalendarDate) {
  const draft = reactive({
    from: was?.from ?? '',
    to: was?.to ?? '',
    source: was?.source ?? '',
  } as { from: string; to: string; source: string })
  const kept = computed({
    get: () => (`${draft.from}${draft.to}${draft.source}` === '' ? '' : JSON.stringify(draft)),
    set: (text) => Object.assign(draft, JSON.parse(text)),
  })
  if (was === null) useDraft('calendar-announcement', kept)

  const read = (text: string): CalendarDate | null =>
    readDate(text, (month) => nearestYear(month, today))
  const from = computed(() => read(draft.from))
  const to = computed(() => read(draft.to))
  /** null: a day is missing */
  const days = computed<AnnouncementDays | null>(() =>
    from.value === null || to.value === null ? null : { from: from.value, to: to.value },
  )
  const fault = computed(() => (days.value === null ? null : announcedDaysFault(days.value)))
  const sourced = computed(() => draft.source.trim().length >= SOURCE_LENGTH.least)
  return { draft, from, to, days, fault, sourced }
}
