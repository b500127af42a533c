import type { Database } from '../database.ts'

/**
 * Who did or looked at what, chained row by row (core/audit.ts). Pupils are named by id without a
 * reference: the log outlives them. A row is never changed and never deleted.
 */
export function createAudit(db: Database): void {
  db.exec(`
    CREATE TABLE audit (
      seq         INTEGER PRIMARY KEY CHECK (seq >= 1), -- gapless
      at          INTEGER NOT NULL, -- ms since 1970 UTC, the desk's wall clock: evidence, never an order
      operator_id TEXT,             -- null: nobody signs in at this desk yet
      kind        TEXT    NOT NULL, -- AuditKind of core/audit.ts
      student_id  TEXT,
      sealed      TEXT    NOT NULL, -- the entry but for its hash: the very text that was hashed
      prev_hash   TEXT    NOT NULL CHECK (length(prev_hash) = 64), -- hash of seq - 1; 64 zeros at 1
      hash        TEXT    NOT NULL CHECK (length(hash) = 64)       -- SHA-256 of sealed, lower-case hex
    ) STRICT;
    CREATE INDEX audit_by_student ON audit (student_id, seq) WHERE student_id IS NOT NULL;
    CREATE INDEX audit_by_operator ON audit (operator_id, seq);

    -- The last row, so that a missing tail is seen and its numbers are not given again.
    CREATE TABLE audit_head (
      one  INTEGER PRIMARY KEY CHECK (one = 1),
      seq  INTEGER NOT NULL,
      hash TEXT    NOT NULL
    ) STRICT;

    CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END;

    CREATE TRIGGER audit_never_altered BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit rows are sealed'); END;
  `)
}
