import type { Database } from '../database.ts'

/** What the city tells in files: payments nothing could be made of yet, and the cards that are on their way. */
export function createCity(db: Database): void {
  db.exec(`
    -- Never dropped: tried again, or settled by somebody who says why.
    CREATE TABLE city_row (
      row_id         TEXT    PRIMARY KEY CHECK (length(row_id) = 64), -- SHA-256 in hex of what it says
      of             TEXT    NOT NULL CHECK (of IN ('payment')),
      education_id   TEXT,    -- as it says it; null: it says none
      content        TEXT    NOT NULL CHECK (json_valid(content)), -- CityPayment, or the texts of its cells
      readable       INTEGER NOT NULL CHECK (readable IN (0, 1)),  -- 1: a CityPayment
      why            TEXT    NOT NULL, -- KeptWhy of core/paymentOutcome.ts
      file_digest    TEXT    NOT NULL, -- SHA-256 in hex of the file it came from first
      line           INTEGER NOT NULL, -- in that file
      at             INTEGER NOT NULL, -- ms since 1970 UTC
      settled_at     INTEGER,          -- ms since 1970 UTC; null: not yet
      settled_by     TEXT,             -- operator id
      settled_reason TEXT              -- null: it was taken after all
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX city_row_open ON city_row (at) WHERE settled_at IS NULL;

    -- 到卡清单, one a file or a day of typing.
    CREATE TABLE delivery (
      delivery_id TEXT    PRIMARY KEY, -- UUIDv7
      from_file   INTEGER NOT NULL CHECK (from_file IN (0, 1)), -- 0: typed
      file_digest TEXT    UNIQUE,      -- SHA-256 in hex; null: typed
      at          INTEGER NOT NULL,    -- ms since 1970 UTC
      by          TEXT                 -- operator id
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE delivery_row (
      row_id         TEXT    PRIMARY KEY, -- UUIDv7
      delivery_id    TEXT    NOT NULL REFERENCES delivery (delivery_id) ON DELETE CASCADE,
      line           INTEGER NOT NULL, -- in the file; typed ones are counted on
      student_id     TEXT,             -- null: nobody is known yet whose it is
      education_id   TEXT,             -- as the list says it
      printed_number TEXT,             -- 16-20 digits; null: the list does not say
      name           TEXT,             -- as the list says it
      class_name     TEXT,             -- as the list says it
      why            TEXT,             -- CityTrouble of a line that could not be read
      expected       INTEGER NOT NULL CHECK (expected IN (0, 1)), -- 0: it came, and was on no list
      card_id        TEXT,             -- the card that came; null: none yet
      arrived_at     INTEGER           -- ms since 1970 UTC
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX delivery_row_by_delivery ON delivery_row (delivery_id, line);
    CREATE INDEX delivery_row_by_student ON delivery_row (student_id);
    CREATE INDEX delivery_row_by_number ON delivery_row (printed_number) WHERE printed_number IS NOT NULL;
    CREATE INDEX delivery_row_by_card ON delivery_row (card_id) WHERE card_id IS NOT NULL;
  `)
}
