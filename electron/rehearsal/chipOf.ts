import type { CalendarDate } from '../../core/calendarDate.ts'
import type { CardRead } from '../../core/cardRead.ts'
import type { IdentifierKind } from '../../core/card.ts'
import type { RollCard } from '../../core/roll.ts'
import { schoolYearOf } from './schoolYear.ts'

/**
 * What a reader would get from the chip of a card in the roll: enabled, not blacklisted, good for
 * bus fares to the coming October. A sample that wants it otherwise changes the answer.
 *
 * @throws when the card has no identifier at all: such a card is never in the rehearsal school.
 */
export function chipOf(card: RollCard, today: CalendarDate): CardRead {
  const recorded = (kind: IdentifierKind): string | undefined =>
    card.identifiers.find((one) => one.kind === kind)?.value
  const uid = recorded('uid')
  const { start } = schoolYearOf(today)
  const transit = {
    from: `${start - 1}-10-01` as CalendarDate,
    to: `${start + 1}-10-31` as CalendarDate,
  }

  const tUnion = recorded('t-union')
  if (tUnion !== undefined)
    return {
      family: 't-union',
      number: tUnion,
      uid: uid ?? unrecordedUid('02', tUnion),
      transitType: 'student',
      transit,
    }

  const number = recorded('bmac') ?? recorded('printed')?.slice(0, 16)
  if (number !== undefined)
    return {
      family: 'bmac',
      number,
      uid: uid ?? unrecordedUid('05', number),
      enabled: true,
      blacklisted: false,
      transit,
    }

  if (uid !== undefined) return { family: 'm1', uid }
  throw new RangeError(`Card ${card.id} has no identifier.`)
}

/** The chip has a UID even where the record has none: digits are hex digits, so this is unique. */
function unrecordedUid(manufacturer: string, number: string): string {
  return `${manufacturer}${number.slice(-12)}`
}
