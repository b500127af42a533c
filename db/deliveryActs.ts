import {
  partsOfList,
  type DropListedCard,
  type GiveCardPupil,
  type ListCards,
  type ListedCard,
  type TypeCard,
} from '../core/delivery.ts'
import type { Command } from '../core/outbox.ts'
import { byAct, storeAct, type ActToStore, type ByAct } from './acts.ts'
import { appendAudit } from './audit.ts'
import type { Database } from './database.ts'
import { dropRow, giveRowPupil, isListed, putDelivery, putDeliveryRow } from './deliveries.ts'
import { getDeliveryRow } from './deliveryRows.ts'
import { nowKnown, rememberNamed } from './namedInFiles.ts'
import { appendCommand } from './outbox.ts'
import { writing } from './writing.ts'

const NOT_CHANGED = 'The list of cards was not changed'

/** What is done to a row that waits for its card. */
type RowDecision =
  { readonly kind: 'done' } | { readonly kind: 'refused'; readonly why: 'row-unknown' }

/**
 * 到卡清单 of a file, in all its parts: one act.
 *
 * @param order `newId`: a UUIDv7 for each part behind the first
 * @throws DeskError; then there is no list
 */
export function listCards(
  db: Database,
  order: ActToStore & { readonly command: ListCards; readonly newId: () => string },
): void {
  const { command, recorder, moment } = order
  writing(db, 'The list of cards was not stored', () => {
    for (const [n, payload] of partsOfList(command).entries()) {
      const act = n === 0 ? byAct(order) : { ...byAct(order), cmdId: order.newId() }
      const { cmdId } = act
      const part: Command = {
        ...{ cmdId, type: 'delivery.listed', schemaVersion: 1, payload, basedOn: {} },
      }
      appendCommand(db, { command: part, recorder, moment })
      showListed(db, payload, act)
    }
    const about = `${command.deliveryId} ${command.cards.length}`
    const listed = { kind: 'delivery-listed', studentId: null, about, reason: null } as const
    appendAudit(db, listed, order.audit)
  })
}

function showListed(db: Database, list: ListCards, act: ByAct): void {
  putDelivery(db, list, act)
  for (const card of list.cards) putExpected(db, list.deliveryId, card, act)
}

function putExpected(db: Database, deliveryId: string, card: ListedCard, act: ByAct): void {
  putDeliveryRow(db, deliveryId, { ...card, expected: true })
  rememberNamed(db, act, card)
}

/** A card more, by hand. @throws DeskError; then it is on no list */
export function typeCard(db: Database, order: ActToStore & { readonly command: TypeCard }): void {
  const { command } = order
  const { deliveryId, card } = command
  storeAct(
    db,
    order,
    'The card was not put on the list',
    () => ({ kind: 'done' }) as const,
    () => ({
      command: { type: 'delivery.card-typed', payload: command },
      show: (act) => replayTyped(db, command, act),
      audit: {
        ...{ kind: 'delivery-listed', studentId: card.studentId },
        ...{ about: `${deliveryId} 1`, reason: null },
      },
    }),
  )
}

/** Whose a row is was found out. @throws DeskError; then nobody knows */
export function giveCardPupil(
  db: Database,
  order: ActToStore & { readonly command: GiveCardPupil },
): RowDecision {
  const { command } = order
  const { rowId: about, studentId } = command
  return storeAct<RowDecision>(
    db,
    order,
    NOT_CHANGED,
    () => waiting(db, about),
    () => ({
      command: { type: 'delivery.pupil-given', payload: command },
      show: (act) => replayPupilGiven(db, command, act),
      audit: { kind: 'delivery-pupil-given', studentId, about, reason: null },
    }),
  )
}

/** A card that is not expected any more; what has come stays. @throws DeskError; then it is expected */
export function dropListedCard(
  db: Database,
  order: ActToStore & { readonly command: DropListedCard },
): RowDecision {
  const { command } = order
  const { rowId: about } = command
  return storeAct<RowDecision>(
    db,
    order,
    NOT_CHANGED,
    () => waiting(db, about),
    () => ({
      command: { type: 'delivery.card-dropped', payload: command },
      show: () => replayCardDropped(db, command),
      audit: { kind: 'delivery-row-dropped', studentId: null, about, reason: null },
    }),
  )
}

function waiting(db: Database, rowId: string): RowDecision {
  const row = getDeliveryRow(db, rowId)
  return row === null || row.cardId !== null
    ? { kind: 'refused', why: 'row-unknown' }
    : { kind: 'done' }
}

/** Found again after a loss. Of two lists of one file the first stays. */
export function replayListed(db: Database, list: ListCards, act: ByAct): void {
  if (!isListed(db, list.fileDigest, list.deliveryId)) showListed(db, list, act)
}

export function replayTyped(db: Database, { deliveryId, card }: TypeCard, act: ByAct): void {
  putDelivery(db, { deliveryId, fileDigest: null }, act)
  putExpected(db, deliveryId, card, act)
}

export function replayPupilGiven(db: Database, command: GiveCardPupil, act: ByAct): void {
  const { rowId, studentId } = command
  giveRowPupil(db, command)
  nowKnown(db, rowId, studentId)
  rememberNamed(db, act, { rowId, studentId })
}

export function replayCardDropped(db: Database, { rowId }: DropListedCard): void {
  dropRow(db, rowId)
}
