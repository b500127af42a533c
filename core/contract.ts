import type { AuditEntry, AuditKind, Purpose } from './audit.ts'
import type { BindingRequests } from './bindingShown.ts'
import type { EpochMs } from './calendarDate.ts'
import type { CalendarRequests } from './calendarRequests.ts'
import type { CardRequests } from './cardRequests.ts'
import type {
  CareView,
  CopyAnswer,
  Ground,
  PrivacyView,
  RestoreAnswer,
  SavedFiles,
} from './care.ts'
import type { DeskState } from './deskState.ts'
import type { DevicesView, TestTap } from './devices.ts'
import type { DeskErrorCode } from './errors.ts'
import type { PupilBasis } from './legalBasis.ts'
import type { ListRequests } from './listRequests.ts'
import type { LookReason } from './lookReason.ts'
import type { NameRequests } from './nameRequests.ts'
import type { RetentionClass } from './retention.ts'
import type { RollProgress, RollRequests } from './rollRequests.ts'
import type { SampleCard } from './sampleCard.ts'
import type { SchoolYearRequests } from './schoolYearRequests.ts'
import type { ScanAnswer, SearchAnswer } from './search.ts'
import type { Language, Settings } from './settings.ts'
import type { SheetRequests } from './sheetRequests.ts'
import type { NewPinAnswer, PinAnswer } from './signIn.ts'
import type { NewPerson, Role, StaffLine } from './staff.ts'
import type { StudentPage, TimelineEntry } from './studentShown.ts'
import type { TapLine, TapShown } from './tapShown.ts'
import type { YearTapRequests } from './yearTapShown.ts'

/**
 * Everything the page may ask of the desk: name → arguments and answer; about the recovery sheet in
 * core/sheetRequests.ts, about days off and terms in core/calendarRequests.ts.
 * Adding a request touches this file and one handler (electron/handlers.ts); the arguments' check
 * stands beside the handler, and the compiler asks for both.
 */
