import type { CalendarDate } from '../core/calendarDate.ts'
import type { CardIdentifier } from '../core/card.ts'
import { readScan } from '../core/scan.ts'
import { scanAnswer, type NumberFound } from '../core/scanAnswer.ts'
import type { ScanAnswer } from '../core/search.ts'
import { cardsOfStudent, findCandidates, getCard } from '../db/cards.ts'
import type { Database } from '../db/database.ts'
import { pupilsNamed } from '../db/search.ts'
import { getStudent, studentIdOfEducationId } from '../db/students.ts'
import { linesOf } from './search.ts'
import { studentLine } from './shown.ts'

/** Whom a scanned code, or a number that a reader typed, points to. No tap: nothing is recorded. */
export function scan(db: Database, text: string, today: CalendarDate): ScanAnswer {
  const scanned = readScan(text)
  const numbers = [
    ...scanned.educationIds.flatMap((one) => byEducationId(db, one)),
    ...scanned.cardNumbers.flatMap((one) => byCard(db, cardIdentifiers(one), 'card-number')),
    ...byCard(
      db,
      scanned.uids.map((value) => ({ kind: 'uid', value })),
      'uid',
    ),
  ]
  const named = linesOf(
    db,
    scanned.names.flatMap((name) => pupilsNamed(db, name)),
  )
  return scanAnswer(scanned, numbers, named, today)
}

/** Digits in a chip of 市政交通一卡通 and of 交通联合. */
const BMAC_DIGITS = 16
const T_UNION_DIGITS = 19

/**
 * A number on a card may be the chip's or the printed one, which the chip's begins (cards.md
 * 1.6 b). The other way round db/cards.ts knows.
 */
export function cardIdentifiers(digits: string): readonly CardIdentifier[] {
  return [
    { kind: 'printed', value: digits },
    { kind: 'bmac', value: digits.slice(0, BMAC_DIGITS) },
    ...(digits.length >= T_UNION_DIGITS
      ? [{ kind: 't-union', value: digits.slice(0, T_UNION_DIGITS) } as const]
      : []),
  ]
}

function byEducationId(db: Database, educationId: string): readonly NumberFound[] {
  const studentId = studentIdOfEducationId(db, educationId)
  return studentId === null ? [] : ofStudent(db, studentId, 'education-id', null)
}

function byCard(
  db: Database,
  identifiers: readonly CardIdentifier[],
  by: 'card-number' | 'uid',
): readonly NumberFound[] {
  const cardIds = new Set(findCandidates(db, identifiers).map((one) => one.cardId))
  return [...cardIds].flatMap((cardId): readonly NumberFound[] => {
    const card = getCard(db, cardId)
    if (card === null) return []
    if (card.studentId === null) return [{ kind: 'elsewhere', school: card.faceSchool }]
    return ofStudent(db, card.studentId, by, cardId)
  })
}

function ofStudent(
  db: Database,
  studentId: string,
  by: Extract<NumberFound, { readonly kind: 'own' }>['by'],
  cardId: string | null,
): readonly NumberFound[] {
  const student = getStudent(db, studentId)
  if (student === null) return []
  if (!student.ownSchool) return [{ kind: 'elsewhere', school: student.school }]
  const line = studentLine(student, cardsOfStudent(db, studentId))
  return [{ kind: 'own', student: line, by, cardId }]
}
