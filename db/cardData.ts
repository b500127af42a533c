import type { CalendarDate } from '../core/calendarDate.ts'
import type { CardData } from '../core/confirmation.ts'
import { canonical } from '../core/outbox.ts'
import type { Enrolment, Sex } from '../core/student.ts'
import type { Database } from './database.ts'
import { sha256 } from './outbox.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

export interface CardDataRow {
  readonly name: string
  readonly sex: Sex
  readonly school: string
  readonly educationId: string
  readonly photo: string | null
  readonly validTo: string | null
  readonly enrolment: Enrolment['kind']
}

/** Of `CARD_DATA_FROM`. */
export const CARD_DATA_COLUMNS = `
  student.name, sex, school.name AS school, education_id AS educationId, picture_id AS photo,
  CASE enrolment WHEN 'temporary' THEN temporary_until END AS validTo, enrolment`

/** Pupils of the own school whose card can be made. */
export const CARD_DATA_FROM = `
  student JOIN school ON school.id = student.school_id AND own = 1 AND education_id IS NOT NULL
  LEFT JOIN photo ON photo.student_id = student.id`

export function cardDataOf(row: CardDataRow): CardData {
  const { name, sex, school, educationId, photo } = row
  return { name, sex, school, educationId, photo, validTo: row.validTo as CalendarDate | null }
}

/** What a card of the pupil would say now; null: not a pupil of the own school. */
export function cardDataNow(
  db: Database,
  studentId: string,
): { readonly data: CardData; readonly enrolment: Enrolment['kind'] } | null {
  return reading('The data for the card were not looked up', () => {
    const row = prepared<[string], CardDataRow>(
      db,
      `SELECT ${CARD_DATA_COLUMNS} FROM ${CARD_DATA_FROM} WHERE student.id = ?`,
    ).get(studentId)
    return row === undefined ? null : { data: cardDataOf(row), enrolment: row.enrolment }
  })
}

/** Names these very data, and says nothing of them: the page hands back what it was shown. */
export const markOf = (data: CardData): string => sha256(canonical(data)).slice(0, 32)
