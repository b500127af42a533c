import type { Database } from '../database.ts'

/** Who this desk is: the sender of everything in the outbox. */
export function createDesk(db: Database): void {
  db.exec(`
    CREATE TABLE desk (
      one          INTEGER PRIMARY KEY CHECK (one = 1), -- a single row
      device_id    TEXT    NOT NULL, -- UUID, made once
      device_epoch INTEGER NOT NULL CHECK (device_epoch >= 1), -- grows at a restore from backup
      school_id    TEXT    NOT NULL, -- the school this desk works for; no reference: it is set before the roll
      made_at      INTEGER NOT NULL  -- ms since 1970 UTC
    ) STRICT;
  `)
}
