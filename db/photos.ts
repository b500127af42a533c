import { createHash } from 'node:crypto'
import type { Photo } from '../core/contract.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** A picture as it is kept: known by its content, so the same file twice is one. */
export interface Picture {
  readonly pictureId: string
  readonly mime: string
  /** px; null: a drawing has none */
  readonly width: number | null
  readonly height: number | null
  readonly bytes: Uint8Array
}

export const pictureIdOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

export function getPhoto(db: Database, studentId: string): Photo | null {
  const row = reading('The photo was not looked up', () =>
    prepared<[string], { mime: string; bytes: Uint8Array }>(
      db,
      'SELECT mime, bytes FROM photo JOIN picture USING (picture_id) WHERE student_id = ?',
    ).get(studentId),
  )
  return row === undefined ? null : { mime: row.mime, bytes: new Uint8Array(row.bytes) }
}

/** Nobody's yet. Inside a transaction; a picture that is there already is not written again. */
export function storePicture(db: Database, picture: Picture): void {
  const { pictureId, mime, width, height, bytes } = picture
  prepared<(string | number | null | Uint8Array)[]>(
    db,
    `INSERT INTO picture (picture_id, mime, width, height, bytes) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (picture_id) DO NOTHING`,
  ).run(pictureId, mime, width, height, bytes)
}

/** Makes a picture a pupil's; null takes theirs away. @returns the one they had */
export function setPhoto(db: Database, studentId: string, pictureId: string | null): string | null {
  const before = photoOf(db, studentId)
  if (pictureId === null)
    prepared<[string]>(db, 'DELETE FROM photo WHERE student_id = ?').run(studentId)
  else
    prepared<[string, string]>(
      db,
      `INSERT INTO photo (student_id, picture_id) VALUES (?, ?)
       ON CONFLICT (student_id) DO UPDATE SET picture_id = excluded.picture_id`,
    ).run(studentId, pictureId)
  return before
}

/** null: none */
export function photoOf(db: Database, studentId: string): string | null {
  const select = 'SELECT picture_id AS pictureId FROM photo WHERE student_id = ?'
  return prepared<[string], { pictureId: string }>(db, select).get(studentId)?.pictureId ?? null
}

/**
 * Takes pupils' photos away, and the pictures nobody else has; also what was kept to take an import of
 * photos back. Inside a transaction.
 *
 * @param studentIds JSON array
 */
export function deletePhotos(db: Database, studentIds: string): void {
  const theirs = 'student_id IN (SELECT value FROM json_each(?))'
  const had = prepared<[string, string], { pictureId: string }>(
    db,
    `SELECT picture_id AS pictureId FROM photo WHERE ${theirs}
     UNION SELECT picture_id FROM photo_before WHERE picture_id IS NOT NULL AND ${theirs}`,
  ).all(studentIds, studentIds)
  prepared<[string]>(db, `DELETE FROM photo WHERE ${theirs}`).run(studentIds)
  prepared<[string]>(db, `DELETE FROM photo_before WHERE ${theirs}`).run(studentIds)
  dropPictures(
    db,
    had.map(({ pictureId }) => pictureId),
  )
}

/** Those of them that are nobody's, nor needed to take the last import back. */
export function dropPictures(db: Database, pictureIds: readonly string[]): void {
  prepared<[string]>(
    db,
    `DELETE FROM picture WHERE picture_id IN (SELECT value FROM json_each(?)) AND ${NOBODYS}`,
  ).run(JSON.stringify(pictureIds))
}

/** A portion of the pictures that are nobody's: what an import left that was called off or killed. */
export function nobodysPictures(db: Database, limit: number): readonly string[] {
  return prepared<[number], { pictureId: string }>(
    db,
    `SELECT picture_id AS pictureId FROM picture WHERE ${NOBODYS} LIMIT ?`,
  )
    .all(limit)
    .map(({ pictureId }) => pictureId)
}

const NOBODYS = `
  NOT EXISTS (SELECT 1 FROM photo WHERE photo.picture_id = picture.picture_id) AND
  NOT EXISTS (SELECT 1 FROM photo_before WHERE photo_before.picture_id = picture.picture_id)`
