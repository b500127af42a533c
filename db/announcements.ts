import type { Announcement, AnnouncementDays, NewAnnouncement } from '../core/announcement.ts'
import type { AuditMoment } from '../core/audit.ts'
import { noteCalendarChange } from './calendars.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/** Days the city has announced the fee may be paid on, the earliest first. */
export function getAnnouncements(db: Database): readonly Announcement[] {
  return reading('The announcements were not read', () =>
    prepared<[], Announcement>(
      db,
      `SELECT open_from AS "from", open_to AS "to", source, entered_at AS enteredAt,
              entered_by AS enteredBy
       FROM fee_announcement ORDER BY open_from, open_to`,
    ).all(),
  )
}

/** Stores an announcement, in the place of one of the same days, and says so in the log. */
export function enterAnnouncement(
  db: Database,
  announcement: NewAnnouncement,
  moment: AuditMoment,
): void {
  writing(db, 'The announcement was not stored', () => {
    prepared<(string | number | null)[]>(
      db,
      `INSERT INTO fee_announcement (open_from, open_to, source, entered_at, entered_by)
       VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET source = excluded.source, entered_at = excluded.entered_at,
         entered_by = excluded.entered_by`,
    ).run(
      ...[announcement.from, announcement.to, announcement.source],
      ...[moment.at, moment.operatorId],
    )
    const change = { of: 'announcement', days: announcement, dropped: false } as const
    noteCalendarChange(db, change, announcement.source, moment)
  })
}

/** @returns false: none of these days was entered */
export function dropAnnouncement(
  db: Database,
  days: AnnouncementDays,
  moment: AuditMoment,
): boolean {
  return writing(db, 'The announcement was not taken away', () => {
    const { changes } = prepared<[string, string]>(
      db,
      'DELETE FROM fee_announcement WHERE open_from = ? AND open_to = ?',
    ).run(days.from, days.to)
    if (changes === 0) return false
    noteCalendarChange(db, { of: 'announcement', days, dropped: true }, null, moment)
    return true
  })
}
