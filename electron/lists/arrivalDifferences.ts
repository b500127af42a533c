import { differencesOf, fitsListedNumber, type ArrivalDifference } from '../../core/arrivalList.ts'
import { beijingDate } from '../../core/calendarDate.ts'
import type { CityTrouble } from '../../core/cityTrouble.ts'
import type { ColumnOf } from '../../core/lists.ts'
import { maskedName } from '../../core/maskedName.ts'
import { identifiersOfCard } from '../../db/cards.ts'
import type { Database } from '../../db/database.ts'
import { deliveryLines, type DeliveryLine } from '../../db/deliveryRows.ts'
import { lineShown } from '../arrival/arrivalView.ts'
import { cardTail, tail } from '../shown.ts'
import { isEverybody } from '../within.ts'
import type { ListAsk } from './listRows.ts'
import type { ListWords } from './listWords.ts'
import { ending } from './pupilCells.ts'

type Row = Readonly<Record<ColumnOf<'arrival-difference'>, string>>

/**
 * What of a delivery list is not as it says: to be asked of who sent it. Numbers leave as tails, also where
 * names are whole: the line and the name are enough to find the card.
 */
export function arrivalDifferences(db: Database, ask: ListAsk): readonly Row[] {
  if (ask.ofId === null) return []
  return deliveryLines(db, { deliveryId: ask.ofId }).flatMap((line) => rowOf(db, line, ask))
}

function rowOf(db: Database, line: DeliveryLine, ask: ListAsk): readonly Row[] {
  const { within, whole, words } = ask
  const shown = lineShown(line)
  const { pupil, listed, trouble, cardId, at } = shown
  // A row of nobody is only for who may know everybody.
  if (pupil === null ? !isEverybody(within) : !within(pupil)) return []
  const identifiers = cardId === null ? [] : identifiersOfCard(db, cardId)
  // What stands on its face, as the list says it: the chip's number may be shorter.
  const printed = identifiers.find(({ kind }) => kind === 'printed')
  const fits = fitsListedNumber(line.row.printedNumber, identifiers)
  const differences = differencesOf(shown, fits)
  if (differences.length === 0) return []
  const name = pupil?.name ?? listed.name ?? ''
  const idTail = pupil?.educationIdTail ?? (isOther(trouble) ? null : shown.educationIdTail)
  return [
    {
      class: pupil?.className ?? listed.className ?? '',
      name: whole ? name : maskedName(name),
      idTail: ending(idTail),
      listedTail: ending(shown.numberTail),
      cardTail: ending(printed === undefined ? cardTail(identifiers) : tail(printed.value)),
      difference: words.listed(differences.map((one) => differenceWords(one, trouble, words))),
      cameOn: at === null ? '' : beijingDate(at),
    },
  ]
}

/** What stands in its column is somebody's 身份证号: not the end of that either. */
const isOther = (trouble: CityTrouble | null): boolean => trouble === 'identity-number-in-column'

function differenceWords(
  one: ArrivalDifference,
  trouble: CityTrouble | null,
  words: ListWords,
): string {
  return one === 'unreadable' && trouble !== null ? words.trouble[trouble] : words.difference[one]
}
