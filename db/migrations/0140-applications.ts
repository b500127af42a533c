import type { Database } from '../database.ts'

/** Applications for cards, what was said of the data on them, and the lists that went to the city. */
export function createApplications(db: Database): void {
  db.exec(`
    -- 制卡名单: the applications of one list name it.
    CREATE TABLE card_list (
      list_id TEXT    PRIMARY KEY, -- UUIDv7
      made_at INTEGER NOT NULL,    -- ms since 1970 UTC, the desk's wall clock
      pupils  INTEGER NOT NULL CHECK (pupils > 0)
    ) STRICT, WITHOUT ROWID;

    -- Pupils are named without a reference, as in event: after a loss an application may be back before the
    -- part of a change of the roll its pupil came with.
    CREATE TABLE application (
      application_id TEXT    PRIMARY KEY, -- UUIDv7
      student_id     TEXT    NOT NULL,
      kind           TEXT    NOT NULL, -- ApplicationKind of core/application.ts
      state          TEXT    NOT NULL, -- Application.state of core/application.ts
      state_at       INTEGER NOT NULL, -- ms since 1970 UTC
      opened_at      INTEGER NOT NULL, -- ms since 1970 UTC
      opened_by      TEXT,             -- operator id
      list_id        TEXT    REFERENCES card_list (list_id), -- null: with no list yet
      card_id        TEXT,             -- the card that closed it; null: none has
      ended_at       INTEGER           -- ms since 1970 UTC; null: it is open
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX application_open ON application (student_id) WHERE ended_at IS NULL;
    CREATE INDEX application_by_student ON application (student_id);
    CREATE INDEX application_by_list ON application (list_id) WHERE list_id IS NOT NULL;
    CREATE INDEX application_by_end ON application (ended_at) WHERE ended_at IS NOT NULL;

    -- 制卡信息确认, act by act; the last one that was not taken back counts.
    CREATE TABLE confirmation (
      seq            INTEGER PRIMARY KEY, -- order of the acts
      application_id TEXT    NOT NULL REFERENCES application (application_id) ON DELETE CASCADE,
      version        INTEGER NOT NULL CHECK (version > 0), -- of the data, 1, 2, …
      at             INTEGER NOT NULL, -- ms since 1970 UTC
      operator_id    TEXT,
      data           TEXT    NOT NULL CHECK (json_valid(data)),    -- CardData of core/confirmation.ts
      outcome        TEXT    NOT NULL CHECK (json_valid(outcome)), -- Outcome of core/confirmation.ts
      taken_back     INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
    ) STRICT;
    CREATE INDEX confirmation_by_application ON confirmation (application_id, seq);
  `)
}
