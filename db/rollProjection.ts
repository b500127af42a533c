import { assertNever } from '../core/assertNever.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import type { RollCardChange } from '../core/rollCards.ts'
import type { ClassChange, PupilChange, RollChangePart, RollEntry } from '../core/rollChange.ts'
import type { Database } from './database.ts'
import { beginOnceRollAgrees } from './caseActs.ts'
import { moveCard } from './cardMoves.ts'
import { storeEvent } from './events.ts'
import { NO_LOAD } from './rollRows.ts'
import { prepared } from './statements.ts'
import { enrolmentRow } from './students.ts'

type Value = string | number | null

export interface ActOf {
  readonly cmdId: string
  readonly at: EpochMs
  /** operator id */
  readonly by: string | null
}

/**
 * Shows a part of a change of the roll in the tables, with its events. It was decided before it was queued
 * (core/rollChange.ts); here it is only written. Inside a transaction.
 */
export function applyRollPart(db: Database, part: RollChangePart, act: ActOf): void {
  if (part.school !== null)
    prepared<Value[]>(db, 'INSERT INTO school (id, name, own, load) VALUES (?, ?, 1, ?)').run(
      part.school.id,
      part.school.name,
      NO_LOAD,
    )
  const schoolId = ownSchoolId(db)
  // A class that closes does so behind the pupils who go out of it.
  const [closing, others] = split(part.classes)
  for (const one of others) applyClass(db, one, schoolId)
  for (const one of part.pupils) applyPupil(db, one, schoolId, act)
  for (const one of part.cards) applyCard(db, one, act)
  for (const { classId } of closing) deferClosing(db, classId)
}

type Closing = Extract<ClassChange, { readonly kind: 'closes' }>
type Other = Exclude<ClassChange, Closing>

function split(classes: readonly ClassChange[]): readonly [readonly Closing[], readonly Other[]] {
  const closing = classes.filter((one): one is Closing => one.kind === 'closes')
  return [closing, classes.filter((one): one is Other => one.kind !== 'closes')]
}

function ownSchoolId(db: Database): string {
  const row = prepared<[], { id: string }>(db, 'SELECT id FROM school WHERE own = 1').get()
  if (row === undefined) throw new Error('A change of the roll of a school that is not there.')
  return row.id
}

function applyClass(db: Database, one: Other, schoolId: string): void {
  const { grade, number, name } = one.to
  prepared<Value[]>(
    db,
    `INSERT INTO class (id, school_id, grade, number, name, load) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET grade = excluded.grade, number = excluded.number,
       name = excluded.name, load = excluded.load`,
  ).run(one.classId, schoolId, grade, number, name, NO_LOAD)
}

/** Its pupils go out of it in later parts; it is taken away with the last of them (`dropClosedClasses`). */
function deferClosing(db: Database, classId: string): void {
  prepared<[number, string]>(db, 'UPDATE class SET load = ? WHERE id = ?').run(CLOSING, classId)
}

const CLOSING = -1

/** Behind the last part of a change: classes that close and in which nobody is any more. */
export function dropClosedClasses(db: Database): void {
  prepared<[number]>(
    db,
    `DELETE FROM class WHERE load = ? AND NOT EXISTS (SELECT 1 FROM student WHERE class_id = class.id)`,
  ).run(CLOSING)
}

function applyCard(db: Database, one: RollCardChange, { cmdId, at, by }: ActOf): void {
  moveCard(db, one, { at, by })
  storeEvent(db, { cmdId, at, event: { type: 'card-state-changed', ...one } })
}

function applyPupil(db: Database, one: PupilChange, schoolId: string, act: ActOf): void {
  const { studentId } = one
  const { cmdId, at } = act
  switch (one.kind) {
    case 'enters':
      writePupil(db, studentId, one.to, schoolId)
      storeEvent(db, { cmdId, at, event: { type: 'pupil-entered', studentId, to: one.to } })
      return
    case 'changes': {
      writePupil(db, studentId, one.to, schoolId)
      const { from, to } = one
      storeEvent(db, { cmdId, at, event: { type: 'pupil-changed', studentId, from, to } })
      beginOnceRollAgrees(db, studentId, { cmdId, at, operatorId: act.by })
      return
    }
    case 'withdraws':
      takeAway(db, studentId)
      storeEvent(db, { cmdId, at, event: { type: 'pupil-withdrawn', studentId, from: one.from } })
      return
    default:
      assertNever(one)
  }
}

function writePupil(db: Database, studentId: string, entry: RollEntry, schoolId: string): void {
  const row = enrolmentRow(entry.enrolment)
  prepared<Value[]>(
    db,
    `INSERT INTO student (id, school_id, class_id, education_id, name, sex, enrolment, temporary_until,
                          suspended_since, left_on, left_why, left_to, load)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET class_id = excluded.class_id, education_id = excluded.education_id,
       name = excluded.name, sex = excluded.sex, enrolment = excluded.enrolment,
       temporary_until = excluded.temporary_until, suspended_since = excluded.suspended_since,
       left_on = excluded.left_on, left_why = excluded.left_why, left_to = excluded.left_to`,
  ).run(
    studentId,
    schoolId,
    entry.classId,
    entry.educationId,
    entry.name,
    entry.sex,
    row.enrolment,
    row.temporaryUntil,
    row.suspendedSince,
    row.leftOn,
    row.leftWhy,
    row.leftTo,
    NO_LOAD,
  )
}

/** Who entered by a slip: nothing hangs on them but what entered with them. */
function takeAway(db: Database, studentId: string): void {
  for (const sql of [
    'DELETE FROM photo WHERE student_id = ?',
    'DELETE FROM search_pupil WHERE student_id = ?',
    'DELETE FROM student WHERE id = ?',
  ])
    prepared<[string]>(db, sql).run(studentId)
}
