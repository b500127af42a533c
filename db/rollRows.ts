import type { Roll, RollCard, RollStudent } from '../core/roll.ts'
import type { Database } from './database.ts'
import {
  deletePhotos,
  dropPictures,
  photoOf,
  pictureIdOf,
  setPhoto,
  storePicture,
} from './photos.ts'
import { prepared } from './statements.ts'
import { enrolmentRow } from './students.ts'

type Value = string | number | null | Uint8Array

/** Rows a desk made are of no load: they came with no whole roll. */
export const NO_LOAD = 0

/**
 * An insert that updates the row already there, but not one this very load has named:
 * that would be the same id twice, and changes nothing.
 */
function upsert(table: string, key: string, columns: readonly string[]): string {
  const all = [...key.split(', '), ...columns]
  return `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
    ON CONFLICT (${key}) DO UPDATE SET ${columns.map((one) => `${one} = excluded.${one}`).join(', ')}
    WHERE ${table}.load <> excluded.load`
}

const SCHOOL = upsert('school', 'id', ['name', 'own', 'load'])
const CLASS = upsert('class', 'id', ['school_id', 'grade', 'number', 'name', 'load'])
const STUDENT = upsert('student', 'id', [
  'school_id',
  'class_id',
  'education_id',
  'name',
  'sex',
  'enrolment',
  'temporary_until',
  'suspended_since',
  'left_on',
  'left_why',
  'left_to',
  'load',
])
const CARD = upsert('card', 'id', [
  'student_id',
  'state',
  'state_since',
  'state_by',
  'state_before',
  'face_valid_to',
  'face_school',
  'load',
])
const IDENTIFIER = `
  INSERT INTO card_identifier (card_id, kind, value, source, first_seen_at, load)
  VALUES (?, ?, ?, 'roll', ?, ?)
  ON CONFLICT (card_id, kind, value) DO UPDATE SET load = excluded.load, valid_to = NULL`

/** Writes every row of a roll and takes away what it does not name. Inside a transaction. */
export function upsertRoll(
  db: Database,
  roll: Roll,
  load: number,
): 'row-twice' | { readonly students: number; readonly cards: number } {
  const once = (sql: string, values: Iterable<readonly Value[]>): number | null => {
    const statement = prepared<Value[]>(db, sql)
    let rows = 0
    for (const row of values) {
      if (statement.run(...row).changes !== 1) return null
      rows += 1
    }
    return rows
  }
  const schools = once(
    SCHOOL,
    roll.schools.map((one) => [one.id, one.name, one.own ? 1 : 0, load]),
  )
  const classes = once(
    CLASS,
    roll.classes.map((one) => [one.id, one.schoolId, one.grade, one.number, one.name, load]),
  )
  const students = once(
    STUDENT,
    mapped(roll.students, (one) => studentValues(one, load)),
  )
  const cards = once(
    CARD,
    mapped(roll.cards, (one) => {
      writeIdentifiers(db, one, roll.asOf, load)
      return cardValues(one, load)
    }),
  )
  if (schools === null || classes === null || students === null || cards === null)
    return 'row-twice'
  writePhotos(db, roll)
  dropUnnamed(db, load)
  return { students, cards }
}

function* mapped<T, U>(values: Iterable<T>, change: (value: T) => U): Generator<U> {
  for (const value of values) yield change(value)
}

function studentValues(one: RollStudent, load: number): readonly Value[] {
  const row = enrolmentRow(one.enrolment)
  return [
    one.id,
    one.schoolId,
    one.classId,
    one.educationId,
    one.name,
    one.sex,
    row.enrolment,
    row.temporaryUntil,
    row.suspendedSince,
    row.leftOn,
    row.leftWhy,
    row.leftTo,
    load,
  ]
}

function cardValues(one: RollCard, load: number): readonly Value[] {
  return [
    one.id,
    one.studentId,
    one.state,
    one.stateSince,
    one.stateBy,
    null, // a roll tells only how a card is now
    one.faceValidTo,
    one.faceSchool,
    load,
  ]
}

function writeIdentifiers(db: Database, card: RollCard, asOf: number, load: number): void {
  const statement = prepared<Value[]>(db, IDENTIFIER)
  for (const { kind, value } of card.identifiers) statement.run(card.id, kind, value, asOf, load)
}

/** Photos carry no `load`; whose stand in the roll is kept in memory. */
function writePhotos(db: Database, roll: Roll): void {
  const named = new Set<string>()
  for (const { studentId, mime, bytes } of roll.photos) {
    named.add(studentId)
    const pictureId = pictureIdOf(bytes)
    const before = photoOf(db, studentId)
    if (before === pictureId) continue
    storePicture(db, { pictureId, mime, width: null, height: null, bytes })
    setPhoto(db, studentId, pictureId)
    if (before !== null) dropPictures(db, [before])
  }
  const had = prepared<[], { id: string }>(db, 'SELECT student_id AS id FROM photo').all()
  deletePhotos(db, JSON.stringify(had.map(({ id }) => id).filter((id) => !named.has(id))))
}

function dropUnnamed(db: Database, load: number): void {
  const gone = [
    `DELETE FROM card_identifier WHERE source = 'roll' AND load <> ?`,
    'DELETE FROM card_identifier WHERE card_id IN (SELECT id FROM card WHERE load <> ?)',
    'DELETE FROM card WHERE load <> ?',
    'DELETE FROM student WHERE load <> ?',
    'DELETE FROM class WHERE load <> ?',
    'DELETE FROM school WHERE load <> ?',
  ]
  for (const sql of gone) prepared<[number]>(db, sql).run(load)
}
