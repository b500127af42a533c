import type { PhotoChangePart } from '../core/photoChange.ts'
import type { Database } from './database.ts'
import { beginOnceRollAgrees } from './caseActs.ts'
import { storeEvent } from './events.ts'
import { setPhoto } from './photos.ts'
import type { ActOf } from './rollProjection.ts'
import { prepared } from './statements.ts'

/**
 * Shows a part of a change of photos: the pictures are here already. What each replaced is kept until the
 * next change, so that this one can be taken back. Inside a transaction.
 */
export function applyPhotoPart(
  db: Database,
  part: PhotoChangePart,
  { cmdId, at, by: operatorId }: ActOf,
): void {
  if (part.part === 1) db.exec('DELETE FROM photo_before')
  const before = prepared<[string, string | null]>(
    db,
    `INSERT INTO photo_before (student_id, picture_id) VALUES (?, ?)
     ON CONFLICT (student_id) DO NOTHING`,
  )
  for (const { studentId, to } of part.photos) {
    if (!isHere(db, studentId) || (to !== null && !isPicture(db, to))) continue
    const from = setPhoto(db, studentId, to)
    before.run(studentId, from)
    storeEvent(db, { cmdId, at, event: { type: 'photo-changed', studentId, from, to } })
    beginOnceRollAgrees(db, studentId, { cmdId, at, operatorId })
  }
}

/** Who was deleted meanwhile gets no photo. */
function isHere(db: Database, studentId: string): boolean {
  const select = 'SELECT 1 FROM student WHERE id = ?'
  return prepared<[string]>(db, select).get(studentId) !== undefined
}

/** A picture that was lost with the file comes with the next import. */
function isPicture(db: Database, pictureId: string): boolean {
  const select = 'SELECT 1 FROM picture WHERE picture_id = ?'
  return prepared<[string]>(db, select).get(pictureId) !== undefined
}
