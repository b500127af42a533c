import type { ArrivalCounts, ArrivalLine, ArrivalView } from './arrivalList.ts'
import type { EpochMs } from './calendarDate.ts'
import type { CaseRefusal } from './case/decided.ts'
import type { ReaderRefusal } from './caseRequests.ts'
import type { ReturnedTo } from './case/returns.ts'
import type { CityRefusal } from './cityLink.ts'
import type { CityTrouble } from './cityTrouble.ts'
import type { PersonShown } from './tapShown.ts'
import type { CardNumberFault } from './typedCardNumber.ts'

/** How a card is taken in. */
export type ArrivalBy =
  /** laid on the reader */
  | { readonly by: 'tap'; readonly tapId: string }
  /** the number or the code on its face, as a scanner typed it */
  | { readonly by: 'scan'; readonly text: string }
  /** ticked on the list */
  | { readonly by: 'tick'; readonly rowId: string }
  /** chosen by search; no number is known */
  | { readonly by: 'hand' }

export type ArrivalRefusal =
  | CaseRefusal
  | ReaderRefusal
  | 'nothing-in-it' // no number and nobody's name
  | 'nobody' // a number that is on no list, and nobody's card: who it is of has to be chosen
  | 'several' // it points to more than one pupil
  | 'number-differs' // from the one on the list: another card than expected
  | 'number-of-another' // it is another pupil's card
  | 'row-unknown'
  | 'handed-on' // the card that came does not lie here as it came: somebody has it, or it is a bad one already

export type ArrivalAnswer =
  | {
      readonly kind: 'received'
      /** what is taken back together: the arrival, a bad card, or both */
      readonly cmdIds: readonly string[]
      /** null: it cannot be taken back */
      readonly undoUntil: EpochMs | null
      readonly person: PersonShown
      /** the row it is on now */
      readonly line: ArrivalLine
      readonly counts: ArrivalCounts
    }
  | {
      readonly kind: 'refused'
      readonly why: ArrivalRefusal
      /** whose it is, as far as that is known */
      readonly person: PersonShown | null
      /** of the card that was laid down or scanned */
      readonly numberTail: string | null
      /** of the one that is on the list instead */
      readonly listedTail: string | null
    }

export type DeliveryPreview =
  | {
      readonly kind: 'preview'
      readonly fileName: string
      readonly rows: number
      /** pupils of this school */
      readonly pupils: number
      /** of these: have left */
      readonly leavers: number
      /** 教育IDs nobody here has */
      readonly nobody: number
      readonly unreadable: number
      /** the very same file is a list already */
      readonly again: boolean
      /** what somebody should look at, at most PREVIEW_LINES */
      readonly lines: readonly {
        readonly line: number
        readonly why: CityTrouble | 'nobody' | 'left'
        readonly name: string | null
        readonly className: string | null
        readonly educationIdTail: string | null
      }[]
    }
  | { readonly kind: 'refused'; readonly why: CityRefusal }

export type ListedRefusal =
  | CardNumberFault
  | 'nothing-chosen'
  | 'listed-already'
  | 'pupil-unknown'
  | 'pupil-listed' // and waits for a card on that list already
  | 'number-listed'
  | 'row-unknown'

export type ListedAnswer =
  | { readonly kind: 'done'; readonly view: ArrivalView }
  | { readonly kind: 'refused'; readonly why: ListedRefusal }

export interface ReturnedAnswer {
  readonly returned: number
  readonly refused: Readonly<Partial<Record<CaseRefusal, number>>>
  readonly view: ArrivalView
}

/** What is asked about cards that come to the school. */
export interface ArrivalRequests {
  /** null: the newest list */
  'arrival.view': {
    readonly args: { readonly deliveryId: string | null }
    readonly answer: ArrivalView
  }
  /** a file is asked for and looked through; null: called off */
  'arrival.openFile': { readonly args: null; readonly answer: DeliveryPreview | null }
  'arrival.takeFile': { readonly args: null; readonly answer: ListedAnswer }
  /** a row more, or whose a row is */
  'arrival.add': {
    readonly args: {
      /** null: the newest typed list of today, else a new one */
      readonly deliveryId: string | null
      /** the row that gets a pupil; null: a new row */
      readonly rowId: string | null
      /** one of the two */
      readonly educationId: string | null
      readonly studentId: string | null
      /** as it was typed; empty: none */
      readonly printedNumber: string
    }
    readonly answer: ListedAnswer
  }
  /** not expected any more; what has come stays */
  'arrival.drop': {
    readonly args: { readonly deliveryId: string | null; readonly rowId: string }
    readonly answer: ListedAnswer
  }
  'arrival.receive': {
    readonly args: {
      readonly deliveryId: string | null
      readonly how: ArrivalBy
      /** chosen by search; null: by what the card says */
      readonly studentId: string | null
      /** somebody has seen that the number is not the listed one */
      readonly anyway: boolean
    }
    readonly answer: ArrivalAnswer
  }
  /** it came, and is no good: 到卡 and 坏卡 in one */
  'arrival.damaged': {
    readonly args: {
      readonly deliveryId: string | null
      /** one of the two */
      readonly rowId: string | null
      readonly studentId: string | null
      readonly how: 'unreadable' | 'broken'
    }
    readonly answer: ArrivalAnswer
  }
  'arrival.return': {
    readonly args: {
      readonly deliveryId: string | null
      readonly cards: readonly { readonly studentId: string; readonly cardId: string }[]
      readonly to: ReturnedTo
      readonly reason: string
    }
    readonly answer: ReturnedAnswer
  }
  /** the own slip, within five minutes */
  'arrival.undo': {
    readonly args: {
      readonly deliveryId: string | null
      readonly studentId: string
      readonly cmdIds: readonly string[]
    }
    readonly answer:
      | { readonly kind: 'undone'; readonly view: ArrivalView }
      | { readonly kind: 'refused'; readonly why: CaseRefusal }
  }
}
