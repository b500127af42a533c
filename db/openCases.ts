import { beijingDate, type CalendarDate } from '../core/calendarDate.ts'
import type { CaseState } from '../core/case/caseState.ts'
import { MEASURED_CASES, type Produced } from '../core/production.ts'
import { caseOf } from './cases.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** Card states in which somebody has still something to do. */
const OPEN_CARDS = ['ORDERED', 'FAILED', 'ARRIVED', 'WITH_TEACHER', 'LOST', 'DAMAGED', 'FOUND_HELD']

/** Money may still come by these, or has to go back. */
const OPEN_ORDERS = ['CREATED', 'PENDING', 'PAYING', 'USER_DONE', 'UNKNOWN', 'REFUND_PENDING']

/** Pupils of the own school with anything open, in no order. */
export function studentsWithCases(db: Database): readonly string[] {
  return reading('The open cases were not read', () =>
    prepared<[string, string], { studentId: string }>(
      db,
      `SELECT student.id AS studentId FROM student JOIN school ON school.id = student.school_id AND own = 1
       WHERE student.id IN (
         SELECT student_id FROM application WHERE ended_at IS NULL
         UNION SELECT student_id FROM card WHERE state IN (SELECT value FROM json_each(?))
         UNION SELECT student_id FROM fee_order WHERE state IN (SELECT value FROM json_each(?))
         UNION SELECT student_id FROM card WHERE state = 'ACTIVE' AND student_id IS NOT NULL
               GROUP BY student_id HAVING count(*) > 1)`,
    )
      .all(JSON.stringify(OPEN_CARDS), JSON.stringify(OPEN_ORDERS))
      .map(({ studentId }) => studentId),
  )
}

export function openCases(db: Database): readonly CaseState[] {
  return studentsWithCases(db).map((studentId) => caseOf(db, studentId))
}

/** Cards that came for an application, the last first, for the school's own time (core/production.ts). */
export function producedCards(db: Database): readonly Produced[] {
  return reading('The times of production were not read', () =>
    prepared<[number], { t0: string; arrivedAt: number }>(
      db,
      `SELECT produced_from AS t0, arrived_at AS arrivedAt FROM application
       WHERE produced_from IS NOT NULL AND arrived_at IS NOT NULL ORDER BY arrived_at DESC LIMIT ?`,
    )
      .all(MEASURED_CASES.most)
      .map(({ t0, arrivedAt }) => ({
        t0: t0 as CalendarDate,
        arrivedOn: beijingDate(arrivedAt),
      })),
  )
}
