import type { ByWhomAndWhen } from '../core/ownAct.ts'
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
import { byAct, storeAct, type ActToStore, type ByAct } from './acts.ts'
import { moveApplications } from './applications.ts'
import { knownCard } from './bindings.ts'
import { moveCard } from './cardMoves.ts'
import { cardsOfStudent } from './cards.ts'
import type { Database } from './database.ts'
import { actMade, storeEvent } from './events.ts'
import { prepared } from './statements.ts'
import { gradeOf, ownPupil } from './students.ts'
import { reading } from './writing.ts'

/** All that a tap of the year is decided by. */
export function yearTapState(db: Database, tap: YearTap): YearTapState {
  const student = ownPupil(db, tap.studentId)
  const others = cardsOfStudent(db, tap.studentId).filter(({ id }) => id !== tap.cardId)
  return {
    pupil:
      student === null
        ? null
        : { enrolment: student.enrolment.kind, grade: gradeOf(db, tap.studentId) },
    card: knownCard(db, tap.cardId),
    holdsOther: others.some(({ state }) => state === 'ACTIVE'),
    annualAt: annualTapOf(db, tap.studentId, tap.schoolYear)?.at ?? null,
  }
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

/** A tap of the year. @throws DeskError; then nothing was done */
export function storeYearTap(
  db: Database,
  order: ActToStore & { readonly command: YearTap },
): YearTapDecision {
  const { command: payload } = order
  const { studentId, cardId: about, kind: reason } = payload
  return storeAct(
    db,
    order,
    'The tap of the year was not stored',
    () => decideYearTap(yearTapState(db, payload), payload),
    ({ event }) => ({
      command: { type: 'card.year-tapped', payload },
      show: (act) => applyYearTap(db, event, act),
      audit: { kind: 'year-tapped', studentId, about, reason },
    }),
  )
}

/** Inside a transaction. */
function applyYearTap(
  db: Database,
  event: YearTapEvent | AnnualUntapped,
  { cmdId, at, operatorId: by }: ByAct,
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
function applyUndone(db: Database, event: CardStateChanged | AnnualUntapped, act: ByAct): void {
  applyYearTap(db, event, act)
  if (event.type !== 'card-state-changed' || event.from !== 'ACTIVE') return
  const { cardId, studentId } = event
  moveApplications(db, { cardId, to: null, from: studentId, at: act.at })
}

/** Takes a tap of the year back. @param order `undoes`: its act. @throws DeskError; then it stands */
export function undoYearTap(
  db: Database,
  order: ActToStore & { readonly undoes: string },
): YearTapUndoDecision {
  const { undoes } = order
  return storeAct(
    db,
    order,
    'The tap of the year was not taken back',
    () => decideUndo(db, undoes, byAct(order)),
    ({ event }) => {
      const { cardId, studentId } = event
      return {
        command: { type: 'card.year-tap-undone', payload: { cardId, studentId, undoes } },
        show: (act) => applyUndone(db, event, act),
        audit: { kind: 'year-tap-undone', studentId, about: cardId, reason: null },
      }
    },
  )
}

function decideUndo(db: Database, undoes: string, undoing: ByWhomAndWhen): YearTapUndoDecision {
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
export function replayYearTap(db: Database, command: YearTap, act: ByAct): void {
  const decision = decideYearTap(yearTapState(db, command), command)
  if (decision.kind === 'done') applyYearTap(db, decision.event, act)
}

export function replayYearTapUndo(db: Database, { undoes }: UndoYearTap, act: ByAct): void {
  const made = actMade(db, undoes)
  if (made === null || made.operatorId === null) return
  // It was in time when it was made.
  const decision = decideUndo(db, undoes, { at: made.at, operatorId: made.operatorId })
  if (decision.kind === 'done') applyUndone(db, decision.event, act)
}
