import type { AuditAct } from '../core/audit.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import type { AuditCheckShown } from '../core/contract.ts'
import type { DeskState, ReadersView } from '../core/deskState.ts'
import type { TestTap } from '../core/devices.ts'
import { DeskError, errorCode } from '../core/errors.ts'
import type { RecoverySheet, LockReason, SheetAnswer } from '../core/signIn.ts'
import type { SampleCard } from '../core/sampleCard.ts'
import type { Settings } from '../core/settings.ts'
import type { Operator } from '../core/staff.ts'
import type { TapShown } from '../core/tapShown.ts'
import { appendAudit } from '../db/audit.ts'
import { getOperator, isAlone } from '../db/operators.ts'
import { changeSettings, getSettings } from '../db/settings.ts'
import { createFakeReaders } from '../native/fake.ts'
import type { CardReaders, ReaderEvent } from '../native/reader.ts'
import { severalReaders } from '../native/several.ts'
import type { Asking } from './allowed.ts'
import type { RehearsalClock } from './clock.ts'
import { deskState, type Standing } from './deskState.ts'
import { devicePage, type DevicePage } from './devicePage.ts'
import { drafts, type Drafts } from './drafts.ts'
import { firstRun, type FirstRun } from './firstRun.ts'
import { idleLock } from './idleLock.ts'
import { keepLastSettings, readLastSettings } from './lastSettings.ts'
import { logged, type Log } from './log.ts'
import { logBook, type LogBook } from './logBook.ts'
import { lookUp, type LookUp } from './lookUp.ts'
import { laterOptions, startSettings } from './options.ts'
import { people, type People } from './people.ts'
import { NO_READERS, readersAfter } from './readersView.ts'
import { openWithSheet, type SheetWish } from './recoverySheet.ts'
import { REHEARSAL_READER, rehearsalCards, type RehearsalCards } from './rehearsalCards.ts'
import {
  openClosed,
  prepareSchool,
  schoolFolder,
  type ClosedSchool,
  type OpenSchool,
  type SchoolParts,
} from './school.ts'
import { momentOf, Sessions, type Session } from './session.ts'
import { lockedAct, signing, type Signing } from './signing.ts'
import { staffCards } from './staffCardSeen.ts'
import { tapTaking } from './tapTaking.ts'
import { mayTap, signedOut, tapFor, tapViews, type TapViews } from './tapViews.ts'
import { withinOf } from './within.ts'

