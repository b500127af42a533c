import type { Database } from '../database.ts'

/** What the city calls a refund, and indexes for what 今天 and every case page ask. */
export function extendCases(db: Database): void {
  db.exec(`
    ALTER TABLE fee_order ADD COLUMN refund_no TEXT; -- the city's number of the refund; null: none was told

    -- 今天: the cards of a day, without reading every signature.
    CREATE INDEX collection_by_time ON collection (at) WHERE undone = 0;
    -- The school's own time: the last cards that came, with the day their production began.
    CREATE INDEX application_by_arrival ON application (arrived_at, produced_from)
      WHERE arrived_at IS NOT NULL AND produced_from IS NOT NULL;
  `)
}
