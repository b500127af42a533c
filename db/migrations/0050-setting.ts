import type { Database } from '../database.ts'

/** What this desk has set for itself; a missing row is the default of core/settings.ts. */
export function createSetting(db: Database): void {
  db.exec(`
    CREATE TABLE setting (
      name  TEXT PRIMARY KEY, -- key of Settings
      value TEXT NOT NULL CHECK (json_valid(value)) -- JSON
    ) STRICT, WITHOUT ROWID;
  `)
}
