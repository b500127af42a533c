import type { Database } from '../database.ts'

/** 学年刷卡: an attribute of a card with a date, not a state (domain.md 5.2). */
export function createAnnualTap(db: Database): void {
  db.exec(`
    CREATE TABLE annual_tap (
      school_year TEXT    NOT NULL CHECK (school_year GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'), -- 2026-2027
      student_id  TEXT    NOT NULL,
      card_id     TEXT    NOT NULL,
      at          INTEGER NOT NULL, -- ms since 1970 UTC, the desk's wall clock
      cmd_id      TEXT    NOT NULL UNIQUE, -- the act it comes from
      PRIMARY KEY (student_id, school_year)
    ) STRICT, WITHOUT ROWID;
  `)
}
