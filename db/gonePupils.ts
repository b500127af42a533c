import { createHash } from 'node:crypto'
import type { EpochMs } from '../core/calendarDate.ts'
import { DeskError } from '../core/errors.ts'
import type { Database } from './database.ts'
import { getDesk } from './desk.ts'
import { getSchoolBasis } from './legalBasis.ts'
import { prepared } from './statements.ts'

/** Why a pupil was deleted. */
export type GoneWhy = 'left' | 'withdrawn'

/**
 * Remembers deleted pupils by a hash of their ids (sync.md 5.4: tombstone, id hash only). Who was deleted
 * for a withdrawn consent stays so.
 */
export function markGone(
  db: Database,
  studentIds: readonly string[],
  why: GoneWhy,
  at: EpochMs,
): void {
  const hash = hasher(db)
  const mark = prepared<[string, string, number]>(
    db,
    `INSERT INTO pupil_gone (id_hash, why, at) VALUES (?, ?, ?)
     ON CONFLICT (id_hash) DO UPDATE SET why = excluded.why, at = excluded.at
     WHERE excluded.why = 'withdrawn'`,
  )
  for (const id of studentIds) mark.run(hash(id), why, at)
}

/**
 * Deleted pupils a newer roll has named again, and who must go again: those whose consent was withdrawn,
 * unless one was recorded since or the school rests on its duty by now; and those who are still leavers. Who is a pupil again is not
 * among them.
 */
export function goneAgain(db: Database): readonly string[] {
  const gone = goneWhy(db)
  if (gone.size === 0) return []
  const hash = hasher(db)
  const duty = getSchoolBasis(db)?.ground === 'statutory-duty'
  const pupils = prepared<[], { id: string; left: number; kind: string | null }>(
    db,
    `SELECT id, enrolment = 'left' AS left, kind
     FROM student LEFT JOIN pupil_basis ON pupil_basis.student_id = student.id`,
  )
  return pupils.all().flatMap(({ id, left, kind }) => {
    const why = gone.get(hash(id))
    const consents = kind !== null && kind !== 'withdrawn'
    return (why === 'withdrawn' && !consents && !duty) || (why === 'left' && left === 1) ? [id] : []
  })
}

/** Deleted pupils whom acts still name: these had to wait for the city. */
export function goneWithActs(db: Database): readonly string[] {
  const gone = goneWhy(db)
  if (gone.size === 0) return []
  const hash = hasher(db)
  const named = prepared<[], { id: string }>(
    db,
    `SELECT student_id AS id FROM tap
     WHERE student_id IS NOT NULL AND student_id NOT IN (SELECT id FROM student)
     UNION SELECT student_id FROM event WHERE student_id NOT IN (SELECT id FROM student)`,
  )
  return named
    .all()
    .map(({ id }) => id)
    .filter((id) => gone.has(hash(id)))
}

function goneWhy(db: Database): ReadonlyMap<string, GoneWhy> {
  const rows = prepared<[], { id_hash: string; why: GoneWhy }>(
    db,
    'SELECT id_hash, why FROM pupil_gone',
  ).all()
  return new Map(rows.map((row) => [row.id_hash, row.why]))
}

/** The desk's own id goes into it: the hashes of two desks say nothing of each other. */
function hasher(db: Database): (studentId: string) => string {
  const desk = getDesk(db)
  if (desk === null) throw new DeskError('internal', 'A desk without an identity deletes nobody.')
  return (id) => createHash('sha256').update(`${desk.deviceId} ${id}`).digest('hex')
}
