import type { CalendarDate } from '../core/calendarDate.ts'
import type { Card, CardIdentifier, CardState } from '../core/card.ts'
import type { CaseCard } from '../core/case/caseState.ts'
import type { Candidate } from '../core/matching.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

const FAILED = 'The card was not looked up'

/** A chip number of 16 digits is the beginning of the number printed on its card (cards.md 1.6 b). */
const CHIP_NUMBER = /^\d{16}$/

/** The first text behind all that begin with this number: its last digit becomes the next sign. */
function behind(number: string): string {
  return number.slice(0, -1) + String.fromCharCode(number.charCodeAt(number.length - 1) + 1)
}

/**
 * Every card that any of these identifiers points to, once for each identifier that does, with all
 * that is recorded of the card. Identifiers with `valid_to` are history and find nothing.
 */
export function findCandidates(
  db: Database,
  identifiers: readonly CardIdentifier[],
): readonly Candidate[] {
  return reading(FAILED, () =>
    identifiers.flatMap((foundBy) =>
      cardIdsOf(db, foundBy).map((cardId) => ({
        cardId,
        foundBy,
        recorded: identifiersOfCard(db, cardId),
      })),
    ),
  )
}

function cardIdsOf(db: Database, { kind, value }: CardIdentifier): readonly string[] {
  const exact = prepared<[string, string], { cardId: string }>(
    db,
    `SELECT card_id AS cardId FROM card_identifier
     WHERE kind = ? AND value = ? AND valid_to IS NULL`,
  ).all(kind, value)
  const printed =
    kind === 'bmac' && CHIP_NUMBER.test(value)
      ? prepared<[string, string], { cardId: string }>(
          db,
          `SELECT card_id AS cardId FROM card_identifier
           WHERE kind = 'printed' AND value >= ? AND value < ? AND valid_to IS NULL`,
        ).all(value, behind(value))
      : []
  return [...new Set([...exact, ...printed].map((row) => row.cardId))]
}

/** Cards a printed number is of: it is theirs, or it begins with what their chip says. */
export function printedBeginningWith(db: Database, printed: string): readonly string[] {
  return reading(FAILED, () =>
    prepared<[string, string], { cardId: string }>(
      db,
      `SELECT card_id AS cardId FROM card_identifier
       WHERE valid_to IS NULL AND (kind = 'printed' AND value = ? OR kind = 'bmac' AND value = ?)`,
    )
      .all(printed, printed.slice(0, CHIP_DIGITS))
      .map(({ cardId }) => cardId),
  )
}

const CHIP_DIGITS = 16

/** Cards that any of these numbers is recorded of, printed ones too. */
export function cardsNumbered(
  db: Database,
  identifiers: readonly CardIdentifier[],
): readonly string[] {
  const read = identifiers.filter(({ kind }) => kind !== 'printed')
  const found = identifiers.flatMap(({ kind, value }) =>
    kind === 'printed' ? printedBeginningWith(db, value) : [],
  )
  return [...new Set([...findCandidates(db, read).map(({ cardId }) => cardId), ...found])]
}

/** Everything a card can be found by now. */
export function identifiersOfCard(db: Database, cardId: string): readonly CardIdentifier[] {
  return reading(FAILED, () =>
    prepared<[string], CardIdentifier>(
      db,
      'SELECT kind, value FROM card_identifier WHERE card_id = ? AND valid_to IS NULL',
    ).all(cardId),
  )
}

interface CardRow {
  readonly id: string
  readonly studentId: string | null
  readonly state: string
  readonly stateSince: number
  readonly stateBy: string | null
  readonly faceValidTo: string | null
  readonly faceSchool: string | null
}

const COLUMNS = `id, student_id AS studentId, state, state_since AS stateSince, state_by AS stateBy,
                 face_valid_to AS faceValidTo, face_school AS faceSchool`

export function getCard(db: Database, cardId: string): Card | null {
  const row = reading(FAILED, () =>
    prepared<[string], CardRow>(db, `SELECT ${COLUMNS} FROM card WHERE id = ?`).get(cardId),
  )
  return row === undefined ? null : cardOf(row)
}

/** All cards a student has or had, in no order (core/cardThatCounts.ts has one). */
export function cardsOfStudent(db: Database, studentId: string): readonly Card[] {
  return reading('The cards were not looked up', () =>
    prepared<[string], CardRow>(db, `SELECT ${COLUMNS} FROM card WHERE student_id = ?`)
      .all(studentId)
      .map(cardOf),
  )
}

/** The same cards, as a case is decided by them. */
export function caseCardsOf(db: Database, studentId: string): readonly CaseCard[] {
  return reading('The cards were not looked up', () =>
    prepared<[string], CaseCard>(
      db,
      `SELECT id AS cardId, student_id AS studentId, state, state_since AS since, state_before AS before
       FROM card WHERE student_id = ?`,
    ).all(studentId),
  )
}

/** The CHECK of the table holds `state` to CardState. */
function cardOf(row: CardRow): Card {
  return {
    ...row,
    state: row.state as CardState,
    faceValidTo: row.faceValidTo as CalendarDate | null,
  }
}

/** Cards of a student in state ACTIVE; more than one is 一人两卡. */
export function countActiveCards(db: Database, studentId: string): number {
  return reading(FAILED, () => {
    const row = prepared<[string], { n: number }>(
      db,
      `SELECT count(*) AS n FROM card WHERE student_id = ? AND state = 'ACTIVE'`,
    ).get(studentId)
    return row?.n ?? 0
  })
}
