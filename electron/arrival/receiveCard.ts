import { v7 as uuidv7 } from 'uuid'
import { countArrivals, fitsListedNumber } from '../../core/arrivalList.ts'
import type { ArrivalAnswer, ArrivalBy, ArrivalRefusal } from '../../core/arrivalRequests.ts'
import type { Card, CardIdentifier } from '../../core/card.ts'
import { cardThatCame } from '../../core/case/arrival.ts'
import { isUndoable } from '../../core/case/undoCase.ts'
import type { ArrivedOn } from '../../core/delivery.ts'
import { DeskError } from '../../core/errors.ts'
import { UNDO_WITHIN_MS } from '../../core/ownAct.ts'
import { cardsOfStudent } from '../../db/cards.ts'
import type { Database } from '../../db/database.ts'
import { lastLine, type DeliveryRow } from '../../db/deliveries.ts'
import { deliveryLines, rowsOfPupil } from '../../db/deliveryRows.ts'
import { getStudent, ownPupil } from '../../db/students.ts'
import { writing } from '../../db/writing.ts'
import { actNow } from '../actParts.ts'
import { cardTail, personShown, tail } from '../shown.ts'
import { arrivalAct, type ArrivalParts } from './arrivalParts.ts'
import { lineShown } from './arrivalView.ts'
import { ownerOf } from './whoseCard.ts'

/** A card as it is taken in: whose, by what numbers, and on which list. */
export interface CardTakenIn {
  readonly studentId: string
  /** as the card says them: read or scanned */
  readonly identifiers: readonly CardIdentifier[]
  /** what it may be on record by already */
  readonly lookFor: readonly CardIdentifier[]
  /** of the desk's own, by these numbers; null: it has none */
  readonly cardId: string | null
  readonly by: ArrivalBy['by']
  /** the row that was ticked; null: the one that fits */
  readonly row: DeliveryRow | null
  readonly anyway: boolean
  /** null: it is good */
  readonly damaged: 'unreadable' | 'broken' | null
  /** where it goes that is on no list; one that is not there is made with it */
  readonly extraList: () => string
}

type Refused = Extract<ArrivalAnswer, { readonly kind: 'refused' }>

export function refusedArrival(
  db: Database,
  why: ArrivalRefusal,
  studentId: string | null = null,
  tails: Partial<Pick<Refused, 'numberTail' | 'listedTail'>> = {},
): Refused {
  const student = ownPupil(db, studentId)
  const person = student === null ? null : personShown(student)
  return { kind: 'refused', why, person, numberTail: null, listedTail: null, ...tails }
}

