import type { AuditMoment } from '../core/audit.ts'
import {
  decideYearTap,
  decideYearTapUndo,
  type AnnualUntapped,
  type CardStateChanged,
  type UndoYearTap,
  type YearTap,
  type YearTapDecision,
  type YearTapEvent,
  type YearTapState,
  type YearTapUndoDecision,
} from '../core/yearTap.ts'
import { moveApplications } from './applications.ts'
import { appendAudit } from './audit.ts'
import { knownCard, type ByWhom } from './bindings.ts'
import { moveCard } from './cardMoves.ts'
import { cardsOfStudent } from './cards.ts'
import type { Database } from './database.ts'
import { actMade, storeEvent } from './events.ts'
import { appendCommand, type Append } from './outbox.ts'
import { prepared } from './statements.ts'
import { getStudent } from './students.ts'
import { reading, writing } from './writing.ts'

/** All that a tap of the year is decided by. */
export function yearTapState(db: Database, tap: YearTap): YearTapState {
  const student = getStudent(db, tap.studentId)
  const others = cardsOfStudent(db, tap.studentId).filter(({ id }) => id !== tap.cardId)
  return {
    pupil:
      student?.ownSchool === true
        ? { enrolment: student.enrolment.kind, grade: gradeOf(db, tap.studentId) }
        : null,
    card: knownCard(db, tap.cardId),
    holdsOther: others.some(({ state }) => state === 'ACTIVE'),
    annualAt: annualTapOf(db, tap.studentId, tap.schoolYear)?.at ?? null,
  }
}

function gradeOf(db: Database, studentId: string): number | null {
  const select = 'SELECT grade FROM student JOIN class ON class.id = class_id WHERE student.id = ?'
  return prepared<[string], { grade: number }>(db, select).get(studentId)?.grade ?? null
}

/** 学年刷卡 of a pupil; null: not in this school year. */
export function annualTapOf(
  db: Database,
  studentId: string,
  schoolYear: string,
): { readonly at: number; readonly cmdId: string } | null {
  return reading('The tap of the school year was not looked up', () => {
    const select =
      'SELECT at, cmd_id AS cmdId FROM annual_tap WHERE student_id = ? AND school_year = ?'
    return (
      prepared<[string, string], { at: number; cmdId: string }>(db, select).get(
        studentId,
        schoolYear,
      ) ?? null
    )
  })
}

export interface YearTapToStore extends Omit<Append, 'command'> {
  /** UUIDv7 */
  readonly cmdId: string
  readonly command: YearTap
  readonly audit: AuditMoment
}

/**
 * A tap of the year: decided, queued, shown and written into the log in one transaction. A refusal writes
 * nothing.
 *
 * @throws DeskError; then nothing was done
 */
export function storeYearTap(db: Database, order: YearTapToStore): YearTapDecision {
  const { cmdId, command, audit, recorder, moment } = order
  return writing(db, 'The tap of the year was not stored', () => {
    const decision = decideYearTap(yearTapState(db, command), command)
    if (decision.kind === 'refused') return decision
    appendCommand(db, {
      command: { cmdId, type: 'card.year-tapped', schemaVersion: 1, payload: command, basedOn: {} },
      recorder,
      moment,
    })
    applyYearTap(db, decision.event, { cmdId, at: moment.recordedAt, by: recorder.operatorId })
    const { studentId, cardId: about, kind: reason } = command
    appendAudit(db, { kind: 'year-tapped', studentId, about, reason }, audit)
    return decision
  })
}

/** Inside a transaction. */
function applyYearTap(
  db: Database,
  event: YearTapEvent | AnnualUntapped,
  { cmdId, at, by }: ByWhom,
): void {
  switch (event.type) {
    case 'annual-tapped': {
      const { schoolYear, studentId, cardId } = event
      prepared<(string | number)[]>(
        db,
        `INSERT INTO annual_tap (school_year, student_id, card_id, at, cmd_id) VALUES (?, ?, ?, ?, ?)`,
      ).run(schoolYear, studentId, cardId, at, cmdId)
      break
    }
    case 'annual-untapped':
      prepared<[string, string]>(
        db,
        'DELETE FROM annual_tap WHERE student_id = ? AND school_year = ?',
      ).run(event.studentId, event.schoolYear)
      break
    case 'card-state-changed': {
      const { cardId, studentId, to } = event
      moveCard(db, event, { at, by })
      // With a card that is good again nobody waits for a new one.
      if (to === 'ACTIVE') moveApplications(db, { cardId, to: studentId, from: null, at })
    }
  }
  storeEvent(db, { cmdId, at, event })
}

/** Inside a transaction: what an arrival closed is open again. */
function applyUndone(db: Database, event: CardStateChanged | AnnualUntapped, by: ByWhom): void {
  applyYearTap(db, event, by)
  if (event.type !== 'card-state-changed' || event.from !== 'ACTIVE') return
  const { cardId, studentId } = event
  moveApplications(db, { cardId, to: null, from: studentId, at: by.at })
}

export interface YearTapToUndo extends Omit<Append, 'command'> {
  readonly cmdId: string
  /** the act of the tap */
  readonly undoes: string
  readonly operatorId: string
  readonly audit: AuditMoment
}

/** Takes a tap of the year back, as `storeYearTap` makes one. @throws DeskError; then it stands */
export function undoYearTap(db: Database, order: YearTapToUndo): YearTapUndoDecision {
  const { cmdId, undoes, operatorId, audit, recorder, moment } = order
  return writing(db, 'The tap of the year was not taken back', () => {
    const decision = decideUndo(db, undoes, { at: moment.recordedAt, operatorId })
    if (decision.kind === 'refused') return decision
    const { cardId, studentId } = decision.event
    const payload = { cardId, studentId, undoes }
    appendCommand(db, {
      command: { cmdId, type: 'card.year-tap-undone', schemaVersion: 1, payload, basedOn: {} },
      recorder,
      moment,
    })
    applyUndone(db, decision.event, { cmdId, at: moment.recordedAt, by: recorder.operatorId })
    appendAudit(db, { kind: 'year-tap-undone', studentId, about: cardId, reason: null }, audit)
    return decision
  })
}

function decideUndo(
  db: Database,
  undoes: string,
  undoing: { readonly at: number; readonly operatorId: string },
): YearTapUndoDecision {
  const made = actMade(db, undoes)
  if (made?.event.type !== 'annual-tapped' && made?.event.type !== 'card-state-changed')
    return { kind: 'refused', why: 'changed-meanwhile' }
  const { event } = made
  const card = knownCard(db, event.cardId)
  const stands =
    event.type === 'annual-tapped' &&
    annualTapOf(db, event.studentId, event.schoolYear)?.cmdId === undoes
  return decideYearTapUndo({ ...made, event }, { card, stands }, undoing)
}

/** Found commands that are put back after a loss: decided by what is here, like anywhere else. */
export function replayYearTap(db: Database, command: YearTap, by: ByWhom): void {
  const decision = decideYearTap(yearTapState(db, command), command)
  if (decision.kind === 'done') applyYearTap(db, decision.event, by)
}

export function replayYearTapUndo(db: Database, { undoes }: UndoYearTap, by: ByWhom): void {
  const made = actMade(db, undoes)
  if (made === null || made.operatorId === null) return
  // It was in time when it was made.
  const decision = decideUndo(db, undoes, { at: made.at, operatorId: made.operatorId })
  if (decision.kind === 'done') applyUndone(db, decision.event, by)
}
