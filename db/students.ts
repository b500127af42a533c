import type { CalendarDate } from '../core/calendarDate.ts'
import { Personal } from '../core/personal.ts'
import type { Enrolment, Sex, Student } from '../core/student.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** How `enrolment` and its columns stand in the table. */
export interface EnrolmentRow {
  readonly enrolment: Enrolment['kind']
  readonly temporaryUntil: string | null
  readonly suspendedSince: string | null
  readonly leftOn: string | null
  readonly leftWhy: string | null
  readonly leftTo: string | null
}

interface StudentRow extends EnrolmentRow {
  readonly id: string
  readonly educationId: string | null
  readonly name: string
  readonly sex: Sex
  readonly school: string
  readonly own: number
  readonly className: string | null
  readonly hasPhoto: number
}

const SELECT = `
  SELECT student.id, education_id AS educationId, student.name, sex, school.name AS school, own,
         class.name AS className, enrolment, temporary_until AS temporaryUntil,
         suspended_since AS suspendedSince, left_on AS leftOn, left_why AS leftWhy,
         left_to AS leftTo,
         EXISTS (SELECT 1 FROM photo WHERE photo.student_id = student.id) AS hasPhoto
  FROM student
  JOIN school ON school.id = student.school_id
  LEFT JOIN class ON class.id = student.class_id`

export function getStudent(db: Database, studentId: string): Student | null {
  const row = reading('The student was not looked up', () =>
    prepared<[string], StudentRow>(db, `${SELECT} WHERE student.id = ?`).get(studentId),
  )
  return row === undefined ? null : studentOf(row)
}

/** A pupil of another school is not ours to show, not even that there is one; null: nobody's id is nobody. */
export function ownPupil(db: Database, studentId: string | null): Student | null {
  const student = studentId === null ? null : getStudent(db, studentId)
  return student?.ownSchool === true ? student : null
}

/** Whose 教育ID it is; the load of a roll keeps it to one. */
export function studentIdOfEducationId(db: Database, educationId: string): string | null {
  return reading('The student was not looked up', () => {
    const select = 'SELECT id FROM student WHERE education_id = ?'
    return prepared<[string], { id: string }>(db, select).get(educationId)?.id ?? null
  })
}

/** Pupils on the roll of the own school with exactly this name, by class. */
export function studentsNamed(db: Database, name: Personal): readonly Student[] {
  return reading('The students of this name were not looked up', () =>
    prepared<[string], StudentRow>(
      db,
      `${SELECT} WHERE student.name = ? AND own = 1 AND enrolment <> 'left'
       ORDER BY class.grade, class.number, student.id`,
    )
      .all(name.reveal())
      .map(studentOf),
  )
}

/** Everybody on the roll of the own school, class by class; those in no class come first. */
export function pupilsOnRoll(db: Database): readonly Student[] {
  return reading('The roll was not read', () =>
    prepared<[], StudentRow>(
      db,
      `${SELECT} WHERE own = 1 AND enrolment <> 'left' ORDER BY class.grade, class.number, student.id`,
    )
      .all()
      .map(studentOf),
  )
}

/** How somebody on the roll is called, and what tells two of a name apart. */
export interface NamedStudent {
  readonly id: string
  readonly name: Personal
  readonly className: string | null
  /** last four digits */
  readonly educationIdTail: string | null
}

/** As `pupilsOnRoll`, no more of each than a list of names shows: in half the time. */
export function namesOnRoll(db: Database): readonly NamedStudent[] {
  type Row = Omit<NamedStudent, 'name'> & { readonly name: string }
  return reading('The names of the roll were not read', () =>
    prepared<[], Row>(
      db,
      `SELECT student.id, student.name, class.name AS className,
              substr(education_id, -4) AS educationIdTail
       FROM student
       JOIN school ON school.id = student.school_id AND own = 1
       LEFT JOIN class ON class.id = student.class_id
       WHERE enrolment <> 'left' ORDER BY class.grade, class.number, student.id`,
    )
      .all()
      .map((row) => ({ ...row, name: new Personal(row.name) })),
  )
}

/** Pupils on the roll of the desk's own school. */
export function countStudents(db: Database): number {
  return reading('The students were not counted', () => {
    const row = prepared<[], { n: number }>(
      db,
      `SELECT count(*) AS n FROM student
       JOIN school ON school.id = student.school_id WHERE own = 1 AND enrolment <> 'left'`,
    ).get()
    return row?.n ?? 0
  })
}

function studentOf(row: StudentRow): Student {
  return {
    id: row.id,
    educationId: row.educationId === null ? null : new Personal(row.educationId),
    name: new Personal(row.name),
    sex: row.sex,
    school: row.school,
    ownSchool: row.own === 1,
    className: row.className,
    enrolment: enrolmentOf(row),
    hasPhoto: row.hasPhoto === 1,
  }
}

/** The casts are what the CHECKs of the table promise. */
export function enrolmentOf(row: EnrolmentRow): Enrolment {
  switch (row.enrolment) {
    case 'enrolled':
      return { kind: 'enrolled' }
    case 'temporary':
      return { kind: 'temporary', until: row.temporaryUntil as CalendarDate | null }
    case 'suspended':
      return { kind: 'suspended', since: row.suspendedSince as CalendarDate }
    case 'left':
      return {
        kind: 'left',
        on: row.leftOn as CalendarDate,
        why: row.leftWhy as 'transferred' | 'graduated' | 'other',
        to: row.leftTo,
      }
  }
}

/** The way back, for the load of a roll. */
export function enrolmentRow(enrolment: Enrolment): EnrolmentRow {
  const left = enrolment.kind === 'left' ? enrolment : null
  return {
    enrolment: enrolment.kind,
    temporaryUntil: enrolment.kind === 'temporary' ? enrolment.until : null,
    suspendedSince: enrolment.kind === 'suspended' ? enrolment.since : null,
    leftOn: left?.on ?? null,
    leftWhy: left?.why ?? null,
    leftTo: left?.to ?? null,
  }
}

/** The classes of the own school, by grade and number. */
export function classNames(db: Database): readonly string[] {
  return reading('The classes were not read', () =>
    prepared<[], { name: string }>(
      db,
      `SELECT class.name FROM class JOIN school ON school.id = school_id AND own = 1
       ORDER BY grade, number`,
    )
      .all()
      .map(({ name }) => name),
  )
}

/** Everybody on the roll of the own school. */
export function pupilIds(db: Database): readonly string[] {
  return reading('The roll was not read', () =>
    prepared<[], { id: string }>(
      db,
      `SELECT student.id FROM student JOIN school ON school.id = student.school_id AND own = 1
       WHERE enrolment <> 'left'`,
    )
      .all()
      .map(({ id }) => id),
  )
}

/** 1–12; null: in no class. */
export function gradeOf(db: Database, studentId: string): number | null {
  const select = 'SELECT grade FROM student JOIN class ON class.id = class_id WHERE student.id = ?'
  return reading(
    'The grade was not looked up',
    () => prepared<[string], { grade: number }>(db, select).get(studentId)?.grade ?? null,
  )
}
