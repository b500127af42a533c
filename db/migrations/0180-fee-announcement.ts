import type { Database } from '../database.ts'

/** Days the city has announced the fee may be paid on. Nobody's data but for who entered them. */
export function createFeeAnnouncement(db: Database): void {
  db.exec(`
    CREATE TABLE fee_announcement (
      open_from  TEXT    NOT NULL CHECK (length(open_from) = 10), -- YYYY-MM-DD in Beijing, from 00:00
      open_to    TEXT    NOT NULL CHECK (length(open_to) = 10),   -- YYYY-MM-DD in Beijing, until 24:00
      source     TEXT    NOT NULL, -- where it was taken from: 市卡管公告 and its date
      entered_at INTEGER NOT NULL, -- ms since 1970 UTC
      entered_by TEXT,             -- operator; null: nobody was signed in
      PRIMARY KEY (open_from, open_to),
      CHECK (open_from <= open_to)
    ) STRICT, WITHOUT ROWID;
  `)
}
