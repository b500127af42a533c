import type { Database } from '../database.ts'

/** What a reading leaves behind beside its tap: the chip's fare dates, and how the reader does. */
export function createReading(db: Database): void {
  db.exec(`
    -- As the chip last told them; a load that takes the card away takes this too.
    CREATE TABLE card_fare (
      card_id      TEXT    PRIMARY KEY REFERENCES card (id) ON DELETE CASCADE,
      read_at      INTEGER NOT NULL, -- ms since 1970 UTC, the desk's wall clock
      enabled      INTEGER CHECK (enabled IN (0, 1)),     -- null: the chip did not say
      blacklisted  INTEGER CHECK (blacklisted IN (0, 1)), -- null: the chip did not say
      transit_from TEXT,   -- YYYY-MM-DD
      transit_to   TEXT CHECK ((transit_to IS NULL) = (transit_from IS NULL)) -- YYYY-MM-DD
    ) STRICT, WITHOUT ROWID;

    -- What was read at each reader, and what failed, day by day: counted with each tap, because
    -- counting 100,000 taps when somebody looks takes too long.
    CREATE TABLE reader_day (
      reader  TEXT    NOT NULL, -- its name
      day     TEXT    NOT NULL, -- YYYY-MM-DD in Beijing
      family  TEXT    NOT NULL CHECK (family IN (
        'bmac', 't-union', 'm1', 'other-cpu', 'phone',
        'unknown')), -- failed, and no card was read soon after (core/failedReadings.ts)
      read    INTEGER NOT NULL CHECK (read >= 0),
      failed  INTEGER NOT NULL CHECK (failed >= 0), -- verdict 'unreadable'
      last_at INTEGER NOT NULL, -- of the last tap counted here; ms since 1970 UTC
      PRIMARY KEY (reader, day, family)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO reader_day
    SELECT reader, date(at / 1000, 'unixepoch', '+8 hours'), coalesce(family, 'unknown'),
           sum(family IS NOT NULL), sum(verdict = 'unreadable'), max(at)
    FROM tap GROUP BY 1, 2, 3;

    -- Pupils of the very same name.
    CREATE INDEX student_by_name ON student (name);
  `)
}
