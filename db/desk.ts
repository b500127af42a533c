import type { EpochMs } from '../core/calendarDate.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/** The desk's identity, made once: what it signs its outbox with. */
export interface Desk {
  readonly deviceId: string
  readonly deviceEpoch: number
  readonly schoolId: string
  readonly madeAt: EpochMs
}

const SELECT = `
  SELECT device_id AS deviceId, device_epoch AS deviceEpoch, school_id AS schoolId, made_at AS madeAt
  FROM desk`

/** null: this database has no identity yet. */
export function getDesk(db: Database): Desk | null {
  return reading('The desk does not know itself', () => {
    return prepared<[], Desk>(db, SELECT).get() ?? null
  })
}

/**
 * A new chain of numbers for a desk that was restored: what it did after the copy was made carries
 * numbers of the old one, and none may be used twice (sync.md 5.3, P3).
 *
 * @param after the highest epoch anybody has seen of this desk
 */
export function beginEpoch(db: Database, after: number): Desk {
  return writing(db, 'The desk did not begin a new epoch', () => {
    prepared<[number]>(db, 'UPDATE desk SET device_epoch = max(device_epoch, ?) + 1').run(after)
    return prepared<[], Desk>(db, SELECT).get() as Desk
  })
}

/** The identity that is there, or this one if there is none: the first word stands. */
export function ensureDesk(db: Database, desk: Omit<Desk, 'deviceEpoch'>): Desk {
  return writing(db, 'The desk was not given its identity', () => {
    prepared<[string, string, number]>(
      db,
      `INSERT INTO desk (one, device_id, device_epoch, school_id, made_at) VALUES (1, ?, 1, ?, ?)
       ON CONFLICT (one) DO NOTHING`,
    ).run(desk.deviceId, desk.schoolId, desk.madeAt)
    return prepared<[], Desk>(db, SELECT).get() as Desk
  })
}
