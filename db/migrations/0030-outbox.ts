import type { Database } from '../database.ts'

/**
 * Everything the desk has done, sealed and in order, until the city has it and after
 * (sync.md 5.2). A row is never changed but in its status, and never deleted.
 */
export function createOutbox(db: Database): void {
  db.exec(`
    CREATE TABLE outbox (
      device_id    TEXT    NOT NULL,
      device_epoch INTEGER NOT NULL CHECK (device_epoch >= 1),
      device_seq   INTEGER NOT NULL CHECK (device_seq >= 1), -- gapless within device and epoch
      cmd_id       TEXT    NOT NULL UNIQUE CHECK (length(cmd_id) = 36 AND substr(cmd_id, 15, 1) = '7'), -- UUIDv7
      type         TEXT    NOT NULL,
      sealed       TEXT    NOT NULL, -- the envelope but for its hash: the very text that was hashed
      prev_hash    TEXT    NOT NULL CHECK (length(prev_hash) = 64), -- hash of device_seq - 1; 64 zeros at 1
      hash         TEXT    NOT NULL CHECK (length(hash) = 64),      -- SHA-256 of sealed, lower-case hex
      status       TEXT    NOT NULL DEFAULT 'waiting' CHECK (status IN (
        'waiting',  -- the city has not got it
        'sent',     -- the city has it and has not refused it
        'parked')), -- the city refused it: somebody must look
      refusal      TEXT    CHECK ((refusal IS NOT NULL) = (status = 'parked')), -- the city's code
      PRIMARY KEY (device_id, device_epoch, device_seq)
    ) STRICT;
    CREATE INDEX outbox_waiting ON outbox (device_seq) WHERE status = 'waiting';
    CREATE INDEX outbox_parked ON outbox (device_seq) WHERE status = 'parked';

    -- The last row of each chain, so that a missing tail is seen and its numbers are not given again.
    CREATE TABLE outbox_head (
      device_id    TEXT    NOT NULL,
      device_epoch INTEGER NOT NULL,
      device_seq   INTEGER NOT NULL,
      hash         TEXT    NOT NULL,
      PRIMARY KEY (device_id, device_epoch)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER outbox_never_deleted BEFORE DELETE ON outbox
    BEGIN SELECT RAISE(ABORT, 'outbox rows are never deleted'); END;

    CREATE TRIGGER outbox_never_altered
    BEFORE UPDATE OF device_id, device_epoch, device_seq, cmd_id, type, sealed, prev_hash, hash ON outbox
    BEGIN SELECT RAISE(ABORT, 'outbox rows are sealed'); END;
  `)
}
