import type { Database } from '../database.ts'

/**
 * By what right pupils' data are kept, how long, and the proof that they went. Nowhere free text.
 *
 * From here on a sealed row can be emptied: its text goes, its place in the chain stays, so every row
 * after it, the head and what others know of it still fit (db/emptying.ts).
 */
export function createPrivacy(db: Database): void {
  db.exec(`
    CREATE TABLE school_basis (
      one           INTEGER PRIMARY KEY CHECK (one = 1), -- a single row; none: not recorded yet
      ground        TEXT    NOT NULL CHECK (ground IN ('statutory-duty', 'consent')), -- core/legalBasis.ts
      rules_version INTEGER NOT NULL CHECK (rules_version >= 1), -- number of the processing-rules text
      recorded_at   INTEGER NOT NULL, -- ms since 1970 UTC
      recorded_by   TEXT              -- operator; null: nobody was signed in
    ) STRICT;

    CREATE TABLE pupil_basis (
      student_id    TEXT    PRIMARY KEY REFERENCES student (id) ON DELETE CASCADE,
      kind          TEXT    NOT NULL CHECK (kind IN ('guardian-consent', 'own-consent', 'withdrawn')),
      separate      INTEGER NOT NULL CHECK (separate IN (0, 1)), -- 1: 单独同意 (PIPL 29); 0 when withdrawn
      rules_version INTEGER NOT NULL CHECK (rules_version >= 1), -- the text it was given under
      recorded_at   INTEGER NOT NULL, -- ms since 1970 UTC
      recorded_by   TEXT,             -- operator; null: nobody was signed in
      CHECK (kind <> 'withdrawn' OR separate = 0)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE retention_setting (
      class  TEXT    PRIMARY KEY, -- RetentionClass of core/retention.ts; a missing row is its usual time
      months INTEGER NOT NULL CHECK (months >= 1)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE retention_run (
      run_id      TEXT    NOT NULL, -- UUIDv7
      class       TEXT    NOT NULL, -- RetentionClass; 'pupil': one pupil by hand
      at          INTEGER NOT NULL, -- ms since 1970 UTC
      operator_id TEXT,             -- null: by itself
      cutoff      TEXT,             -- YYYY-MM-DD: what was before it went; null: by hand
      deleted     INTEGER NOT NULL CHECK (deleted >= 0),
      salt        TEXT    NOT NULL, -- of the digest, 32 hex
      digest      TEXT    NOT NULL CHECK (length(digest) = 64), -- of the ids that went (db/retentionRuns.ts)
      PRIMARY KEY (run_id, class)
    ) STRICT, WITHOUT ROWID;

    -- Who was deleted, by a hash of the id: the city's roll may still name them.
    CREATE TABLE pupil_gone (
      id_hash TEXT    PRIMARY KEY CHECK (length(id_hash) = 64), -- SHA-256 of device_id and student id
      why     TEXT    NOT NULL CHECK (why IN ('left', 'withdrawn')),
      at      INTEGER NOT NULL -- ms since 1970 UTC
    ) STRICT, WITHOUT ROWID;

    -- What may be emptied once its time is over: the city has it, and it is not empty yet.
    CREATE INDEX outbox_to_empty ON outbox (cmd_id) WHERE status = 'sent' AND sealed <> '';
    CREATE INDEX student_by_left_on ON student (left_on) WHERE left_on IS NOT NULL;

    DROP TRIGGER outbox_never_altered;
    CREATE TRIGGER outbox_never_altered
    BEFORE UPDATE OF device_id, device_epoch, device_seq, cmd_id, type, sealed, prev_hash, hash ON outbox
    WHEN NOT (
      NEW.sealed = '' AND OLD.status = 'sent' AND NEW.status = 'sent' AND
      NEW.device_id = OLD.device_id AND NEW.device_epoch = OLD.device_epoch AND
      NEW.device_seq = OLD.device_seq AND NEW.cmd_id = OLD.cmd_id AND NEW.type = OLD.type AND
      NEW.prev_hash = OLD.prev_hash AND NEW.hash = OLD.hash)
    BEGIN SELECT RAISE(ABORT, 'outbox rows are sealed'); END;

    DROP TRIGGER audit_never_altered;
    CREATE TRIGGER audit_never_altered BEFORE UPDATE ON audit
    WHEN NOT (
      NEW.sealed = '' AND NEW.operator_id IS NULL AND NEW.student_id IS NULL AND
      NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.kind = OLD.kind AND
      NEW.prev_hash = OLD.prev_hash AND NEW.hash = OLD.hash)
    BEGIN SELECT RAISE(ABORT, 'audit rows are sealed'); END;
  `)
}
