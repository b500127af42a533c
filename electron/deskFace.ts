import type { BroughtAnswer, RestoreAnswer } from '../core/care.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import type { DeskState, ReadersView } from '../core/deskState.ts'
import type { TestTap } from '../core/devices.ts'
import type { RollProgress } from '../core/rollRequests.ts'
import type { SampleCard } from '../core/sampleCard.ts'
import type { Settings } from '../core/settings.ts'
import type { LockReason, SheetAnswer } from '../core/signIn.ts'
import type { TapShown } from '../core/tapShown.ts'
import type { CardReaders } from '../native/reader.ts'
import type { Asking } from './allowed.ts'
import type { BroughtWish } from './bringBackup.ts'
import type { Calendars } from './calendars.ts'
import type { Care } from './care.ts'
import type { RehearsalClock } from './clock.ts'
import type { DeskHands, DeskWork } from './deskWork.ts'
import type { DevicePage } from './devicePage.ts'
import type { Drafts } from './drafts.ts'
import type { FirstRun } from './firstRun.ts'
import type { Log } from './log.ts'
import type { LogBook } from './logBook.ts'
import type { LookUp } from './lookUp.ts'
import type { NewSheet } from './newSheet.ts'
import type { People } from './people.ts'
import type { Privacy } from './privacy.ts'
import type { SheetWish } from './recoverySheet.ts'
import type { Reports } from './reports/reports.ts'
import type { OpenSchool, SchoolParts } from './school.ts'
import type { SchoolActs } from './schoolActs.ts'
import type { Session } from './session.ts'
import type { Signing } from './signing.ts'
import type { SupportFacts } from './supportBundle.ts'
import type { TapViews } from './tapViews.ts'

export interface DeskParts extends SchoolParts {
  readonly clock: RehearsalClock
  readonly bootId: string
  /** the devices of this computer */
  readonly devices: CardReaders
  readonly log: Log
  readonly work: DeskWork
  readonly hands: DeskHands
  readonly supportFacts: (
    school: OpenSchool,
    readers: ReadersView,
    language: string,
  ) => SupportFacts
  /** of this program, the older one first */
  readonly logFiles: readonly string[]
  readonly onState: (state: DeskState) => void
  readonly onTap: (tap: TapShown) => void
  readonly onTested: (tap: TestTap) => void
  /** null: nothing is being worked at any more */
  readonly onProgress: (progress: RollProgress | null) => void
}

/** The desk: everything it can be asked. Knows no window; electron/handlers.ts is its counter. */
export interface Desk {
  state(): DeskState
  /** gets the school ready and starts the readers; again after a trouble. Never rejects. */
  open(): Promise<DeskState>
  /** who is at it; null: it is locked */
  session(): Session | null
  /** who asks for something, with all that main knows of them; null: nobody is signed in */
  asking(): (Asking & { readonly token: string }) | null
  readonly signing: Signing
  lock(why: LockReason): void
  /** a hand is at it */
  active(): void
  /** @throws DeskError where a school is set up already */
  firstRun(): FirstRun
  confirmFirstRun(characters: readonly string[]): Promise<boolean>
  printSheet(): Promise<boolean>
  openWithSheet(wish: SheetWish): Promise<SheetAnswer>
  readonly newSheet: NewSheet
  restore(name: string, reason: string): Promise<RestoreAnswer>
  bring(wish: BroughtWish): Promise<BroughtAnswer | SheetAnswer>
  readonly people: People
  /** the next card laid down becomes theirs; null: no longer */
  bindCard(operatorId: string | null): void
  readonly drafts: Drafts
  readonly logBook: LogBook
  readonly care: Care
  readonly privacy: Privacy
  readonly acts: SchoolActs
  readonly calendars: Calendars
  readonly reports: Reports
  /** as last known, also while nobody is signed in */
  settings(): Settings
  changeSettings(change: Partial<Settings>): Settings
  readonly taps: TapViews
  readonly lookUp: LookUp
  readonly devices: DevicePage
  samples(): readonly SampleCard[]
  tapSample(sampleId: string): void
  setClock(at: EpochMs | null): void
  close(): Promise<void>
}