export interface Requests
  extends
    SheetRequests,
    CalendarRequests,
    BindingRequests,
    RollRequests,
    SchoolYearRequests,
    YearTapRequests,
    NameRequests,
    ListRequests,
    CardRequests {
  'desk.state': { readonly args: null; readonly answer: DeskState }
  /** after a trouble was mended (room made, file put back): opens again */
  'desk.retry': { readonly args: null; readonly answer: DeskState }
  'session.signIn': {
    readonly args: {
      readonly operatorId: string
      readonly pin: string
      readonly purpose: Purpose
    }
    readonly answer: PinAnswer
  }
  'session.lock': { readonly args: { readonly handOver: boolean }; readonly answer: null }
  /** a hand is at the desk: it does not lock itself for a while */
  'session.active': { readonly args: null; readonly answer: null }
  'session.purpose': { readonly args: { readonly purpose: Purpose }; readonly answer: null }
  /** the own PIN once more: good for a minute */
  'session.confirm': { readonly args: { readonly pin: string }; readonly answer: PinAnswer }
  /** the PIN of another person, for what two must do: good for a minute */
  'session.second': {
    readonly args: { readonly operatorId: string; readonly pin: string }
    readonly answer: PinAnswer
  }
  'session.changePin': {
    readonly args: { readonly pin: string; readonly next: string }
    readonly answer: PinAnswer | NewPinAnswer
  }
  /** what was being typed; kept in main's memory for the same person, and for nobody else */
  'draft.keep': { readonly args: { readonly draft: Draft }; readonly answer: null }
  /** and back, once */
  'draft.take': { readonly args: null; readonly answer: Draft | null }
  'staff.list': { readonly args: null; readonly answer: readonly StaffLine[] }
  'staff.add': { readonly args: NewPerson; readonly answer: NewPinAnswer }
  'staff.change': {
    readonly args: {
      readonly operatorId: string
      readonly name: string
      readonly roles: readonly Role[]
      readonly classes: readonly string[]
      readonly needsCard: boolean
    }
    readonly answer: null
  }
  /** no more sign-in; the name stays in the log */
  'staff.end': { readonly args: { readonly operatorId: string }; readonly answer: null }
  'staff.setPin': {
    readonly args: { readonly operatorId: string; readonly pin: string }
    readonly answer: NewPinAnswer
  }
  /** ten wrong PINs are forgiven */
  'staff.lift': { readonly args: { readonly operatorId: string }; readonly answer: null }
  /** the next card laid down becomes their staff card; null: no longer */
  'staff.bindCard': { readonly args: { readonly operatorId: string | null }; readonly answer: null }
  /** their staff card is nobody's any more; nor need they one before their PIN */
  'staff.unbindCard': { readonly args: { readonly operatorId: string }; readonly answer: null }
  /** the classes on the roll, for whoever has to name some */
  'staff.classes': { readonly args: null; readonly answer: readonly string[] }
  /** newest first */
  'audit.page': {
    readonly args: {
      /** only rows before this one; null: from the newest */
      readonly before: number | null
      readonly operatorId: string | null
      /** null: all */
      readonly kinds: readonly AuditKind[] | null
      readonly limit: number
    }
    readonly answer: AuditPage
  }
  /** the whole log is checked, in a thread of its own */
  'audit.check': { readonly args: null; readonly answer: AuditCheckShown }
  /** a supervisor has seen that the log was changed */
  'audit.lift': { readonly args: { readonly reason: string }; readonly answer: null }
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
  /** what happened with the pupil and their cards, newest first; null: not a pupil one may know */
  'student.history': {
    readonly args: { readonly studentId: string; readonly reason: LookReason }
    readonly answer: readonly TimelineEntry[] | null
  }
  /** consent given or withdrawn; false: not a pupil one may know */
  'student.basis': {
    readonly args: {
      readonly studentId: string
      readonly kind: PupilBasis['kind']
      /** a paper of its own, not part of another consent (PIPL 29) */
      readonly separate: boolean
    }
    readonly answer: boolean
  }
  'care.view': { readonly args: null; readonly answer: CareView }
  'backup.now': { readonly args: null; readonly answer: CareView }
  /** a folder is asked for; read back and compared before it is answered */
  'backup.copy': { readonly args: { readonly name: string }; readonly answer: CopyAnswer }
  /** the desk locks; what was done since the backup is put back */
  'backup.restore': {
    readonly args: { readonly name: string; readonly reason: string }
    readonly answer: RestoreAnswer
  }
  /** the yearly pack, as PDF and workbook; a folder is asked for */
  'report.year': {
    readonly args: { readonly year: number; readonly language: Language }
    readonly answer: SavedFiles
  }
  'support.bundle': { readonly args: null; readonly answer: SavedFiles }
  'privacy.view': { readonly args: null; readonly answer: PrivacyView }
  'privacy.basis': { readonly args: { readonly ground: Ground }; readonly answer: PrivacyView }
  'retention.change': {
    readonly args: Partial<Readonly<Record<RetentionClass, number>>>
    readonly answer: PrivacyView
  }
  /** deletes what has had its time; the rest of the file and the backups follow when the desk is locked */
  'retention.run': { readonly args: null; readonly answer: PrivacyView }
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

/** Where somebody was and what they had typed when the desk locked. */
export interface Draft {
  readonly screen: string
  readonly studentId: string | null
  readonly searchText: string
  /** of the forms that were open, by their name */
  readonly forms: Readonly<Record<string, string>>
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  /** operator id → name, of these entries */
  readonly names: Readonly<Record<string, string>>
  /** student id → whom the person at the desk may know of them */
  readonly pupils: Readonly<Record<string, PupilInLog>>
  readonly more: boolean
}

export interface PupilInLog {
  readonly name: string
  readonly educationIdTail: string | null
}

export type AuditCheckShown =
  | { readonly kind: 'ok'; readonly rows: number }
  | { readonly kind: 'broken'; readonly why: string; readonly seq: number }

/** Everything the desk tells the page unasked. */
export interface Events {
  'desk.state': DeskState
  'tap.verdict': TapShown
  /** null: nothing is being worked at any more */
  'roll.progress': RollProgress | null
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