/** 到卡: one act, with the row it is on; a broken one is two acts. All of it or nothing. */
export function takeCardIn(parts: ArrivalParts, card: CardTakenIn): ArrivalAnswer {
  const { db } = parts.school().data
  return writing(db, 'The card was not taken in', () => {
    const { studentId, identifiers, damaged } = card
    const numberTail = cardTail(identifiers)
    const owner = ownerOf(db, card.lookFor, studentId)
    if (owner !== null) return refusedArrival(db, 'number-of-another', owner, { numberTail })
    const row = card.row ?? rowFor(db, studentId, identifiers)
    const came = cardOnRow(db, row)
    if (damaged === null && (came !== null || (isUnnamed(card) && liesHere(db, studentId))))
      return refusedArrival(db, 'arrived-already', studentId, { numberTail })
    if (damaged !== null && came !== null && came.state !== 'ARRIVED')
      return refusedArrival(db, 'handed-on', studentId)
    const differs = row !== null && !fitsListedNumber(row.printedNumber, identifiers)
    if (differs && !card.anyway) {
      const listedTail = row.printedNumber === null ? null : tail(row.printedNumber)
      return refusedArrival(db, 'number-differs', studentId, { numberTail, listedTail })
    }
    const act = actNow(parts)
    const printed: readonly CardIdentifier[] =
      row?.printedNumber && !differs ? [{ kind: 'printed', value: row.printedNumber }] : []
    const on: ArrivedOn = row === null ? extraRow(db, card) : { rowId: row.rowId, beside: null }
    let cardId = came?.id ?? null
    if (cardId === null) {
      const decision = arrivalAct(parts, act, {
        type: 'card.arrived',
        payload: {
          ...{ cardId: card.cardId ?? uuidv7(), studentId },
          ...{ identifiers: distinct([...identifiers, ...printed]), on },
        },
      })
      if (decision.kind === 'refused')
        return refusedArrival(db, decision.why, studentId, { numberTail })
      cardId = cardThatCame(decision.events)
    }
    if (cardId === null) return refusedArrival(db, 'card-unknown', studentId)
    const until = act.moment.recordedAt + UNDO_WITHIN_MS
    if (damaged === null) return received(db, studentId, on.rowId, [act.cmdId], until)
    // Of one moment with the arrival: both are taken back, or neither.
    const bad = came === null ? { ...act, cmdId: uuidv7() } : act
    const type = 'card.damaged'
    const decision = arrivalAct(parts, bad, {
      ...{ type, payload: { cardId, studentId, how: damaged } },
    })
    // Nothing is half done: what throws takes the arrival along.
    if (decision.kind === 'refused')
      throw new DeskError('internal', `A card that lies here was no bad one: ${decision.why}.`)
    const cmdIds = came === null ? [act.cmdId, bad.cmdId] : [bad.cmdId]
    const canUndo = isUndoable({ type, events: decision.events })
    return received(db, studentId, on.rowId, cmdIds, canUndo ? until : null)
  })
}

function received(
  db: Database,
  studentId: string,
  rowId: string,
  cmdIds: readonly string[],
  undoUntil: number | null,
): ArrivalAnswer {
  const student = getStudent(db, studentId)
  const [line] = deliveryLines(db, { rowId })
  if (student === null || line === undefined) return refusedArrival(db, 'pupil-unknown')
  const all = deliveryLines(db, { deliveryId: line.row.deliveryId }).map(lineShown)
  return {
    ...{ kind: 'received', cmdIds, undoUntil, person: personShown(student) },
    ...{ line: lineShown(line), counts: countArrivals(all) },
  }
}

/** The pupil's row that waits for a card, rather by its number; else one whose card came already, by the number. */
function rowFor(
  db: Database,
  studentId: string,
  identifiers: readonly CardIdentifier[],
): DeliveryRow | null {
  const rows = rowsOfPupil(db, studentId)
  const waiting = rows.filter((row) => row.expected && cardOnRow(db, row) === null)
  const named = waiting.find(
    (row) => row.printedNumber !== null && fitsListedNumber(row.printedNumber, identifiers),
  )
  return named ?? waiting[0] ?? null
}

/** Of a row, the card that came and is still here, or went on from here; null: none. */
function cardOnRow(db: Database, row: DeliveryRow | null): Card | null {
  if (row === null || row.cardId === null || row.studentId === null) return null
  const card = cardsOfStudent(db, row.studentId).find(({ id }) => id === row.cardId)
  return card === undefined || ['ORDERED', 'FAILED', 'RETURNED'].includes(card.state) ? null : card
}

/** A number that is on no card, by search or by a tick on a row without one. */
const isUnnamed = ({ identifiers, cardId, by }: CardTakenIn): boolean =>
  by === 'hand' && identifiers.length === 0 && cardId === null

const liesHere = (db: Database, studentId: string): boolean =>
  cardsOfStudent(db, studentId).some(({ state }) => state === 'ARRIVED' || state === 'WITH_TEACHER')

function extraRow(db: Database, { extraList }: CardTakenIn): ArrivedOn {
  const deliveryId = extraList()
  return { rowId: uuidv7(), beside: { deliveryId, line: lastLine(db, deliveryId) + 1 } }
}

function distinct(all: readonly CardIdentifier[]): readonly CardIdentifier[] {
  return [...new Map(all.map((one) => [`${one.kind} ${one.value}`, one])).values()]
}
