import type { Database } from '../database.ts'

/** Days off, make-up days and school terms. Nobody's data but for who entered them. */
export function createCalendar(db: Database): void {
  db.exec(`
    CREATE TABLE calendar_year (
      year        INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 2099), -- no row: the year is unknown
      source      TEXT    NOT NULL, -- number of the notice, or where else it was taken from
      imported_at INTEGER NOT NULL, -- ms since 1970 UTC; of what came with the program: when it was issued
      entered_by  TEXT              -- operator; null: it came with the program
    ) STRICT;

    CREATE TABLE calendar_day (
      year INTEGER NOT NULL REFERENCES calendar_year (year) ON DELETE CASCADE, -- whose table names it
      date TEXT    NOT NULL CHECK (length(date) = 10), -- YYYY-MM-DD in Beijing; may be in the December before
      kind TEXT    NOT NULL CHECK (kind IN ('off', 'work')), -- 休, 班
      name TEXT,            -- of the holiday; null: not said, and of days that are worked
      PRIMARY KEY (year, date)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE term (
      school_year TEXT    NOT NULL CHECK (length(school_year) = 9), -- 2025-2026
      half        INTEGER NOT NULL CHECK (half IN (1, 2)), -- 1 begins in autumn, 2 in spring
      stage       TEXT    NOT NULL CHECK (stage IN ('all', 'compulsory', 'senior')), -- core/term.ts
      first_day   TEXT    NOT NULL CHECK (length(first_day) = 10), -- YYYY-MM-DD in Beijing
      last_day    TEXT    NOT NULL CHECK (length(last_day) = 10),  -- YYYY-MM-DD in Beijing
      source      TEXT    NOT NULL, -- where it was taken from: 学校校历, a notice
      entered_at  INTEGER NOT NULL, -- ms since 1970 UTC
      entered_by  TEXT,             -- operator; null: nobody was signed in
      PRIMARY KEY (school_year, half, stage),
      CHECK (first_day < last_day)
    ) STRICT, WITHOUT ROWID;
  `)
}
