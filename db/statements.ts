import type { Database, Statement } from './database.ts'

const byDatabase = new WeakMap<Database, Map<string, Statement>>()

/** The statement of this text, prepared once per connection: a tap prepares nothing. */
export function prepared<Params extends unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Statement<Params, Row> {
  const known = byDatabase.get(db) ?? new Map<string, Statement>()
  byDatabase.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.set(sql, statement as Statement)
  return statement as Statement<Params, Row>
}
