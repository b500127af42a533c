import type { EpochMs } from './calendarDate.ts'
import type { CardIdentifier, CardState } from './card.ts'
import type { CityPupil } from './cityRequests.ts'
import type { CityTrouble } from './cityTrouble.ts'

/** What became of a card that is expected: 未到, 已到, 坏卡, 已退回. */
export type ArrivalState = 'missing' | 'here' | 'damaged' | 'returned'

/** By the card that came; null: none has. An arrival that was taken back leaves none, or one that is on its way. */
export function arrivalStateOf(card: CardState | null): ArrivalState {
  switch (card) {
    case null:
    case 'ORDERED':
    case 'FAILED':
      return 'missing'
    case 'DAMAGED':
      return 'damaged'
    case 'RETURNED':
      return 'returned'
    default:
      return 'here'
  }
}

/** Whose card is expected or came: enough to hold the face against the one on the card. */
export interface ArrivalPupil extends CityPupil {
  readonly educationIdTail: string | null
  readonly hasPhoto: boolean
}

/** One card of a list. */
export interface ArrivalLine {
  readonly rowId: string
  /** null: nobody of this school is known by what the list says */
  readonly pupil: ArrivalPupil | null
  /** as the list says it; null: it says nothing, or it was typed */
  readonly listed: { readonly name: string | null; readonly className: string | null }
  /** as the list says it */
  readonly educationIdTail: string | null
  readonly numberTail: string | null
  readonly trouble: CityTrouble | null
  /** 离校学生的卡: to be returned */
  readonly left: boolean
  /** false: it came, and was on no list */
  readonly expected: boolean
  readonly state: ArrivalState
  /** its card came, and nobody has it yet */
  readonly lies: boolean
  readonly cardId: string | null
  readonly at: EpochMs | null
}

/** The difference between a list and what came of it. */
export interface ArrivalCounts {
  /** on the list */
  readonly expected: number
  /** of these: came, also the broken ones */
  readonly arrived: number
  readonly missing: number
  /** came, and not on the list */
  readonly extra: number
  /** broken, of all that came */
  readonly damaged: number
  /** lines nobody is known by; among the missing */
  readonly unknown: number
}

export interface DeliveryShown {
  readonly deliveryId: string
  readonly at: EpochMs
  readonly fromFile: boolean
  readonly expected: number
  readonly arrived: number
}

/** A card that lies here and has to go back: broken, or of somebody who has left. */
export interface CardToReturn {
  readonly cardId: string
  readonly pupil: CityPupil
  readonly numberTail: string | null
  readonly since: EpochMs
}

export interface ArrivalView {
  /** newest first, at most DELIVERIES_SHOWN */
  readonly deliveries: readonly DeliveryShown[]
  /** of which the lines are; null: there is none yet */
  readonly deliveryId: string | null
  /** class by class; those of nobody first */
  readonly lines: readonly ArrivalLine[]
  readonly counts: ArrivalCounts
  /** 坏卡待退回, of all lists */
  readonly damaged: readonly CardToReturn[]
  /** 离校学生的卡, of all lists */
  readonly leavers: readonly CardToReturn[]
}

export const DELIVERIES_SHOWN = 20

export function countArrivals(
  lines: readonly Pick<ArrivalLine, 'expected' | 'state' | 'pupil'>[],
): ArrivalCounts {
  const expected = lines.filter((line) => line.expected)
  const missing = expected.filter(({ state }) => state === 'missing')
  return {
    expected: expected.length,
    arrived: expected.length - missing.length,
    missing: missing.length,
    extra: lines.length - expected.length,
    damaged: lines.filter(({ state }) => state === 'damaged').length,
    unknown: missing.filter(({ pupil }) => pupil === null).length,
  }
}

/** In what a card that is expected, or came, is other than the list says. */
export type ArrivalDifference =
  | 'missing'
  | 'unreadable' // its row
  | 'nobody' // of this school is meant
  | 'extra'
  | 'number-differs'
  | 'damaged'
  | 'returned'
  | 'left'

/** Of one line, in the order they are said; none: it came as it was listed. */
export function differencesOf(
  line: Pick<ArrivalLine, 'expected' | 'state' | 'pupil' | 'trouble' | 'left'>,
  numberFits: boolean,
): readonly ArrivalDifference[] {
  const { expected, state, pupil, trouble, left } = line
  const whose = trouble === null ? 'nobody' : 'unreadable'
  return [
    ...(expected ? [] : (['extra'] as const)),
    ...(state === 'here' ? [] : [state]),
    ...(pupil === null ? ([whose] as const) : []),
    ...(numberFits ? [] : (['number-differs'] as const)),
    ...(left ? (['left'] as const) : []),
  ]
}

/** The listed number is the card's, or begins with what its chip says; of a card without such a number nobody knows. */
export function fitsListedNumber(
  printedNumber: string | null,
  identifiers: readonly CardIdentifier[],
): boolean {
  if (printedNumber === null) return true
  const numbers = identifiers.filter(({ kind }) => kind === 'printed' || kind === 'bmac')
  return numbers.every(
    ({ value }) => printedNumber.startsWith(value) || value.startsWith(printedNumber),
  )
}
