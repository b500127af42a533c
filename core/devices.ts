import type { CardFamily, ReadFailure } from './cardRead.ts'
import type { EpochMs } from './calendarDate.ts'
import type { ReaderView, ServiceState } from './deskState.ts'

/** The device page: each reader, how it does, and what is wrong with it. */
export interface DevicesView {
  readonly service: ServiceState
  readonly readers: readonly ReaderFacts[]
  /** a test tap is being waited for: the next card is not recorded */
  readonly testing: boolean
}

export interface ReaderFacts {
  readonly name: string
  readonly rehearsal: boolean
  /** null: it is not plugged in now, but cards were read at it */
  readonly state: ReaderView['state'] | null
  readonly lastTapAt: EpochMs | null
  /** over the last 30 days, most read first */
  readonly families: readonly FamilyFacts[]
  /** readings that failed and were followed by none that tells what card it was */
  readonly failedUnknown: number
  readonly advice: readonly ReaderAdvice[]
}

/** Readings of one kind of card at one reader; a failure counts for the card that was read next. */
export interface FamilyFacts {
  readonly family: CardFamily
  readonly read: number
  readonly failed: number
}

/** 读卡诊断: what is wrong, said in words by the page. */
export type ReaderAdvice =
  /** the system's card service does not run */
  | 'service-down'
  /** the reader or its driver reports an error */
  | 'driver-error'
  /** another program holds the reader: it must be closed */
  | 'in-use'
  /** a card lies there since before we looked */
  | 'card-lying'
  /** many failed readings of every kind: place, cable, something metal underneath */
  | 'fails-often'
  /** CPU cards fail here and M1 cards do not */
  | 'fails-cpu'
  /** M1 cards fail here and CPU cards do not: a reader for CPU cards only */
  | 'fails-m1'

/** One card laid down to try the reader: shown, not recorded, no pupil looked up. */
export interface TestTap {
  readonly at: EpochMs
  readonly reader: string
  /** from the card to the last answer */
  readonly tookMs: number
  readonly result: TestResult
}

export type TestResult =
  | {
      readonly kind: 'card'
      readonly family: CardFamily
      readonly numberTail: string | null
      /** `random`: another at each tap, or none given: it identifies nobody */
      readonly uid: 'fixed' | 'random'
      readonly advice: CardAdvice
    }
  | { readonly kind: 'failed'; readonly failure: ReadFailure }

/** What the card that was tried means for the work. */
export type CardAdvice =
  /** 正常的学生卡芯片 */
  | 'good'
  /** 旧M1卡: only its UID can be read; a reader for M1 is needed */
  | 'm1-uid-only'
  /** 手机 or temporary number */
  | 'temporary-number'
  /** a bank or door card */
  | 'not-a-student-card'
