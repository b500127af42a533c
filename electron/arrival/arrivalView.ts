import {
  arrivalStateOf,
  countArrivals,
  DELIVERIES_SHOWN,
  type ArrivalLine,
  type ArrivalView,
  type CardToReturn,
} from '../../core/arrivalList.ts'
import type { CalendarDate } from '../../core/calendarDate.ts'
import { exceptionsOf } from '../../core/case/exceptions.ts'
import { identifiersOfCard } from '../../db/cards.ts'
import { caseOf } from '../../db/cases.ts'
import type { Database } from '../../db/database.ts'
import { deliveries } from '../../db/deliveries.ts'
import {
  cardsToReturn,
  deliveryLines,
  type CardHere,
  type DeliveryLine,
} from '../../db/deliveryRows.ts'
import { pupilShown } from '../city/paymentShown.ts'
import { cardTail, listedName, namedShown, tail } from '../shown.ts'

/** @param wanted null, or of a list that is gone: the newest */
export function arrivalView(db: Database, wanted: string | null, today: CalendarDate): ArrivalView {
  const all = deliveries(db, DELIVERIES_SHOWN).map((delivery) => {
    const lines = deliveryLines(db, delivery)
    return { delivery, lines: lines.map(lineShown) }
  })
  const shown = all.find(({ delivery }) => delivery.deliveryId === wanted) ?? all[0] ?? null
  const lines = shown?.lines ?? []
  const back = cardsToReturn(db)
  return {
    deliveries: all.map(({ delivery: { deliveryId, at, fromFile }, lines: of }) => {
      const { expected, arrived } = countArrivals(of)
      return { deliveryId, at, fromFile, expected, arrived }
    }),
    deliveryId: shown?.delivery.deliveryId ?? null,
    lines,
    counts: countArrivals(lines),
    damaged: back.filter((card) => goesBack(db, card, today)).flatMap((one) => toReturn(db, one)),
    leavers: back.filter(({ state }) => state === 'ARRIVED').flatMap((one) => toReturn(db, one)),
  }
}

/** A broken card that was in use stays with the pupil until the new one is there; one that came broken goes back. */
function goesBack(
  db: Database,
  { state, listed, studentId, cardId }: CardHere,
  today: CalendarDate,
): boolean {
  if (state !== 'DAMAGED') return false
  const said = exceptionsOf(caseOf(db, studentId), today)
  return listed || said.some((one) => one.kind === 'damaged-to-return' && one.cardId === cardId)
}

function toReturn(db: Database, { cardId, studentId, since }: CardHere): readonly CardToReturn[] {
  const pupil = pupilShown(db, studentId)
  const numberTail = cardTail(identifiersOfCard(db, cardId))
  return pupil === null ? [] : [{ cardId, pupil, numberTail, since }]
}

export function lineShown({ row, listedName: name, pupil, left, card }: DeliveryLine): ArrivalLine {
  const { rowId, educationId, printedNumber, className, why, expected, cardId, arrivedAt } = row
  const state = arrivalStateOf(card)
  const isHere = state !== 'missing'
  return {
    ...{ rowId, left, expected, state, lies: card === 'ARRIVED' },
    pupil: pupil === null ? null : { ...namedShown(pupil), hasPhoto: pupil.hasPhoto },
    listed: { name: listedName(name), className },
    educationIdTail: educationId === null ? null : tail(educationId),
    numberTail: printedNumber === null ? null : tail(printedNumber),
    trouble: why,
    cardId: isHere ? cardId : null,
    at: isHere ? arrivedAt : null,
  }
}
