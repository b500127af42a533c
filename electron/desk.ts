import type { EpochMs } from '../core/calendarDate.ts'
import type { Photo } from '../core/contract.ts'
import type { DeskState, ReadersView } from '../core/deskState.ts'
import { DeskError, errorCode } from '../core/errors.ts'
import type { SampleCard } from '../core/sampleCard.ts'
import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts'
import type { TapLine, TapShown } from '../core/tapShown.ts'
import { countWaiting } from '../db/outbox.ts'
import { getPhoto } from '../db/photos.ts'
import { changeSettings, getSettings } from '../db/settings.ts'
import { recentTaps } from '../db/taps.ts'
import { createFakeReaders } from '../native/fake.ts'
import type { CardReaders, ReaderEvent } from '../native/reader.ts'
import { severalReaders } from '../native/several.ts'
import { systemClock, type RehearsalClock } from './clock.ts'
import { logged, type Log } from './log.ts'
import { NO_READERS, readersAfter } from './readersView.ts'
import type { Options } from './options.ts'
import { REHEARSAL_READER, rehearsalCards, type RehearsalCards } from './rehearsalCards.ts'
import { openSchool, schoolFolder, type OpenSchool, type SchoolParts } from './school.ts'
import { takeTap } from './takeTap.ts'
import { tapsFrom } from './taps.ts'

export interface DeskParts extends SchoolParts {
  readonly clock: RehearsalClock
  readonly bootId: string
  /** the devices of this computer */
  readonly devices: CardReaders
  readonly log: Log
  readonly onState: (state: DeskState) => void
  readonly onTap: (tap: TapShown) => void
}

/** The desk: everything it can be asked. Knows no window; electron/handlers.ts is its counter. */
export interface Desk {
  state(): DeskState
  /** opens the school and starts the readers; again after a trouble. Never rejects. */
  open(): Promise<DeskState>
  settings(): Settings
  changeSettings(change: Partial<Settings>): Settings
  recentTaps(limit: number): readonly TapLine[]
  photo(studentId: string): Photo | null
  samples(): readonly SampleCard[]
  tapSample(sampleId: string): void
  setClock(at: EpochMs | null): void
  close(): Promise<void>
}

/** How the desk stands: not yet, in trouble, or with a school open. */
type Standing =
  | { readonly kind: 'opening' }
  | { readonly kind: 'trouble'; readonly code: DeskError['code'] }
  | { readonly kind: 'open'; readonly school: OpenSchool; readonly cards: RehearsalCards | null }

export function createDesk(parts: DeskParts): Desk {
  const fake = createFakeReaders({ now: systemClock.now })
  const readers =
    parts.options.mode === 'rehearsal' ? severalReaders([parts.devices, fake]) : parts.devices
  let standing: Standing = { kind: 'opening' }
  let view: ReadersView = NO_READERS
  let readersStarted = false

  const publish = (): void => parts.onState(state())

  const intoTaps = tapsFrom<TapShown>({
    taken(presentation) {
      if (standing.kind !== 'open') return null
      const { data } = standing.school
      try {
        const tap = takeTap(
          {
            db: data.db,
            clock: parts.clock,
            recorder: data.recorder,
            bootId: parts.bootId,
            data: data.roll,
          },
          presentation,
        )
        parts.onTap(tap)
        return tap
      } catch (thrown) {
        fail(thrown)
        return null
      }
    },
    repeated: parts.onTap,
  })

  function onReader(event: ReaderEvent): void {
    view = readersAfter(view, event, (name) => name === REHEARSAL_READER)
    intoTaps(event)
    if (event.kind === 'service') parts.log('readers', { reason: event.state })
    publish()
  }

  /** Into trouble, keeping nothing half open; the words are the page's. */
  function fail(thrown: unknown): void {
    parts.log('trouble', logged(thrown))
    if (standing.kind === 'open') standing.school.data.db.close()
    standing = { kind: 'trouble', code: errorCode(thrown) }
    publish()
  }

  function opened(): Extract<Standing, { readonly kind: 'open' }> {
    if (standing.kind !== 'open') throw new DeskError('internal', 'The desk is not open.')
    return standing
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

  function settings(): Settings {
    return standing.kind === 'open'
      ? getSettings(standing.school.data.db)
      : { ...DEFAULT_SETTINGS, ...startSettings(parts.options) }
  }

  function state(): DeskState {
    if (standing.kind === 'opening') return standing
    if (standing.kind === 'trouble')
      return { kind: 'trouble', code: standing.code, place: schoolFolder(parts) }
    const { data, keptBy } = standing.school
    return {
      kind: 'open',
      mode: parts.options.mode,
      schoolName: data.schoolName ?? '',
      students: data.students,
      readers: view,
      data: data.roll,
      waiting: countWaiting(data.db),
      clock: { offsetMs: parts.clock.offsetMs(), settable: parts.options.mode === 'rehearsal' },
      notices: [
        ...(keptBy === 'file' ? (['key-in-file'] as const) : []),
        ...(parts.runtimeSupported ? [] : (['rehearsal-runtime'] as const)),
      ],
      settings: settings(),
    }
  }

  return {
    state,
    async open() {
      if (standing.kind === 'open') return state()
      standing = { kind: 'opening' }
      publish()
      try {
        const school = await openSchool(parts)
        const cards = school.rehearsal === null ? null : rehearsalCards(fake, school.rehearsal)
        changeSettings(school.data.db, startSettings(parts.options))
        standing = { kind: 'open', school, cards }
        startReaders()
        publish()
      } catch (thrown) {
        fail(thrown)
      }
      return state()
    },
    settings,
    changeSettings(change) {
      const { db } = opened().school.data
      const settings = changeSettings(db, change)
      publish()
      return settings
    },
    recentTaps: (limit) => recentTaps(opened().school.data.db, limit),
    photo: (studentId) => getPhoto(opened().school.data.db, studentId),
    samples: () => rehearsal().samples(),
    tapSample: (sampleId) => rehearsal().tap(sampleId),
    setClock(at) {
      rehearsal()
      parts.clock.set(at)
      publish()
    },
    async close() {
      await readers.stop()
      if (standing.kind === 'open') standing.school.data.db.close()
      standing = { kind: 'opening' }
    },
  }
}

/** `--kiosk` and `--lang` set what the settings screen would; they last until changed there. */
function startSettings(options: Options): Partial<Settings> {
  return {
    ...(options.kiosk ? { kiosk: true } : {}),
    ...(options.language === null ? {} : { language: options.language }),
  }
}