export interface DeskParts extends SchoolParts {
  readonly clock: RehearsalClock
  readonly bootId: string
  /** the devices of this computer */
  readonly devices: CardReaders
  readonly log: Log
  readonly onState: (state: DeskState) => void
  readonly onTap: (tap: TapShown) => void
  readonly onTested: (tap: TestTap) => void
  /** the recovery sheet on paper; false: called off */
  readonly print: (sheet: RecoverySheet) => Promise<boolean>
  /** reads the whole log off the main thread */
  readonly checkLog: (school: OpenSchool) => Promise<AuditCheckShown>
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
  /** the first run is over, or goes on */
  confirmFirstRun(characters: readonly string[]): Promise<boolean>
  printSheet(): Promise<boolean>
  openWithSheet(wish: SheetWish): Promise<SheetAnswer>
  readonly people: People
  /** the next card laid down becomes theirs; null: no longer */
  bindCard(operatorId: string | null): void
  readonly drafts: Drafts
  readonly logBook: LogBook
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

/**
 * What a reader is busy with is said a moment later, or not at all when it is over by then: a word
 * that flickers helps nobody, and every change on the screen makes the verdict after it late
 * (measured: 12 ms of 60).
 */
const SAID_AFTER_MS: Partial<Record<ReaderEvent['kind'], number>> = {
  'card-placed': 150,
  'card-read': 100,
  'card-failed': 100,
  'card-gone': 100,
}

export function createDesk(parts: DeskParts): Desk {
  const { clock, bootId } = parts
  const fake = createFakeReaders({ now: clock.steady })
  const readers =
    parts.options.mode === 'rehearsal' ? severalReaders([parts.devices, fake]) : parts.devices
  const folder = schoolFolder(parts)
  const sessions = new Sessions(clock)
  const kept = drafts()
  let standing: Standing = { kind: 'opening' }
  let view: ReadersView = NO_READERS
  let settings: Settings = { ...readLastSettings(folder), ...startSettings(parts.options) }
  let why: LockReason = 'start'
  let last: string | null = null
  /** what the command line asked is done once, not again at each retry */
  let options = parts.options
  let readersStarted = false
  let closed = false

  const isRehearsal = (reader: string): boolean =>
    parts.options.mode === 'rehearsal' && reader === REHEARSAL_READER

  const cards = staffCards({
    steady: clock.steady,
    ownerOf: (identifiers) => prepared().keeper.ownerOfCard(identifiers),
    onChange: publish,
  })

  const taking = tapTaking({
    clock,
    bootId,
    desk() {
      const { now } = sessions
      if (standing.kind !== 'open' || now === null || !mayTap(now.operator)) return null
      return { school: standing.school, session: now }
    },
    onTap(tap) {
      idle.active()
      if (sessions.now !== null) parts.onTap(tapFor(tap, withinOf(sessions.now.operator, 'tap')))
    },
    onFailure: fail,
  })

  const devices = devicePage({
    clock,
    readers: () => view,
    isRehearsal,
    db: () => opened().data.db,
    onTested: parts.onTested,
    onTestOver: publish,
  })

  const idle = idleLock({
    uptimeMs: clock.uptimeMs,
    afterMs: () => settings.lockAfterMinutes * 60_000,
    lock: () => lock('idle'),
  })

  const operator = () => sessions.now?.operator ?? signedOut()
  const looks = lookUp({ clock, school: opened, operator, audit })
  const staff = people({ clock, school: opened, audit, onChange })
  const pins = signing({
    clock,
    bootId,
    sessions,
    school: prepared,
    open: openWith,
    card: cards.owner,
    people: staff,
    audit,
    onChange,
  })

  const state = (): DeskState =>
    deskState(parts, standing, {
      readers: view,
      settings,
      session: sessions.now,
      why,
      last,
      card: cards.shown(),
    })

  let later: NodeJS.Timeout | undefined

  function publish(): void {
    clearTimeout(later)
    try {
      parts.onState(state())
    } catch (thrown) {
      // The database could not even be asked; told below, where it is not asked any more.
      fail(thrown)
    }
  }

  function onChange(changed?: Operator): void {
    if (changed !== undefined) sessions.refresh(changed)
    idle.active()
    publish()
  }

  function onReader(event: ReaderEvent): void {
    view = readersAfter(view, event, isRehearsal)
    const locked = sessions.now === null
    if (!cards.hear(event, locked) && !devices.hear(event)) taking.hear(event)
    if (event.kind === 'service') parts.log('readers', { reason: event.state })
    const after = SAID_AFTER_MS[event.kind]
    clearTimeout(later)
    if (after === undefined) publish()
    else later = setTimeout(publish, after)
  }

  /** Into trouble, keeping nothing half open; the words are the page's. */
  function fail(thrown: unknown): void {
    parts.log('trouble', logged(thrown))
    if (standing.kind === 'open') standing.school.data.db.close()
    forgetSession()
    standing = { kind: 'trouble', code: errorCode(thrown) }
    parts.onState(state())
  }

  function prepared(): ClosedSchool | OpenSchool {
    if (standing.kind === 'closed' || standing.kind === 'open') return standing.school
    throw new DeskError('internal', 'There is no school to sign in to.')
  }

  function opened(): OpenSchool {
    if (standing.kind !== 'open') throw new DeskError('internal', 'The desk is not open.')
    return standing.school
  }

  /** @throws DeskError; then the desk is in trouble */
  function openWith(dataKey: Uint8Array): OpenSchool {
    if (standing.kind === 'open') return standing.school
    if (standing.kind !== 'closed') throw new DeskError('internal', 'There is nothing to open.')
    try {
      const school = openClosed(standing.school, dataKey, clock)
      standing = { kind: 'open', school, cards: standing.cards }
      changeSettings(school.data.db, startSettings(options))
      settings = getSettings(school.data.db)
      options = laterOptions(options)
      return school
    } catch (thrown) {
      fail(thrown)
      throw thrown
    }
  }

  function audit(act: AuditAct): void {
    appendAudit(opened().data.db, act, momentOf(sessions.now, clock, bootId))
  }

  /** An administrator and a supervisor together; where both are one person, that one's PIN once more. */
  function isSecondThere(first: Operator): boolean {
    const { db } = opened().data
    if (isAlone(db) && sessions.confirmed) return true
    const second = sessions.second === null ? null : getOperator(db, sessions.second)
    const roles = second === null ? [] : [...first.roles, ...second.roles]
    return roles.includes('administrator') && roles.includes('supervisor')
  }

  function forgetSession(): void {
    sessions.end()
    taking.forget()
    looks.forget()
    cards.forget()
    devices.endTest()
    idle.stop()
  }

  /** Whatever the disk says of it, the screen goes. */
  function lock(reason: LockReason): void {
    const { now } = sessions
    if (now === null) return
    if (reason === 'handed-over') kept.drop(now.operator.id)
    last = reason === 'handed-over' ? null : now.operator.id
    why = reason
    try {
      audit(lockedAct(reason))
      opened().data.anchor.keep()
    } catch (thrown) {
      parts.log('lock-not-logged', logged(thrown))
    }
    forgetSession()
    publish()
  }

  function rehearsal(): RehearsalCards {
    if (standing.kind !== 'open' || standing.cards === null)
      throw new DeskError('not-in-rehearsal', 'This is a real school: nothing is rehearsed here.')
    return standing.cards
  }

  function startReaders(): void {
    if (readersStarted) return
    readersStarted = true
    if (parts.options.mode === 'rehearsal') fake.addReader(REHEARSAL_READER)
    readers.start(onReader)
  }

  async function prepareOnce(): Promise<void> {
    standing = { kind: 'opening' }
    publish()
    try {
      const school = await prepareSchool({ ...parts, options })
      if (closed) return
      options = { ...options, students: null, fresh: false }
      if (school.kind === 'first-run') {
        const run = firstRun({ place: school.place, vault: school.vault, clock, bootId })
        standing = { kind: 'first-run', run, keyStore: school.vault.backend !== null }
      } else {
        const samples = school.rehearsal === null ? null : rehearsalCards(fake, school.rehearsal)
        standing = { kind: 'closed', school, cards: samples }
        startReaders()
      }
      publish()
    } catch (thrown) {
      fail(thrown)
    }
  }

  /** One opening at a time, by construction: a second wish waits for the first. */
  let opening: Promise<void> | null = null

  async function open(): Promise<DeskState> {
    if ((standing.kind === 'opening' || standing.kind === 'trouble') && !closed) {
      opening ??= prepareOnce().finally(() => {
        opening = null
      })
      await opening
    }
    return state()
  }

  function run(): FirstRun {
    if (standing.kind !== 'first-run')
      throw new DeskError('internal', 'This school is set up already.')
    return standing.run
  }

  return {
    state,
    open,
    session: () => sessions.now,
    asking() {
      const { now } = sessions
      if (now === null) return null
      const { operator: who, token } = now
      const { confirmed } = sessions
      return { operator: who, token, confirmed, second: () => isSecondThere(who) }
    },
    signing: pins,
    lock,
    active: idle.active,
    firstRun: run,
    async confirmFirstRun(characters) {
      if (!run().confirm(characters)) return false
      standing = { kind: 'opening' }
      await open()
      return true
    },
    async printSheet() {
      const sheet = run().sheet()
      return sheet !== null && (await parts.print(sheet))
    },
    openWithSheet: (wish) =>
      openWithSheet(
        {
          clock,
          school: prepared,
          onOpened(school) {
            const samples =
              standing.kind === 'closed' || standing.kind === 'open' ? standing.cards : null
            standing = { kind: 'open', school, cards: samples }
            publish()
          },
          audit,
        },
        wish,
      ),
    people: staff,
    bindCard(operatorId) {
      cards.bindNext(
        operatorId === null ? null : (identifiers) => staff.bindCard(operatorId, identifiers),
      )
    },
    drafts: kept,
    logBook: logBook({ school: opened, audit, check: parts.checkLog, onLifted: publish }),
    settings: () => settings,
    changeSettings(change) {
      if (settings.kiosk && change.kiosk === false && !sessions.confirmed)
        throw new DeskError('re-auth-needed', 'Leaving the kiosk takes the PIN once more.')
      settings = changeSettings(opened().data.db, change)
      keepLastSettings(folder, settings)
      const about = Object.keys(change).sort().join(' ')
      audit({ kind: 'settings-changed', studentId: null, about, reason: null })
      publish()
      return settings
    },
    taps: tapViews({
      school: opened,
      operator,
      current: () => taking.current(settings.clearAfterSeconds * 1_000),
    }),
    lookUp: looks,
    devices,
    samples: () => rehearsal().samples(),
    tapSample: (sampleId) => rehearsal().tap(sampleId),
    setClock(at) {
      rehearsal()
      clock.set(at)
      publish()
    },
    async close() {
      closed = true
      devices.endTest()
      idle.stop()
      await opening
      await readers.stop()
      if (standing.kind === 'open') endWith(standing.school, parts.log)
      standing = { kind: 'opening' }
    },
  }
}

/** A disk that refuses the last word on the log does not keep the program from ending. */
function endWith({ data: { anchor, db } }: OpenSchool, log: Log): void {
  try {
    anchor.keep()
  } catch (thrown) {
    log('log-not-anchored', logged(thrown))
  }
  db.close()
}
