import { beijingDate, beijingMidnight, type CalendarDate, type EpochMs } from './calendarDate.ts'

/**
 * Data that go when their time is over (PIPL 19: the shortest time the purpose needs; PIPL 47: deleted
 * then). Material for a lawyer, who must confirm the times; [U] is not settled.
 */
export const RETENTION_CLASSES = [
  'leaver-photos',
  'leavers',
  'acts',
  'fares',
  'readers',
  'log',
] as const

export type RetentionClass = (typeof RETENTION_CLASSES)[number]

export interface RetentionRule {
  /** whole months, counted back from today */
  readonly least: number
  readonly usual: number
  readonly most: number
  /** tables of the database, each in one class and no other */
  readonly tables: readonly string[]
  /** what the months are counted from */
  readonly from: string
  /** why this long, and where that is written */
  readonly why: string
}

export const RETENTION_RULES: Readonly<Record<RetentionClass, RetentionRule>> = {
  'leaver-photos': {
    least: 1,
    usual: 3,
    most: 12,
    tables: ['photo', 'picture', 'photo_before'],
    from: 'the day the pupil left',
    why: 'the leaver’s tap and late cards are over by then; a face is sensitive (PIPL 28, 47)',
  },
  leavers: {
    least: 1,
    usual: 12,
    most: 36,
    tables: [
      ...['student', 'card', 'card_identifier', 'pupil_basis', 'annual_tap'],
      ...['search_pupil', 'search_word', 'search_word_beside'],
    ],
    from: 'the day the pupil left',
    why: 'cards of leavers turn up for a school year (domain.md 5.7-9, 10); then the purpose is met (PIPL 47)',
  },
  acts: {
    least: 3,
    usual: 12,
    most: 36,
    tables: [
      ...['tap', 'outbox', 'event', 'application', 'confirmation', 'fee_order', 'collection'],
      ...['paper_print', 'city_row', 'delivery', 'delivery_row'],
    ],
    from: 'the act, once the city has it; of an application, its end; of an unmatched payment, its settling; of a list of cards, its making',
    why: 'questions about a verdict or a loss come within the year (domain.md 5.7-28); the city keeps its own',
  },
  fares: {
    least: 1,
    usual: 18,
    most: 36,
    tables: ['card_fare'],
    from: 'the reading',
    why: 'the October reminder looks at dates read since the October before (domain.md 5.6)',
  },
  readers: {
    least: 1,
    usual: 12,
    most: 36,
    tables: ['reader_day'],
    from: 'the day',
    why: 'counts of nobody; advice looks at seven days, a year shows the seasons',
  },
  log: {
    least: 36,
    usual: 36,
    most: 120,
    tables: ['audit', 'retention_run', 'operator', 'roll_change'],
    from: 'the row; of an operator, the end of their work',
    why: 'records of processing at least three years (PIPL 55–56 [U]; access records, Minors Regulations art. 36)',
  },
}

/** Tables no time is set for, and why. */
export const KEPT_TABLES: Readonly<Record<string, string>> = {
  school: 'until a newer roll does not name it: nobody’s data',
  class: 'until a newer roll does not name it: nobody’s data',
  data_state: 'one row: which roll this is',
  card_list: 'which list went to the city, and how many were on it: nobody’s data',
  outbox_head: 'the end of the chain: no number is given twice',
  audit_head: 'the end of the log: a missing tail is seen',
  desk: 'one row: who this desk is',
  setting: 'the desk’s own',
  search_form: 'one row: the form of the index',
  part_waiting: 'empty but for the moments a change of the roll is being applied',
  file_mapping: 'the desk’s own: which column of a file is what',
  school_basis: 'one row: by what right pupils’ data are kept',
  calendar_year:
    'days off by year: a date of last year is still explained by them, and they are nobody’s data',
  calendar_day: 'with its year',
  term: 'the school’s own calendar, nobody’s data',
  fee_announcement: 'what the city announced: a window of last year is still explained by it',
  retention_setting: 'the desk’s own',
  pupil_gone: 'a hash of the id: who was deleted is not taken in again (sync.md 5.4)',
}

/** Months by class; a class that is not there stands at its usual time. */
export type RetentionSettings = Readonly<Partial<Record<RetentionClass, number>>>

export function mayBeMonths(of: RetentionClass, months: number): boolean {
  const { least, most } = RETENTION_RULES[of]
  return Number.isInteger(months) && months >= least && months <= most
}

/** A value that may not be one counts as the usual time: no file can make the log shorter than its least. */
export function monthsOf(of: RetentionClass, settings: RetentionSettings): number {
  const months = settings[of]
  return months !== undefined && mayBeMonths(of, months) ? months : RETENTION_RULES[of].usual
}

/** What happened before this day has had its time. */
export interface Cutoff {
  readonly day: CalendarDate
  /** its first instant in Beijing */
  readonly at: EpochMs
}

export function cutoffOf(of: RetentionClass, settings: RetentionSettings, now: EpochMs): Cutoff {
  const day = monthsBefore(beijingDate(now), monthsOf(of, settings))
  return { day, at: beijingMidnight(day) }
}

/** The same day of an earlier month, or its last day: `monthsBefore('2026-03-31', 1)` is `2026-02-28`. */
export function monthsBefore(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  const before = new Date(Date.UTC(year, month - 1 - months, Math.min(day, last)))
  return before.toISOString().slice(0, 10) as CalendarDate
}

/** A clock that jumped ahead must not delete a school: no roll in force is older than this. */
const ROLL_AT_MOST_MONTHS = 12

/**
 * May anything be deleted by this clock?
 *
 * @param rollAsOf when the source said the roll was true; null: no roll yet
 */
export function clockFitsRoll(now: EpochMs, rollAsOf: EpochMs | null): boolean {
  if (rollAsOf === null) return true
  const oldest = beijingMidnight(monthsBefore(beijingDate(now), ROLL_AT_MOST_MONTHS))
  return rollAsOf <= now && rollAsOf >= oldest
}

/** What the log says of itself when its beginning is emptied up to a row. */
export const logEmptiedAbout = (seq: number): string => `log to ${seq}`

/** The row a word of the log empties it up to; null: it is about something else. */
export function logEmptiedTo(about: string | null): number | null {
  const [, seq] = /^log to (\d+)$/.exec(about ?? '') ?? []
  return seq === undefined ? null : Number(seq)
}
