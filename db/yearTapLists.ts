import type { YearTapKind } from '../core/yearTap.ts'
import type { YearTapProgress } from '../core/yearTapShown.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** Which pupils a tap of the year is for, and which of them are through. */
const OF: Readonly<Record<YearTapKind, { readonly whom: string; readonly done: string }>> = {
  annual: {
    whom: `EXISTS (SELECT 1 FROM card WHERE student_id = student.id AND state = 'ACTIVE')`,
    done: `EXISTS (SELECT 1 FROM annual_tap WHERE student_id = student.id AND school_year = @schoolYear)`,
  },
  leaving: {
    whom: `grade IN (6, 9, 12) AND EXISTS (SELECT 1 FROM card WHERE student_id = student.id
             AND state IN ('ACTIVE', 'LEFT', 'KEPT_BY_LEAVER'))`,
    done: `NOT EXISTS (SELECT 1 FROM card WHERE student_id = student.id AND state = 'ACTIVE')`,
  },
  arrival: {
    whom: `EXISTS (SELECT 1 FROM card WHERE student_id = student.id AND state = 'LEFT')
           AND NOT EXISTS (SELECT 1 FROM card WHERE student_id = student.id AND state = 'ACTIVE')`,
    done: '0',
  },
}

/** The classes of the own school with how many are through, by grade and number; none without anybody. */
export function yearTapProgress(
  db: Database,
  kind: YearTapKind,
  schoolYear: string,
): readonly YearTapProgress[] {
  const { whom, done } = OF[kind]
  return reading('The taps of the year were not counted', () =>
    prepared<[{ schoolYear: string }], YearTapProgress>(
      db,
      `SELECT class.id AS classId, class.name, count(*) AS pupils, sum(${done}) AS done
       FROM student JOIN class ON class.id = class_id JOIN school ON school.id = class.school_id
       WHERE own = 1 AND enrolment <> 'left' AND ${whom} AND @schoolYear IS NOT NULL
       GROUP BY class.id ORDER BY grade, number`,
    ).all({ schoolYear }),
  )
}

/** Who of a class is not through yet, in the order of lists. */
export function yearTapsMissing(
  db: Database,
  kind: YearTapKind,
  schoolYear: string,
  classId: string,
): readonly string[] {
  const { whom, done } = OF[kind]
  return reading('The taps of the year were not looked up', () =>
    prepared<[{ schoolYear: string; classId: string }], { id: string }>(
      db,
      `SELECT student.id FROM student JOIN class ON class.id = class_id
       LEFT JOIN search_pupil ON student_id = student.id
       WHERE class_id = @classId AND enrolment <> 'left' AND ${whom} AND NOT (${done})
         AND @schoolYear IS NOT NULL
       ORDER BY place IS NULL, place, education_id`,
    )
      .all({ schoolYear, classId })
      .map(({ id }) => id),
  )
}
