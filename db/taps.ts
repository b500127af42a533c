import type { Purpose } from '../core/audit.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import type { Command, CommandPayloads, Envelope } from '../core/outbox.ts'
import type { TapLine } from '../core/tapShown.ts'
import type { FareFacts } from '../core/validity.ts'
import { namesPerson, type VerdictKind } from '../core/verdict.ts'
import { appendAudit } from './audit.ts'
import { keepCardFare } from './cardFares.ts'
import type { Database } from './database.ts'
import { appendCommand, type Append } from './outbox.ts'
import { countReading } from './readerDays.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

export interface TapToRecord extends Append {
  readonly command: Extract<Command, { readonly type: 'tap.recorded' }>
  /** when the card was presented; `moment.recordedAt` is when it was judged */
  readonly at: EpochMs
  /** what the chip told of bus fares; kept where the tap names a card */
  readonly fare: FareFacts | null
  /** of the shift it was taken in */
  readonly purpose: Purpose | null
}

/**
 * The tap, its outbox row and its row in the log, in one transaction: on the disk when this returns.
 * The rows are filled from the command, so they cannot disagree.
 *
 * @throws DeskError; then neither is stored, and the verdict must not be shown as done
 */
export function recordTap(db: Database, { at, fare, purpose, ...append }: TapToRecord): Envelope {
  return writing(db, 'The tap was not stored', () => {
    const envelope = appendCommand(db, append)
    const tap = append.command.payload
    appendAudit(
      db,
      { kind: 'tap', studentId: tap.studentId, about: tap.tapId, reason: null },
      { at, bootId: envelope.bootId, operatorId: envelope.operatorId, purpose },
    )
    storeTap(db, { cmdId: envelope.cmdId, at, tap })
    if (fare !== null && tap.cardId !== null) keepCardFare(db, tap.cardId, { readAt: at, fare })
    return envelope
  })
}

export interface TapOfCommand {
  readonly cmdId: string
  readonly at: EpochMs
  readonly tap: CommandPayloads['tap.recorded']
}

/** What the desk itself shows and counts of a tap whose command is in the outbox. */
export function storeTap(db: Database, { cmdId, at, tap }: TapOfCommand): void {
  const { reader, family, verdict } = tap
  countReading(db, { reader, at, family, failed: verdict === 'unreadable' })
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO tap (tap_id, cmd_id, at, reader, family, card_id, student_id, verdict,
                      data_version, data_age_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    tap.tapId,
    cmdId,
    at,
    reader,
    family,
    tap.cardId,
    tap.studentId,
    verdict,
    tap.dataVersion,
    tap.dataAgeMs,
  )
}

interface TapLineRow extends Omit<TapLine, 'verdict'> {
  readonly verdict: string
}

/**
 * The last taps, newest first, each naming whom its verdict named (core/verdict.ts). A student who
 * has gone from the roll has no name here any more.
 */
export function recentTaps(db: Database, limit: number): readonly TapLine[] {
  const rows = reading('The last taps were not looked up', () =>
    prepared<[number], TapLineRow>(
      db,
      `SELECT tap_id AS tapId, at, reader, verdict, student.id AS studentId, student.name,
              class.name AS className, substr(education_id, -4) AS educationIdTail
       FROM tap
       LEFT JOIN student ON student.id = tap.student_id
       LEFT JOIN class ON class.id = student.class_id
       ORDER BY seq DESC LIMIT ?`,
    ).all(limit),
  )
  return rows.map((row) => {
    const line = { ...row, verdict: row.verdict as VerdictKind }
    return namesPerson(line.verdict)
      ? line
      : { ...line, studentId: null, name: null, className: null, educationIdTail: null }
  })
}

/** A tap of a day, and whose its verdict named. */
export interface TapOfDay {
  readonly at: EpochMs
  readonly verdict: VerdictKind
  readonly reader: string
  /** null: it named nobody */
  readonly studentId: string | null
}

/** Everything since a moment, newest first. It goes through all taps there are. */
export function tapsSince(db: Database, from: EpochMs): readonly TapOfDay[] {
  const rows = reading('The taps were not looked up', () =>
    prepared<[number], Omit<TapOfDay, 'verdict'> & { readonly verdict: string }>(
      db,
      `SELECT at, verdict, reader, student_id AS studentId FROM tap WHERE at >= ? ORDER BY seq DESC`,
    ).all(from),
  )
  return rows.map((row) => {
    const verdict = row.verdict as VerdictKind
    return { ...row, verdict, studentId: namesPerson(verdict) ? row.studentId : null }
  })
}

/** A tap of one student's card. */
export interface StudentTap {
  readonly at: EpochMs
  readonly verdict: VerdictKind
  readonly reader: string
  readonly cardId: string | null
}

/** The last taps of a student, newest first. */
export function tapsOfStudent(
  db: Database,
  studentId: string,
  limit: number,
): readonly StudentTap[] {
  const rows = reading('The taps of the student were not looked up', () =>
    prepared<[string, number], Omit<StudentTap, 'verdict'> & { readonly verdict: string }>(
      db,
      `SELECT at, verdict, reader, card_id AS cardId FROM tap
       WHERE student_id = ? ORDER BY seq DESC LIMIT ?`,
    ).all(studentId, limit),
  )
  return rows.map((row) => ({ ...row, verdict: row.verdict as VerdictKind }))
}

/** Whose card a tap was of, where it was one the desk knows; null: nobody's, or no such tap. */
export function cardOfTap(
  db: Database,
  tapId: string,
): { readonly cardId: string; readonly studentId: string } | null {
  return reading('The tap was not looked up', () => {
    const row = prepared<[string], { cardId: string | null; studentId: string | null }>(
      db,
      'SELECT card_id AS cardId, student_id AS studentId FROM tap WHERE tap_id = ?',
    ).get(tapId)
    const { cardId, studentId } = row ?? { cardId: null, studentId: null }
    return cardId === null || studentId === null ? null : { cardId, studentId }
  })
}
