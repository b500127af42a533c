import type { AuditMoment } from '../core/audit.ts'
import type { NewTerm, Stage, Term, TermKey } from '../core/term.ts'
import { noteCalendarChange } from './calendars.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

interface TermRow extends Omit<Term, 'stage'> {
  readonly stage: Stage | 'all'
}

/** The school's terms, the earliest first. */
export function getTerms(db: Database): readonly Term[] {
  return reading('The terms were not read', () =>
    prepared<[], TermRow>(
      db,
      `SELECT school_year AS schoolYear, half, stage, first_day AS first, last_day AS last, source,
              entered_at AS enteredAt, entered_by AS enteredBy
       FROM term ORDER BY school_year, half, stage`,
    )
      .all()
      .map(({ stage, ...row }) => ({ ...row, stage: stage === 'all' ? null : stage })),
  )
}

/** Stores a term, in the place of the same one, and says so in the log. */
export function enterTerm(db: Database, term: NewTerm, moment: AuditMoment): void {
  writing(db, 'The term was not stored', () => {
    putTerm(db, { ...term, enteredAt: moment.at, enteredBy: moment.operatorId })
    noteCalendarChange(db, { of: 'term', term, dropped: false }, term.source, moment)
  })
}

/** @returns false: there is no such term */
export function dropTerm(db: Database, term: TermKey, moment: AuditMoment): boolean {
  return writing(db, 'The term was not taken away', () => {
    const { changes } = prepared<[string, number, string]>(
      db,
      'DELETE FROM term WHERE school_year = ? AND half = ? AND stage = ?',
    ).run(term.schoolYear, term.half, term.stage ?? 'all')
    if (changes === 0) return false
    noteCalendarChange(db, { of: 'term', term, dropped: true }, null, moment)
    return true
  })
}

/** The term alone, without a word in the log: for a school that is just being made. */
export function putTerm(db: Database, term: Term): void {
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO term (school_year, half, stage, first_day, last_day, source, entered_at, entered_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day,
       source = excluded.source, entered_at = excluded.entered_at, entered_by = excluded.entered_by`,
  ).run(
    ...[term.schoolYear, term.half, term.stage ?? 'all', term.first, term.last],
    ...[term.source, term.enteredAt, term.enteredBy],
  )
}
