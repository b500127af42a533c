import { describe, expect, it } from 'vitest'
import type { AuditMoment } from '../../core/audit.ts'
import { auditOfStudent } from '../../db/audit.ts'
import type { Database } from '../../db/database.ts'
import {
  basisStateOf,
  getPupilBasis,
  getSchoolBasis,
  pupilsWithoutBasis,
  recordPupilBasis,
  recordSchoolBasis,
  type BasisToRecord,
} from '../../db/legalBasis.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { aRoll, aRollOf, aStudent, date } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

const moment: AuditMoment = { at: 7, bootId: 'boot-1', operatorId: 'o-1', purpose: 'desk' }
const GUARDIAN: BasisToRecord = { kind: 'guardian-consent', separate: true, rulesVersion: 1 }

/** A school of five pupils that asks for consent. */
function aSchool(ground: 'consent' | 'statutory-duty' = 'consent'): Database {
  const db = testDb()
  replaceRoll(db, { ...aRollOf(5), cards: [] })
  recordSchoolBasis(db, { ground, rulesVersion: 1 }, moment)
  return db
}

const without = (db: Database, after: string | null = null, limit = 10): readonly string[] =>
  pupilsWithoutBasis(db, 1, { after, limit }).map(({ studentId }) => studentId)

const logged = (db: Database): readonly unknown[] =>
  db.prepare(`SELECT kind, student_id AS of, operator_id AS by FROM audit ORDER BY seq`).all()

describe('the basis of the school', () => {
  it('is not there at first, and is the one that was recorded last', () => {
    expect(getSchoolBasis(testDb())).toBeNull()
    const db = aSchool()
    recordSchoolBasis(db, { ground: 'statutory-duty', rulesVersion: 2 }, { ...moment, at: 9 })
    expect(getSchoolBasis(db)).toEqual({
      ...{ ground: 'statutory-duty', rulesVersion: 2, recordedAt: 9, recordedBy: 'o-1' },
    })
    expect(logged(db)).toEqual([
      { kind: 'basis-recorded', of: null, by: 'o-1' },
      { kind: 'basis-recorded', of: null, by: 'o-1' },
    ])
  })
})

describe('the basis of a pupil', () => {
  it('is kept with the moment, the operator and the text it was given under, and logged', () => {
    const db = aSchool()
    expect(recordPupilBasis(db, 'student-2', GUARDIAN, moment)).toBe(true)
    expect(getPupilBasis(db, 'student-2')).toEqual({
      ...GUARDIAN,
      recordedAt: 7,
      recordedBy: 'o-1',
    })
    expect(basisStateOf(db, 'student-2', 1)).toEqual({ kind: 'recorded', by: 'pupil' })
    expect(auditOfStudent(db, 'student-2', 9)).toMatchObject([
      { kind: 'basis-recorded', about: 'guardian-consent 1 separate' },
    ])
  })

  it('gives way to a withdrawal, and what was before stays in the log', () => {
    const db = aSchool()
    recordPupilBasis(db, 'student-2', GUARDIAN, moment)
    recordPupilBasis(db, 'student-2', { ...GUARDIAN, kind: 'withdrawn', separate: false }, moment)
    expect(basisStateOf(db, 'student-2', 1)).toMatchObject({
      kind: 'withdrawn',
      dutyRemains: false,
    })
    expect(auditOfStudent(db, 'student-2', 9)).toHaveLength(2)
  })

  it('of nobody is not recorded, and nothing is logged', () => {
    const db = aSchool()
    expect(recordPupilBasis(db, 'nobody', GUARDIAN, moment)).toBe(false)
    expect(basisStateOf(db, 'nobody', 1)).toBeNull()
    expect(logged(db)).toHaveLength(1)
  })

  it('stays through a newer roll and goes with its pupil', () => {
    const db = aSchool()
    recordPupilBasis(db, 'student-2', GUARDIAN, moment)
    replaceRoll(db, { ...aRollOf(5), cards: [], version: 2 })
    expect(getPupilBasis(db, 'student-2')).not.toBeNull()
    replaceRoll(db, { ...aRollOf(1), cards: [], version: 3 })
    expect(db.prepare('SELECT * FROM pupil_basis').all()).toEqual([])
  })
})

describe('pupils without a basis', () => {
  it('are listed by id, page by page', () => {
    const db = aSchool()
    recordPupilBasis(db, 'student-2', GUARDIAN, moment)
    expect(without(db, null, 2)).toEqual(['student-1', 'student-3'])
    expect(without(db, 'student-3', 2)).toEqual(['student-4', 'student-5'])
    expect(without(db, 'student-5', 2)).toEqual([])
  })

  it('are none where the school rests on its duty, and all where nothing is recorded', () => {
    expect(without(aSchool('statutory-duty'))).toEqual([])
    const db = testDb()
    replaceRoll(db, { ...aRollOf(2), cards: [] })
    expect(without(db)).toEqual(['student-1', 'student-2'])
  })

  it('are not those who left or are on another school’s roll', () => {
    const db = testDb()
    const left = { kind: 'left', on: date('2026-07-01'), why: 'graduated', to: null } as const
    const students = [
      aStudent({ id: 'left', educationId: null, enrolment: left }),
      aStudent({ id: 'other', educationId: null, schoolId: 'school-2', classId: null }),
    ]
    replaceRoll(db, aRoll({ students, cards: [] }))
    expect(without(db)).toEqual([])
  })
})
