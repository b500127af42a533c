import {
  sameDays,
  type Announcement,
  type AnnouncementDays,
  type NewAnnouncement,
} from '../core/announcement.ts'
import { storeAct, type ActToStore, type ByAct } from './acts.ts'
import { calendarAct } from './calendars.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

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

/**
 * Stores an announcement, in the place of one of the same days.
 *
 * @throws DeskError; then it is not there
 */
export function enterAnnouncement(
  db: Database,
  order: ActToStore & { readonly command: NewAnnouncement },
): void {
  const { command } = order
  storeAct(
    db,
    order,
    'The announcement was not stored',
    () => ({ kind: 'done' }) as const,
    () => ({
      command: { type: 'announcement.entered', payload: command },
      show: (act) => replayEntered(db, command, act),
      audit: calendarAct({ of: 'announcement', days: command, dropped: false }, command.source),
    }),
  )
}

/** @returns false: none of these days was entered. @throws DeskError; then it stands */
export function dropAnnouncement(
  db: Database,
  order: ActToStore & { readonly command: AnnouncementDays },
): boolean {
  const { command } = order
  const decision = storeAct(
    db,
    order,
    'The announcement was not taken away',
    () =>
      getAnnouncements(db).some((one) => sameDays(one, command))
        ? ({ kind: 'done' } as const)
        : ({ kind: 'refused' } as const),
    () => ({
      command: { type: 'announcement.dropped', payload: command },
      show: () => replayDropped(db, command),
      audit: calendarAct({ of: 'announcement', days: command, dropped: true }, null),
    }),
  )
  return decision.kind === 'done'
}

/** Found again after a loss, as the next. */
export function replayEntered(
  db: Database,
  { from, to, source }: NewAnnouncement,
  { at, operatorId }: ByAct,
): void {
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO fee_announcement (open_from, open_to, source, entered_at, entered_by)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET source = excluded.source, entered_at = excluded.entered_at,
       entered_by = excluded.entered_by`,
  ).run(from, to, source, at, operatorId)
}

export function replayDropped(db: Database, { from, to }: AnnouncementDays): void {
  prepared<[string, string]>(
    db,
    'DELETE FROM fee_announcement WHERE open_from = ? AND open_to = ?',
  ).run(from, to)
}
