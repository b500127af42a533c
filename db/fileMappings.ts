import type { Mapping } from '../core/rollFileColumns.ts'
import type { FileKind } from '../core/rollRequests.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/** Which column of such a file was what the last time; null: there was no last time. */
export function getMapping(db: Database, of: FileKind): Mapping<string> | null {
  return reading('The columns of last time were not looked up', () => {
    const select = 'SELECT mapping FROM file_mapping WHERE kind = ?'
    const row = prepared<[string], { mapping: string }>(db, select).get(of)
    return row === undefined ? null : (JSON.parse(row.mapping) as Mapping<string>)
  })
}

export function keepMapping(db: Database, of: FileKind, mapping: Mapping<string>): void {
  writing(db, 'The columns were not kept', () => {
    prepared<[string, string]>(
      db,
      `INSERT INTO file_mapping (kind, mapping) VALUES (?, ?)
       ON CONFLICT (kind) DO UPDATE SET mapping = excluded.mapping`,
    ).run(of, JSON.stringify(mapping))
  })
}
