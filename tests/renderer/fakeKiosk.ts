import type {
  Answer,
  Args,
  EventName,
  Events,
  KioskBridge,
  Photo,
  Reply,
  RequestName,
} from '../../core/contract.ts'
import type { DeskState, OpenDesk } from '../../core/deskState.ts'
import type { DevicesView, TestTap } from '../../core/devices.ts'
import type { DeskErrorCode } from '../../core/errors.ts'
import type { BasisState } from '../../core/legalBasis.ts'
import type { RollProgress } from '../../core/rollRequests.ts'
import type { ScanAnswer, SearchAnswer } from '../../core/search.ts'
import type { StudentPage, TimelineEntry } from '../../core/studentShown.ts'
import type { TapLine, TapShown } from '../../core/tapShown.ts'
import { HARD_TAPS, MONDAY, samples, TAPS } from './builders.ts'
import { FakeArrival } from './fakeArrival.ts'
import { FakeBinding } from './fakeBinding.ts'
import { FakeSchoolYear } from './fakeSchoolYear.ts'
import { FakeCalendar } from './fakeCalendar.ts'
import { FakeCare } from './fakeCare.ts'
import { FakeCases } from './fakeCases.ts'
import { FakeCity } from './fakeCity.ts'
import { FakeLists } from './fakeLists.ts'
import { FakeNewCards } from './fakeNewCards.ts'
import { FakeNames } from './fakeNames.ts'
import { FakePapers } from './fakePapers.ts'
import { FakeRoll } from './fakeRoll.ts'
import { FakeSigning } from './fakeSigning.ts'
import { FakeStaff } from './fakeStaff.ts'
import { TIMELINE } from './pupils.ts'

export type Handlers = { [N in RequestName]: (args: Args<N>) => Answer<N> | Promise<Answer<N>> }
type Listeners = { [N in EventName]: Set<(event: Events[N]) => void> }

