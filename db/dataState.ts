import type { EpochMs } from '../core/calendarDate.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

export interface DataState {
  readonly version: number
  readonly asOf: EpochMs
}

/** Which roll is in force, and as of when; null: no roll yet. */
export function getDataState(db: Database): DataState | null {
  return reading('The state of the data was not looked up', () => {
    const select = 'SELECT version, as_of AS asOf FROM data_state'
    return prepared<[], DataState>(db, select).get() ?? null
  })
}
