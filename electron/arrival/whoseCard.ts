import type { CardIdentifier } from '../../core/card.ts'
import { matchCard } from '../../core/matching.ts'
import { readScan } from '../../core/scan.ts'
import { findCandidates, getCard } from '../../db/cards.ts'
import type { Database } from '../../db/database.ts'
import type { DeliveryRow } from '../../db/deliveries.ts'
import { rowsByNumber } from '../../db/deliveryRows.ts'
import { studentIdOfEducationId } from '../../db/students.ts'
import { cardIdentifiers } from '../scan.ts'

/** What a card says of whose it is: by its own numbers, by the list, by the code on its face. */
export type WhoseCard =
  | {
      readonly kind: 'pupil'
      readonly studentId: string
      /** null: the desk has no card by these numbers */
      readonly cardId: string | null
    }
  | { readonly kind: 'nobody' | 'several' }

/** A card as it was read or scanned. */
export interface CardSeen {
  /** what it is known by from now on */
  readonly identifiers: readonly CardIdentifier[]
  /** what it may be on record by already */
  readonly lookFor: readonly CardIdentifier[]
  /** as the code on its face says them */
  readonly educationIds: readonly string[]
  /** its numbers are the chip's: each must agree with the record */
  readonly isRead: boolean
}

export function whoseCard(db: Database, seen: CardSeen): WhoseCard {
  const cardId = cardOf(db, seen)
  if (cardId === 'several') return { kind: 'several' }
  const card = cardId === null ? null : getCard(db, cardId)
  if (card?.studentId) return { kind: 'pupil', studentId: card.studentId, cardId: card.id }
  const byList = seen.identifiers
    .filter(({ kind }) => kind !== 'uid')
    .flatMap(({ value }) => rowsOfNumber(db, value))
    .flatMap(({ studentId }) => studentId ?? [])
  const byFace = seen.educationIds.flatMap((one) => studentIdOfEducationId(db, one) ?? [])
  const [studentId, another] = new Set([...byList, ...byFace])
  if (studentId === undefined) return { kind: 'nobody' }
  return another === undefined ? { kind: 'pupil', studentId, cardId: null } : { kind: 'several' }
}

function cardOf(db: Database, { lookFor, isRead }: CardSeen): string | 'several' | null {
  const candidates = findCandidates(db, lookFor)
  if (isRead) {
    const match = matchCard(lookFor, candidates)
    return match.kind === 'disagree' ? 'several' : match.kind === 'card' ? match.cardId : null
  }
  const [cardId = null, another] = new Set(candidates.map((one) => one.cardId))
  return another === undefined ? cardId : 'several'
}

/** A list may say the chip's number, which begins the printed one. */
function rowsOfNumber(db: Database, number: string): readonly DeliveryRow[] {
  const rows = rowsByNumber(db, number)
  if (rows.length > 0 || number.length <= CHIP_DIGITS) return rows
  return rowsByNumber(db, number.slice(0, CHIP_DIGITS)).filter(
    ({ printedNumber }) => printedNumber !== null && number.startsWith(printedNumber),
  )
}

const CHIP_DIGITS = 16

/** What a scanner typed; null: neither a number nor a 教育ID is in it. */
export function scannedCard(text: string): CardSeen | null {
  const { cardNumbers, educationIds, uids } = readScan(text)
  // Of two numbers on one face nobody knows which is the card's.
  const [number, another] = cardNumbers
  const printed = number !== undefined && another === undefined ? [number] : []
  const uid = (uids.length === 1 ? uids : []).map((value) => ({ kind: 'uid', value }) as const)
  if (cardNumbers.length + educationIds.length + uids.length === 0) return null
  return {
    identifiers: [...printed.map((value) => ({ kind: 'printed', value }) as const), ...uid],
    lookFor: [
      ...cardNumbers.flatMap(cardIdentifiers),
      ...uids.map((value) => ({ kind: 'uid', value }) as const),
    ],
    ...{ educationIds, isRead: false },
  }
}

/** Another pupil's card has one of these numbers; null: none has. */
export function ownerOf(
  db: Database,
  identifiers: readonly CardIdentifier[],
  but: string,
): string | null {
  const owners = findCandidates(db, identifiers).flatMap(
    ({ cardId }) => getCard(db, cardId)?.studentId ?? [],
  )
  return owners.find((studentId) => studentId !== but) ?? null
}
