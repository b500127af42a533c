import type { Database } from '../database.ts'

/** What the city calls a refund. */
export function extendCases(db: Database): void {
  db.exec(`
    ALTER TABLE fee_order ADD COLUMN refund_no TEXT; -- the city's number of the refund; null: none was told
  `)
}
