import type { ApplicationState } from './application.ts'
import type { CalendarDate, EpochMs } from './calendarDate.ts'
import type { WorkingDate } from './calendar.ts'
import type { CardState } from './card.ts'
import type { CaseRefusal, WindowOn } from './case/decided.ts'
import type { CaseStage } from './case/caseStage.ts'
import type { CaseStep } from './case/caseStep.ts'
import type { CaseWish } from './case/caseWish.ts'
import type { CaseException } from './case/exceptions.ts'
import type { Fee } from './case/fee.ts'
import type { Channel, OrderState } from './case/feeOrder.ts'
import type { HolderState } from './case/holder.ts'
import type { NextStep } from './case/nextStep.ts'
import type { WorkList } from './case/workLists.ts'
import type { ApplicationShown } from './newCardRequests.ts'
import type { NextWindow } from './nextWindow.ts'
import type { HandOut, Measured } from './production.ts'
import type { Enrolment } from './student.ts'
import type { PersonShown } from './tapShown.ts'

/** A card of the pupil, without its number. */
export interface CaseCardShown {
  readonly cardId: string
  readonly state: CardState
  readonly since: EpochMs
  readonly by: string | null
  /** last four digits; null: no number is known yet */
  readonly tail: string | null
}

export interface CaseApplicationShown {
  readonly applicationId: string
  readonly kind: 'new' | 'reissue'
  readonly state: ApplicationState
  readonly openedAt: EpochMs
  /** by name; null: nobody was signed in */
  readonly openedBy: string | null
  /** null: for a newcomer */
  readonly cause: 'lost' | 'damaged' | null
  readonly fee: Fee | null
  readonly isOpen: boolean
  /** what is confirmed on it; null: it is over, or the pupil is not on the roll */
  readonly data: ApplicationShown | null
}

export interface CaseOrderShown {
  readonly orderId: string
  /** of the application that is open; else of one that is over */
  readonly isOfOpen: boolean
  readonly state: OrderState
  readonly stateAt: EpochMs
  readonly fee: Fee
  readonly channel: Channel
  readonly paidOn: CalendarDate | null
  /** last four of the city's number; null: none told */
  readonly cityNoTail: string | null
}

/** The clock of a card in production (core/production.ts). */
export interface ProductionShown {
  readonly from: CalendarDate
  readonly promised: WorkingDate
  /** working days; 0: in time */
  readonly overdueBy: number
  /** by the school's own time; null: too few cards */
  readonly likely: { readonly on: WorkingDate; readonly by: Measured } | null
  /** when the school hands out */
  readonly handOut: HandOut
}

/** What one act came to: its first line says what, the others what with it. */
export interface CaseLine {
  readonly cmdId: string
  readonly at: EpochMs
  /** by name; null: the city, or nobody was signed in */
  readonly by: string | null
  readonly steps: readonly CaseStep[]
}

/** 办理页: one pupil's case. Whole numbers and birth dates are nowhere in it. */
export interface CaseShown {
  readonly person: PersonShown
  readonly enrolment: Enrolment
  readonly holder: HolderState
  /** null: nothing is open */
  readonly stage: CaseStage | null
  /** null: nothing is to be done */
  readonly next: NextStep | null
  /** the card that counts first */
  readonly cards: readonly CaseCardShown[]
  /** the open one, else the last; null: there was none */
  readonly application: CaseApplicationShown | null
  /** newest first */
  readonly orders: readonly CaseOrderShown[]
  readonly window: NextWindow
  readonly windowToday: WindowOn
  /** days on which the fee of the open application could be paid so far, newest first */
  readonly payDays: readonly CalendarDate[]
  /** null: not in production */
  readonly production: ProductionShown | null
  /** the old card that is asked about at the hand-over; null: there is none */
  readonly oldCard: CaseCardShown | null
  readonly exceptions: readonly CaseException[]
  /** newest first */
  readonly lines: readonly CaseLine[]
  /** the last act, where it may be taken back by whoever is here; null: none */
  readonly undo: { readonly cmdId: string; readonly until: EpochMs } | null
}

/** One case in a list. */
export interface CaseLineShown {
  readonly studentId: string
  readonly name: string
  readonly className: string | null
  readonly educationIdTail: string | null
  readonly stage: CaseStage | null
  readonly next: NextStep | null
  /** since when it stands there */
  readonly since: EpochMs
  readonly order: OrderState | null
  /** of that order; null: there is none */
  readonly orderId: string | null
  readonly promised: WorkingDate | null
  readonly overdueBy: number
  readonly daysHere: number | null
  readonly exceptions: readonly CaseException[]
}

/** The day's work: how many in each list, and the lines of one. */
export interface CaseLists {
  readonly counts: Readonly<Record<WorkList, number>>
  readonly list: WorkList
  /** the longest waiting first */
  readonly lines: readonly CaseLineShown[]
  readonly measured: Measured | null
}

/** 今天: the counts, who to call, and the days around it. */
export interface TodayShown {
  readonly today: CalendarDate
  readonly counts: Readonly<Record<WorkList, number>>
  /** 今日联系: who is to be told that the window is open, or about to be */
  readonly calls: readonly CaseLineShown[]
  /** cards that are promised for a day, by day */
  readonly promised: readonly { readonly date: CalendarDate; readonly cards: number }[]
  readonly handedOverToday: number
  readonly measured: Measured | null
}

/** Beside the rules of a case: what lies on the reader is not what it takes. */
export type ReaderRefusal =
  /** another card was laid down since, or none */
  | 'tap-over'
  | 'not-read'
  /** 手机, or a card without a number that lasts */
  | 'not-a-student-card'

export type CaseAnswer =
  | {
      readonly kind: 'done'
      readonly cmdId: string
      /** null: it cannot be taken back */
      readonly undoUntil: EpochMs | null
      readonly page: CaseShown
    }
  | { readonly kind: 'refused'; readonly why: CaseRefusal | ReaderRefusal }

/** What is asked about losses, reissues, fees, production and hand-over. */
export interface CaseRequests {
  /** null: not a pupil of the own school */
  'case.page': { readonly args: { readonly studentId: string }; readonly answer: CaseShown | null }
  'case.lists': { readonly args: { readonly list: WorkList }; readonly answer: CaseLists }
  'case.today': { readonly args: null; readonly answer: TodayShown }
  'case.act': { readonly args: CaseWish; readonly answer: CaseAnswer }
}