/** A desk without Electron: the bridge the page knows, and hands to play it with. */
export class FakeKiosk implements KioskBridge {
  readonly asked: { readonly name: RequestName; readonly args: unknown }[] = []
  recent: readonly TapLine[] = []
  current: TapShown | null = null
  photo: Photo | null = null
  /** the next requests of this name are refused with this code */
  readonly refuse = new Map<RequestName, DeskErrorCode>()
  #state: DeskState
  /** who is at the desk: PINs, locks, drafts, first run */
  readonly signing: FakeSigning
  /** the people of the desk, and the log */
  readonly staff = new FakeStaff()
  /** backups, recovery, legal basis, retention */
  readonly care = new FakeCare()
  readonly calendar = new FakeCalendar()
  readonly roll = new FakeRoll()
  readonly binding = new FakeBinding()
  readonly schoolYear = new FakeSchoolYear()
  readonly lists = new FakeLists()
  readonly names = new FakeNames(() => this.page)
  readonly newCards = new FakeNewCards()
  readonly cases = new FakeCases()
  readonly papers = new FakePapers()
  readonly city = new FakeCity()
  readonly arrival = new FakeArrival()
  found: SearchAnswer = { lines: [], total: 0, remark: null }
  scanned: ScanAnswer = { kind: 'none', why: 'nothing-in-it' }
  page: StudentPage | null = null
  history: readonly TimelineEntry[] | null = TIMELINE
  devices: DevicesView = { service: 'up', readers: [], testing: false }
  readonly #listeners: Listeners = {
    'desk.state': new Set(),
    'tap.verdict': new Set(),
    'roll.progress': new Set(),
    'devices.tested': new Set(),
  }

  readonly #handlers: Handlers

  constructor(state: DeskState) {
    this.#state = state
    const push = (next: DeskState) => this.push(next)
    this.signing = new FakeSigning({ state: () => this.#state, push })
    this.#handlers = {
      ...this.#ownHandlers,
      ...this.signing.handlers,
      ...this.staff.handlers,
      ...this.care.handlers,
      ...this.calendar.handlers,
      ...this.roll.handlers,
      ...this.binding.handlers,
      ...this.schoolYear.handlers,
      ...this.names.handlers,
      ...this.lists.handlers,
      ...this.newCards.handlers,
      ...this.cases.handlers,
      ...this.papers.handlers,
      ...this.city.handlers,
      ...this.arrival.handlers,
    }
  }

  readonly #ownHandlers: Omit<
    Handlers,
    | keyof FakeSigning['handlers']
    | keyof FakeStaff['handlers']
    | keyof FakeCare['handlers']
    | keyof FakeCalendar['handlers']
    | keyof FakeRoll['handlers']
    | keyof FakeBinding['handlers']
    | keyof FakeSchoolYear['handlers']
    | keyof FakeNames['handlers']
    | keyof FakeLists['handlers']
    | keyof FakeNewCards['handlers']
    | keyof FakeCases['handlers']
    | keyof FakePapers['handlers']
    | keyof FakeCity['handlers']
    | keyof FakeArrival['handlers']
  > = {
    'desk.state': () => this.#state,
    'desk.retry': () => this.#state,
    'settings.change': (part) => {
      const open = this.#open()
      const settings = { ...open.settings, ...part }
      this.push({ ...open, settings })
      return settings
    },
    'taps.recent': () => this.recent,
    'tap.current': () => this.current,
    'photo.get': () => this.photo,
    'search.find': ({ limit }) => ({ ...this.found, lines: this.found.lines.slice(0, limit) }),
    'scan.look': () => this.scanned,
    'student.page': () => this.page,
    'student.educationId': () => '20131234',
    'student.history': () => this.history,
    'student.basis': ({ kind }) => {
      if (this.page === null) return false
      const basis: BasisState =
        kind === 'withdrawn'
          ? { kind, at: MONDAY, dutyRemains: false }
          : { kind: 'recorded', by: 'pupil' }
      this.page = { ...this.page, basis }
      return true
    },
    'devices.view': () => this.devices,
    'devices.test': ({ on }) => {
      this.devices = { ...this.devices, testing: on }
      return this.devices
    },
    'rehearsal.samples': () => samples(),
    'rehearsal.tap': ({ sampleId }) => {
      const sample = samples().find((one) => one.id === sampleId)
      if (sample) this.tap({ ...TAPS[sample.expect], tapId: `sample-${this.asked.length}` })
      return null
    },
    'rehearsal.setClock': ({ at }) => {
      const open = this.#open()
      const offsetMs = at === null ? 0 : at - Date.now()
      this.push({ ...open, clock: { ...open.clock, offsetMs } })
      return null
    },
  }

  async request<N extends RequestName>(name: N, given: Args<N>): Promise<Reply<Answer<N>>> {
    // As over the bridge: a proxy of Vue's cannot be copied.
    const args = structuredClone(given)
    this.asked.push({ name, args })
    const code = this.refuse.get(name)
    if (code !== undefined) return { ok: false, code, message: `refused: ${name}` }
    return { ok: true, value: await this.#handlers[name](args) }
  }

  on<N extends EventName>(name: N, listener: (event: Events[N]) => void): () => void {
    this.#listeners[name].add(listener)
    return () => this.#listeners[name].delete(listener)
  }

  push(state: DeskState): void {
    this.#state = state
    for (const listener of this.#listeners['desk.state']) listener(state)
  }

  tap(tap: TapShown): void {
    for (const listener of this.#listeners['tap.verdict']) listener(tap)
  }

  /** null: nothing is being worked at any more */
  progress(at: RollProgress | null): void {
    for (const listener of this.#listeners['roll.progress']) listener(at)
  }

  tested(tap: TestTap): void {
    for (const listener of this.#listeners['devices.tested']) listener(tap)
  }

  #open(): OpenDesk {
    if (this.#state.kind !== 'open') throw new Error('The fake desk is not open.')
    return this.#state
  }
}

export const EVERY_TAP: Readonly<Record<string, TapShown>> = { ...TAPS, ...HARD_TAPS }
