import type { AuditMoment } from '../core/audit.ts'
import { mustDelete } from '../core/legalBasis.ts'
import { appendAudit } from './audit.ts'
import type { Database } from './database.ts'
import { markGone, type GoneWhy } from './gonePupils.ts'
import { basisStateOf } from './legalBasis.ts'
import { actsOf, actsWithNumbersOf, deletePupilRows, type PupilRowsGone } from './pupilRows.ts'
import { addToRun } from './retentionRuns.ts'
import { refreshSearchIndex } from './searchIndex.ts'
import { getStudent } from './students.ts'
import { writing } from './writing.ts'

export type PupilDeleted =
  | ({ readonly kind: 'deleted' } & PupilRowsGone)
  | {
      readonly kind: 'refused'
      readonly why:
        /** no such pupil */
        | 'unknown'
        /** 'left' is asked for one who has not */
        | 'still-here'
        /** 'withdrawn' is asked where no consent was withdrawn, or the school's duty remains */
        | 'basis-remains'
    }

/**
 * Deletes one pupil at once, with proof and a row in the log. Acts the city has not got or has refused
 * stay, are counted as `held`, and go at the first run after the city has them.
 * What it leaves in the file's free places, `clearFile` takes away: call it afterwards.
 *
 * @param order `runId`: UUIDv7 of this deletion
 */
export function deletePupil(
  db: Database,
  studentId: string,
  order: { readonly why: GoneWhy; readonly runId: string; readonly moment: AuditMoment },
): PupilDeleted {
  const { why, runId, moment } = order
  return writing(db, 'The pupil was not deleted', () => {
    const refused = refusal(db, studentId, why)
    if (refused !== null) return { kind: 'refused', why: refused }
    markGone(db, [studentId], why, moment.at)
    const acts = [...actsOf(db, [studentId]), ...actsWithNumbersOf(db, studentId)]
    const rows = deletePupilRows(db, [studentId], acts)
    refreshSearchIndex(db)
    addToRun(db, { runId, of: 'pupil', cutoff: null }, [studentId], moment)
    appendAudit(db, { kind: 'deleted', studentId, about: 'pupil', reason: why }, moment)
    return { kind: 'deleted', ...rows }
  })
}

function refusal(
  db: Database,
  studentId: string,
  why: GoneWhy,
): Extract<PupilDeleted, { readonly kind: 'refused' }>['why'] | null {
  const student = getStudent(db, studentId)
  if (student === null) return 'unknown'
  if (why === 'left') return student.enrolment.kind === 'left' ? null : 'still-here'
  // whichever text is in force: a withdrawal does not depend on it
  const state = basisStateOf(db, studentId, 1)
  return state !== null && mustDelete(state) ? null : 'basis-remains'
}
