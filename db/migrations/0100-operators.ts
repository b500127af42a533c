import type { Database } from '../database.ts'

/** Who may sign in at the desk. Their PINs are not here: what opens the data lies outside of them. */
export function createOperators(db: Database): void {
  db.exec(`
    CREATE TABLE operator (
      operator_id TEXT    PRIMARY KEY,
      name        TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
      roles       TEXT    NOT NULL CHECK (json_valid(roles)),   -- array of Role
      classes     TEXT    NOT NULL CHECK (json_valid(classes)), -- array of class names, as on the roll
      pin_version INTEGER NOT NULL CHECK (pin_version >= 0),    -- the least their envelope may have; 0: no PIN yet
      made_at     INTEGER NOT NULL, -- ms since 1970 UTC
      ended_at    INTEGER           -- null: may sign in
    ) STRICT;

    -- One person is administrator and supervisor (domain.md 5.8, 单人办理).
    ALTER TABLE desk ADD COLUMN alone INTEGER NOT NULL DEFAULT 0 CHECK (alone IN (0, 1));
  `)
}
