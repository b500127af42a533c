import { aloneReason } from '../core/alone.ts'
import type { Database } from '../db/database.ts'
import { isAlone } from '../db/operators.ts'

/** A reason as it goes into the log: where one person does what takes two, it says so first. */
export const reasonHere = (db: Database, reason: string): string =>
  isAlone(db) ? aloneReason(reason) : reason
