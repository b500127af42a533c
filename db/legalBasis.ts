import type { AuditMoment } from '../core/audit.ts'
import {
  ageBandOf,
  basisState,
  type BasisState,
  type Ground,
  type PupilBasis,
  type SchoolBasis,
} from '../core/legalBasis.ts'
import { appendAudit } from './audit.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/** null: the school has recorded nothing yet */
export function getSchoolBasis(db: Database): SchoolBasis | null {
  return reading('The basis of the school was not read', () => {
    const row = prepared<[], SchoolBasis>(
      db,
      `SELECT ground, rules_version AS rulesVersion, recorded_at AS recordedAt,
              recorded_by AS recordedBy FROM school_basis WHERE one = 1`,
    ).get()
    return row ?? null
  })
}

/** Records by what right the school keeps its pupils' data, in place of what it recorded before. */
export function recordSchoolBasis(
  db: Database,
  { ground, rulesVersion }: { readonly ground: Ground; readonly rulesVersion: number },
  moment: AuditMoment,
): void {
  writing(db, 'The basis of the school was not recorded', () => {
    prepared<(string | number | null)[]>(
      db,
      `INSERT INTO school_basis (one, ground, rules_version, recorded_at, recorded_by)
       VALUES (1, ?, ?, ?, ?)
       ON CONFLICT (one) DO UPDATE SET ground = excluded.ground,
         rules_version = excluded.rules_version, recorded_at = excluded.recorded_at,
         recorded_by = excluded.recorded_by`,
    ).run(ground, rulesVersion, moment.at, moment.operatorId)
    const about = `school ${ground} ${rulesVersion}`
    appendAudit(db, { kind: 'basis-recorded', studentId: null, about, reason: null }, moment)
  })
}

export interface BasisToRecord {
  readonly kind: PupilBasis['kind']
  /** given as a consent of its own; false when withdrawn */
  readonly separate: boolean
  readonly rulesVersion: number
}

/**
 * Records a pupil's consent or its withdrawal, in place of what was recorded before: that stays in the
 * log. A withdrawal deletes nothing by itself (core/legalBasis.ts, mustDelete).
 *
 * @returns false: no such pupil
 */
export function recordPupilBasis(
  db: Database,
  studentId: string,
  { kind, separate, rulesVersion }: BasisToRecord,
  moment: AuditMoment,
): boolean {
  return writing(db, 'The basis of the pupil was not recorded', () => {
    const { changes } = prepared<(string | number | null)[]>(
      db,
      `INSERT INTO pupil_basis (student_id, kind, separate, rules_version, recorded_at, recorded_by)
       SELECT id, ?, ?, ?, ?, ? FROM student WHERE id = ?
       ON CONFLICT (student_id) DO UPDATE SET kind = excluded.kind, separate = excluded.separate,
         rules_version = excluded.rules_version, recorded_at = excluded.recorded_at,
         recorded_by = excluded.recorded_by`,
    ).run(kind, separate ? 1 : 0, rulesVersion, moment.at, moment.operatorId, studentId)
    if (changes === 0) return false
    const about = `${kind} ${rulesVersion}${separate ? ' separate' : ''}`
    appendAudit(db, { kind: 'basis-recorded', studentId, about, reason: null }, moment)
    return true
  })
}

interface PupilRow {
  readonly studentId: string
  readonly grade: number | null
  readonly kind: PupilBasis['kind'] | null
  readonly separate: number
  readonly rulesVersion: number
  readonly recordedAt: number
  readonly recordedBy: string | null
}

const SELECT = `
  SELECT student.id AS studentId, grade, kind, separate, rules_version AS rulesVersion,
         recorded_at AS recordedAt, recorded_by AS recordedBy
  FROM student
  LEFT JOIN class ON class.id = student.class_id
  LEFT JOIN pupil_basis ON pupil_basis.student_id = student.id`

/** null: nothing is recorded of the pupil, or there is no such pupil */
export function getPupilBasis(db: Database, studentId: string): PupilBasis | null {
  const row = rowOf(db, studentId)
  return row === undefined ? null : basisOf(row)
}

/** Where the basis of one pupil stands; null: no such pupil. */
export function basisStateOf(
  db: Database,
  studentId: string,
  rulesVersion: number,
): BasisState | null {
  const row = rowOf(db, studentId)
  return row === undefined ? null : stateOf(row, getSchoolBasis(db), rulesVersion)
}

export interface PupilWithoutBasis {
  readonly studentId: string
  readonly state: Exclude<BasisState, { readonly kind: 'recorded' }>
}

/**
 * Pupils on the roll of the own school whose basis is not recorded as it should be, by id.
 *
 * @param page `after`: the last id of the page before, null for the first; `limit`: pupils a page
 */
export function pupilsWithoutBasis(
  db: Database,
  rulesVersion: number,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): readonly PupilWithoutBasis[] {
  return reading('The pupils without a basis were not looked up', () => {
    const school = getSchoolBasis(db)
    const found: PupilWithoutBasis[] = []
    const rows = prepared<[string], PupilRow>(
      db,
      `${SELECT} JOIN school ON school.id = student.school_id
       WHERE own = 1 AND enrolment <> 'left' AND student.id > ? ORDER BY student.id`,
    )
    for (const row of rows.iterate(after ?? '')) {
      if (found.length === limit) break
      const state = stateOf(row, school, rulesVersion)
      if (state.kind !== 'recorded') found.push({ studentId: row.studentId, state })
    }
    return found
  })
}

function rowOf(db: Database, studentId: string): PupilRow | undefined {
  return reading('The basis of the pupil was not read', () =>
    prepared<[string], PupilRow>(db, `${SELECT} WHERE student.id = ?`).get(studentId),
  )
}

function stateOf(row: PupilRow, school: SchoolBasis | null, rulesVersion: number): BasisState {
  return basisState({ school, pupil: basisOf(row), age: ageBandOf(row.grade), rulesVersion })
}

function basisOf({ kind, separate, ...row }: PupilRow): PupilBasis | null {
  if (kind === null) return null
  const { rulesVersion, recordedAt, recordedBy } = row
  const recorded = { rulesVersion, recordedAt, recordedBy }
  return kind === 'withdrawn'
    ? { ...recorded, kind }
    : { ...recorded, kind, separate: separate === 1 }
}
