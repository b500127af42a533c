import type { EpochMs } from './calendarDate.ts'
import type { DeskState } from './deskState.ts'
import type { DevicesView, TestTap } from './devices.ts'
import type { DeskErrorCode } from './errors.ts'
import type { LookReason } from './lookReason.ts'
import type { SampleCard } from './sampleCard.ts'
import type { ScanAnswer, SearchAnswer } from './search.ts'
import type { Settings } from './settings.ts'
import type { StudentPage } from './studentShown.ts'
import type { TapLine, TapShown } from './tapShown.ts'

/**
 * Everything the page may ask of the desk: name → arguments and answer.
 * Adding a request touches this file and one handler (electron/handlers.ts); the arguments' check
 * stands beside the handler, and the compiler asks for both.
 */
export interface Requests {
  'desk.state': { readonly args: null; readonly answer: DeskState }
  /** after a trouble was mended (room made, file put back): opens again */
  'desk.retry': { readonly args: null; readonly answer: DeskState }
  'settings.change': { readonly args: Partial<Settings>; readonly answer: Settings }
  'taps.recent': { readonly args: { readonly limit: number }; readonly answer: readonly TapLine[] }
  /** what should be on the screen now: asked by a page that was just made */
  'tap.current': { readonly args: null; readonly answer: TapShown | null }
  'photo.get': { readonly args: { readonly studentId: string }; readonly answer: Photo | null }
  /** by 教育ID, card number, name, pinyin, initials or class; an empty text finds nobody */
  'search.find': {
    readonly args: { readonly text: string; readonly limit: number }
    readonly answer: SearchAnswer
  }
  /** what a scanner or a number-typing reader sent, as it came */
  'scan.look': { readonly args: { readonly text: string }; readonly answer: ScanAnswer }
  /** null: not a pupil of the own school */
  'student.page': {
    readonly args: { readonly studentId: string }
    readonly answer: StudentPage | null
  }
  /** the whole 教育ID, asked for by a person who says why; elsewhere it is a tail */
  'student.educationId': {
    readonly args: { readonly studentId: string; readonly reason: LookReason }
    readonly answer: string | null
  }
  'devices.view': { readonly args: null; readonly answer: DevicesView }
  /** true: the next card is a test tap and not recorded; it ends by itself with that card */
  'devices.test': { readonly args: { readonly on: boolean }; readonly answer: DevicesView }
  /** only in the rehearsal school */
  'rehearsal.samples': { readonly args: null; readonly answer: readonly SampleCard[] }
  /** lays a sample card on the rehearsal reader and takes it away again */
  'rehearsal.tap': { readonly args: { readonly sampleId: string }; readonly answer: null }
  /** null: back to the real time */
  'rehearsal.setClock': { readonly args: { readonly at: EpochMs | null }; readonly answer: null }
}

/** Everything the desk tells the page unasked. */
export interface Events {
  'desk.state': DeskState
  'tap.verdict': TapShown
  'devices.tested': TestTap
}

export type RequestName = keyof Requests
export type EventName = keyof Events
export type Args<N extends RequestName> = Requests[N]['args']
export type Answer<N extends RequestName> = Requests[N]['answer']

export interface Photo {
  readonly mime: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What crosses the bridge: an error keeps its code, and never a stack, a path or SQL. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: DeskErrorCode; readonly message: string }

/** `window.kiosk`, made by electron/preload.ts: exactly the contract, nothing else. */
export interface KioskBridge {
  request<N extends RequestName>(name: N, args: Args<N>): Promise<Reply<Answer<N>>>
  /** @returns the unsubscribe */
  on<N extends EventName>(name: N, listener: (event: Events[N]) => void): () => void
}

/** The names as values, checked against the types in both directions. */
export const REQUEST_NAMES = Object.keys({
  'desk.state': true,
  'desk.retry': true,
  'settings.change': true,
  'taps.recent': true,
  'tap.current': true,
  'photo.get': true,
  'search.find': true,
  'scan.look': true,
  'student.page': true,
  'student.educationId': true,
  'devices.view': true,
  'devices.test': true,
  'rehearsal.samples': true,
  'rehearsal.tap': true,
  'rehearsal.setClock': true,
} satisfies Record<RequestName, true>) as readonly RequestName[]

export const EVENT_NAMES = Object.keys({
  'desk.state': true,
  'tap.verdict': true,
  'devices.tested': true,
} satisfies Record<EventName, true>) as readonly EventName[]
