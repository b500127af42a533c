import type { Photo } from '../core/contract.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

export function getPhoto(db: Database, studentId: string): Photo | null {
  const row = reading('The photo was not looked up', () =>
    prepared<[string], { mime: string; bytes: Uint8Array }>(
      db,
      'SELECT mime, bytes FROM photo WHERE student_id = ?',
    ).get(studentId),
  )
  return row === undefined ? null : { mime: row.mime, bytes: new Uint8Array(row.bytes) }
}
