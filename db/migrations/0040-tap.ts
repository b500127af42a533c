import type { Database } from '../database.ts'

/**
 * Every tap with the verdict it got, and by which data. Card and student are named without a
 * reference: a tap outlives both.
 */
export function createTap(db: Database): void {
  db.exec(`
    CREATE TABLE tap (
      seq          INTEGER PRIMARY KEY, -- order of recording; the clock is evidence, never an order
      tap_id       TEXT    NOT NULL UNIQUE, -- UUIDv7
      cmd_id       TEXT    NOT NULL UNIQUE REFERENCES outbox (cmd_id), -- written in the same transaction
      at           INTEGER NOT NULL, -- ms since 1970 UTC, the desk's wall clock
      reader       TEXT    NOT NULL, -- name of the reader
      family       TEXT    CHECK (family IN ('bmac', 't-union', 'm1', 'other-cpu', 'phone')), -- null: not read
      card_id      TEXT,
      student_id   TEXT,
      verdict      TEXT    NOT NULL, -- VerdictKind of core/verdict.ts
      data_version INTEGER NOT NULL CHECK (data_version >= 0), -- of the roll it was judged by; 0: no roll yet
      data_age_ms  INTEGER NOT NULL  -- ms from the roll's as-of to the tap; below 0: the clock is behind
    ) STRICT;
    CREATE INDEX tap_by_student ON tap (student_id, seq) WHERE student_id IS NOT NULL;
  `)
}
