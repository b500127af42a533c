import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** The desk's own school as the roll names it; null: no roll yet. */
export function getOwnSchool(db: Database): { readonly id: string; readonly name: string } | null {
  return reading('The school was not looked up', () => {
    const select = 'SELECT id, name FROM school WHERE own = 1'
    return prepared<[], { id: string; name: string }>(db, select).get() ?? null
  })
}
