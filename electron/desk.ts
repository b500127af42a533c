import type { AuditAct } from '../core/audit.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import type { Photo } from '../core/contract.ts'
import type { DeskState, ReadersView } from '../core/deskState.ts'
import type { TestTap } from '../core/devices.ts'
import { DeskError, errorCode } from '../core/errors.ts'
import type { SampleCard } from '../core/sampleCard.ts'
import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts'
import type { TapLine, TapShown } from '../core/tapShown.ts'
import { appendAudit } from '../db/audit.ts'
import { getPhoto } from '../db/photos.ts'
import { changeSettings, getSettings } from '../db/settings.ts'
import { recentTaps } from '../db/taps.ts'
import { createFakeReaders } from '../native/fake.ts'
import type { CardReaders, ReaderEvent } from '../native/reader.ts'
import { severalReaders } from '../native/several.ts'
import type { RehearsalClock } from './clock.ts'
import { deskState, type Standing } from './deskState.ts'
import { devicePage, type DevicePage } from './devicePage.ts'
import { logged, type Log } from './log.ts'
import { lookUp, type LookUp } from './lookUp.ts'
import type { LocalData } from './localData.ts'
import { laterOptions, startSettings } from './options.ts'
import { NO_READERS, readersAfter } from './readersView.ts'
import { REHEARSAL_READER, rehearsalCards, type RehearsalCards } from './rehearsalCards.ts'
import { openSchool, type SchoolParts } from './school.ts'
import { tapTaking } from './tapTaking.ts'

export interface DeskParts extends SchoolParts {
  readonly clock: RehearsalClock
  readonly bootId: string
  /** the devices of this computer */
  readonly devices: CardReaders
  readonly log: Log
  readonly onState: (state: DeskState) => void
  readonly onTap: (tap: TapShown) => void
  readonly onTested: (tap: TestTap) => void
}

/** The desk: everything it can be asked. Knows no window; electron/handlers.ts is its counter. */
export interface Desk {
  state(): DeskState
  /** opens the school and starts the readers; again after a trouble. Never rejects. */
  open(): Promise<DeskState>
  /** as last known, also while the school is not open */
  settings(): Settings
  changeSettings(change: Partial<Settings>): Settings
  recentTaps(limit: number): readonly TapLine[]
  /** the tap whose time on the screen is not over */
  currentTap(): TapShown | null
  photo(studentId: string): Photo | null
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
  const fake = createFakeReaders({ now: parts.clock.steady })
  const readers =
    parts.options.mode === 'rehearsal' ? severalReaders([parts.devices, fake]) : parts.devices
  let standing: Standing = { kind: 'opening' }
  let view: ReadersView = NO_READERS
  let settings: Settings = { ...DEFAULT_SETTINGS, ...startSettings(parts.options) }
  /** what the command line asked is done once, not again at each retry */
  let options = parts.options
  let readersStarted = false
  let closed = false

  const taps = tapTaking({
    clock: parts.clock,
    bootId: parts.bootId,
    school: () => (standing.kind === 'open' ? standing.school : null),
    onTap: parts.onTap,
    onFailure: fail,
  })

  const isRehearsal = (reader: string): boolean =>
    parts.options.mode === 'rehearsal' && reader === REHEARSAL_READER

  const devices = devicePage({
    clock: parts.clock,
    readers: () => view,
    isRehearsal,
    db: () => opened().school.data.db,
    onTested: parts.onTested,
    onTestOver: publish,
  })

  const state = (): DeskState => deskState(parts, standing, view, settings)

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

  function onReader(event: ReaderEvent): void {
    view = readersAfter(view, event, isRehearsal)
    if (!devices.hear(event)) taps.hear(event)
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
    standing = { kind: 'trouble', code: errorCode(thrown) }
    parts.onState(state())
  }

  function opened(): Extract<Standing, { readonly kind: 'open' }> {
    if (standing.kind !== 'open') throw new DeskError('internal', 'The desk is not open.')
    return standing
  }

  /** A disk that refuses the last word on the log does not keep the program from ending. */
  function endWith({ anchor, db }: LocalData): void {
    try {
      anchor.keep()
    } catch (thrown) {
      parts.log('log-not-anchored', logged(thrown))
    }
    db.close()
  }

  function audit(act: AuditAct): void {
    const { db, recorder } = opened().school.data
    const { operatorId } = recorder
    appendAudit(db, act, { at: parts.clock.now(), bootId: parts.bootId, operatorId, purpose: null })
  }

  function rehearsal(): RehearsalCards {
    const { cards } = opened()
    if (cards === null)
      throw new DeskError('not-in-rehearsal', 'This is a real school: nothing is rehearsed here.')
    return cards
  }

  function startReaders(): void {
    if (readersStarted) return
    readersStarted = true
    if (parts.options.mode === 'rehearsal') fake.addReader(REHEARSAL_READER)
    readers.start(onReader)
  }

  async function openOnce(): Promise<void> {
    standing = { kind: 'opening' }
    publish()
    try {
      const school = await openSchool({ ...parts, options })
      if (closed) return void school.data.db.close()
      const cards = school.rehearsal === null ? null : rehearsalCards(fake, school.rehearsal)
      changeSettings(school.data.db, startSettings(options))
      settings = getSettings(school.data.db)
      options = laterOptions(options)
      standing = { kind: 'open', school, cards }
      startReaders()
      publish()
    } catch (thrown) {
      fail(thrown)
    }
  }

  /** One opening at a time, by construction: a second wish waits for the first. */
  let opening: Promise<void> | null = null

  return {
    state,
    async open() {
      if (standing.kind !== 'open' && !closed) {
        opening ??= openOnce().finally(() => {
          opening = null
        })
        await opening
      }
      return state()
    },
    settings: () => settings,
    changeSettings(change) {
      settings = changeSettings(opened().school.data.db, change)
      const about = Object.keys(change).sort().join(' ')
      audit({ kind: 'settings-changed', studentId: null, about, reason: null })
      publish()
      return settings
    },
    recentTaps: (limit) => recentTaps(opened().school.data.db, limit),
    currentTap: () => taps.current(settings.clearAfterSeconds * 1_000),
    photo: (studentId) => getPhoto(opened().school.data.db, studentId),
    lookUp: lookUp({ clock: parts.clock, school: () => opened().school, audit }),
    devices,
    samples: () => rehearsal().samples(),
    tapSample: (sampleId) => rehearsal().tap(sampleId),
    setClock(at) {
      rehearsal()
      parts.clock.set(at)
      publish()
    },
    async close() {
      closed = true
      devices.endTest()
      await opening
      await readers.stop()
      if (standing.kind === 'open') endWith(standing.school.data)
      standing = { kind: 'opening' }
    },
  }
}
