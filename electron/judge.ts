import type { Database } from '../db/database.ts'
import { countActiveCards, findCandidates, getCard } from '../db/cards.ts'
import { getStudent } from '../db/students.ts'
import type { Card } from '../core/card.ts'
import { beijingDate, type EpochMs } from '../core/calendarDate.ts'
import type { CardRead, ReadOutcome } from '../core/cardRead.ts'
import { identifiersOf, matchCard } from '../core/matching.ts'
import type { Student } from '../core/student.ts'
import { fareFacts, validities, type Validities } from '../core/validity.ts'
import { decideVerdict, type Found, type Verdict } from '../core/verdict.ts'

/** A tap understood: the verdict, and the facts it was made of. */
export interface Judged {
  readonly verdict: Verdict
  readonly read: CardRead | null
  readonly card: Card | null
  readonly student: Student | null
  readonly validities: Validities | null
}

/** Gathers what the desk knows of the card, then lets the rules decide. */
export function judge(db: Database, outcome: ReadOutcome, now: EpochMs): Judged {
  const today = beijingDate(now)
  if (outcome.kind === 'failed') {
    const verdict = decideVerdict(outcome, today)
    return { verdict, read: null, card: null, student: null, validities: null }
  }
  const read = outcome.card
  const found = gather(db, read)
  const { card, student } = found.kind === 'card' ? found : { card: null, student: null }
  return {
    verdict: decideVerdict({ kind: 'read', read, found }, today),
    read,
    card,
    student,
    validities: validities(fareFacts(read), card, student, today),
  }
}

function gather(db: Database, read: CardRead): Found {
  const identifiers = identifiersOf(read)
  const match = matchCard(identifiers, findCandidates(db, identifiers))
  if (match.kind !== 'card') return { kind: match.kind }
  const card = getCard(db, match.cardId)
  if (card === null) return { kind: 'none' }
  const student = card.studentId === null ? null : getStudent(db, card.studentId)
  const activeCards = student === null ? 0 : countActiveCards(db, student.id)
  return { kind: 'card', card, student, activeCards }
}
