import type { AuditAct, AuditMoment } from '../core/audit.ts'
import type { CalendarDay, CalendarYear } from '../core/calendar.ts'
import { calendarAbout, type CalendarChange } from '../core/calendarAbout.ts'
import type { NewYear } from '../core/calendarRequests.ts'
import { PACKAGED_YEARS } from '../core/stateCouncil.ts'
import { appendAudit } from './audit.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

type YearRow = Omit<CalendarYear, 'days'>

/** The tables the desk has, by year. A year that is not among them is unknown. */
export function getCalendarYears(db: Database): readonly CalendarYear[] {
  return reading('The calendar was not read', () => {
    const days = prepared<[], CalendarDay & { readonly year: number }>(
      db,
      'SELECT year, date, kind, name FROM calendar_day ORDER BY date',
    ).all()
    return yearRows(db).map((row) => ({
      ...row,
      days: days
        .filter(({ year }) => year === row.year)
        .map(({ date, kind, name }) => ({ date, kind, name })),
    }))
  })
}

/** Stores a year's table in the place of the one there, and says so in the log. */
export function enterCalendarYear(db: Database, table: NewYear, moment: AuditMoment): void {
  writing(db, 'The table of the year was not stored', () => {
    putYear(db, { ...table, importedAt: moment.at, enteredBy: moment.operatorId })
    noteCalendarChange(db, { of: 'year', year: table.year, dropped: false }, table.source, moment)
  })
}

/**
 * Takes an entered table away: the year is unknown again, or what came with the program counts again.
 *
 * @returns false: nothing was entered for that year
 */
export function dropCalendarYear(db: Database, year: number, moment: AuditMoment): boolean {
  return writing(db, 'The table of the year was not taken away', () => {
    const { changes } = prepared<[number]>(
      db,
      'DELETE FROM calendar_year WHERE year = ? AND entered_by IS NOT NULL',
    ).run(year)
    if (changes === 0) return false
    addPackagedYears(db)
    noteCalendarChange(db, { of: 'year', year, dropped: true }, null, moment)
    return true
  })
}

/**
 * Stores what comes with the program: years the desk has no table of, and those of an older program
 * whose notice was changed since. What somebody entered stays.
 */
export function addPackagedYears(db: Database): void {
  const there = reading('The calendar was not read', () => yearRows(db))
  const wanted = PACKAGED_YEARS.filter((table) => {
    const row = there.find(({ year }) => year === table.year)
    return row === undefined || (row.enteredBy === null && row.source !== table.source)
  })
  if (wanted.length === 0) return
  writing(db, 'The calendar of the program was not stored', () => {
    for (const table of wanted) putYear(db, table)
  })
}

/**
 * The word of a change in the log: part of the transaction that makes it.
 *
 * @param source what it was taken from; null: it was taken away
 */
export function noteCalendarChange(
  db: Database,
  change: CalendarChange,
  source: string | null,
  moment: AuditMoment,
): void {
  appendAudit(db, calendarAct(change, source), moment)
}

/** The same, where it is the row of an act. */
export function calendarAct(change: CalendarChange, source: string | null): AuditAct {
  const about = calendarAbout(change)
  return { kind: 'calendar-changed', studentId: null, about, reason: source }
}

function yearRows(db: Database): readonly YearRow[] {
  return prepared<[], YearRow>(
    db,
    `SELECT year, source, imported_at AS importedAt, entered_by AS enteredBy
     FROM calendar_year ORDER BY year`,
  ).all()
}

function putYear(db: Database, { year, source, importedAt, enteredBy, days }: CalendarYear): void {
  prepared<[number]>(db, 'DELETE FROM calendar_year WHERE year = ?').run(year)
  prepared<[number, string, number, string | null]>(
    db,
    'INSERT INTO calendar_year (year, source, imported_at, entered_by) VALUES (?, ?, ?, ?)',
  ).run(year, source, importedAt, enteredBy)
  const insert = prepared<[number, string, string, string | null]>(
    db,
    'INSERT INTO calendar_day (year, date, kind, name) VALUES (?, ?, ?, ?)',
  )
  for (const { date, kind, name } of days) insert.run(year, date, kind, name)
}
