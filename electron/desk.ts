import { aloneReason } from '../core/alone.ts'
import type { AuditAct, AuditMoment } from '../core/audit.ts'
import type { DeskState, ReadersView } from '../core/deskState.ts'
import { DeskError } from '../core/errors.ts'
import type { Settings } from '../core/settings.ts'
import type { LockReason } from '../core/signIn.ts'
import type { Operator } from '../core/staff.ts'
import { appendAudit } from '../db/audit.ts'
import { getOperator, isAlone } from '../db/operators.ts'
import { changeSettings, getSettings } from '../db/settings.ts'
import { writing } from '../db/writing.ts'
import { createFakeReaders } from '../native/fake.ts'
import type { ReaderEvent } from '../native/reader.ts'
import { severalReaders } from '../native/several.ts'
import type { Asking } from './allowed.ts'
import { care } from './care.ts'
import { checkLogOf } from './checkLog.ts'
import { deskState } from './deskState.ts'
import { devicePage } from './devicePage.ts'
import { drafts } from './drafts.ts'
import type { FirstRun } from './firstRun.ts'
import { idleLock } from './idleLock.ts'
import { keepLastSettings, readLastSettings } from './lastSettings.ts'
import { logged } from './log.ts'
import { logBook } from './logBook.ts'
import { lookUp } from './lookUp.ts'
import { startSettings } from './options.ts'
import { people } from './people.ts'
import { privacy } from './privacy.ts'
import { NO_READERS, readersAfter } from './readersView.ts'
import { REHEARSAL_READER, rehearsalCards, type RehearsalCards } from './rehearsalCards.ts'
import { reports } from './reports/reports.ts'
import { schoolFolder } from './school.ts'
import { schoolKeeping } from './schoolKeeping.ts'
import { momentOf, Sessions } from './session.ts'
import { lockedAct, signing } from './signing.ts'
import { staffCards } from './staffCardSeen.ts'
import { tapTaking } from './tapTaking.ts'
import { mayTap, signedOut, tapFor, tapViews } from './tapViews.ts'
import { withinOf } from './within.ts'
import type { Desk, DeskParts } from './deskFace.ts'

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

/** The locked screen is drawn and the page made anew before anything else is done. */
const QUIET_AFTER_MS = 3_000

export function createDesk(parts: DeskParts): Desk {
  const { clock, bootId, work, hands } = parts
  const fake = createFakeReaders({ now: clock.steady })
  const readers =
    parts.options.mode === 'rehearsal' ? severalReaders([parts.devices, fake]) : parts.devices
  const folder = schoolFolder(parts)
  const sessions = new Sessions(clock)
  const kept = drafts()
  let view: ReadersView = NO_READERS
  let settings: Settings = { ...readLastSettings(folder), ...startSettings(parts.options) }
  /** what the command line set; from the first opening on the database has the truth */
  let wished: Partial<Settings> = startSettings(parts.options)
  let why: LockReason = 'start'
  let last: string | null = null
  let readersStarted = false

  const moment = (): AuditMoment => momentOf(sessions.now, clock, bootId)
  const operator = (): Operator => sessions.now?.operator ?? signedOut()
  const isRehearsal = (reader: string): boolean =>
    parts.options.mode === 'rehearsal' && reader === REHEARSAL_READER

  const keeping = schoolKeeping({
    ...parts,
    moment,
    chooseFolder: hands.chooseFolder,
    cardsOf: (plan) => rehearsalCards(fake, plan),
    onChange: publish,
    onOpened({ data: { db } }) {
      changeSettings(db, wished)
      wished = {}
      settings = getSettings(db)
      cared.start()
    },
    onClosing() {
      cared.stop()
      forgetSession()
    },
  })
  const { opened } = keeping

  const cards = staffCards({
    steady: clock.steady,
    ownerOf: (identifiers) => keeping.prepared().keeper.ownerOfCard(identifiers),
    onChange: publish,
  })

  const taking = tapTaking({
    clock,
    bootId,
    desk() {
      const standing = keeping.standing()
      const { now } = sessions
      if (standing.kind !== 'open' || now === null || !mayTap(now.operator)) return null
      return { school: standing.school, session: now }
    },
    onTap(tap) {
      idle.active()
      if (sessions.now !== null) parts.onTap(tapFor(tap, withinOf(sessions.now.operator, 'tap')))
    },
    onFailure: keeping.fail,
    log: parts.log,
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

  const looks = lookUp({ clock, school: opened, operator, audit, moment })
  const staff = people({ clock, school: opened, audit, moment, onChange })
  const pins = signing({
    ...{ clock, bootId, sessions, audit, onChange, people: staff },
    school: keeping.prepared,
    open: keeping.openWith,
    card: cards.owner,
    onTrouble: keeping.fail,
  })
  const cared = care({
    ...{ clock, work, opened, moment, log: parts.log },
    quietFor: idle.quietFor,
    school() {
      const standing = keeping.standing()
      return standing.kind === 'open' ? standing.school : null
    },
  })

  const keptFor = privacy({ db: () => opened().data.db, moment, onDeleted: cared.noteDeletion })

  const state = (): DeskState =>
    deskState(parts, keeping.standing(), {
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
      keeping.fail(thrown)
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
    const isTest = devices.hear(event)
    if (!cards.hear(event, locked) && !isTest) taking.hear(event)
    if (event.kind === 'service') parts.log('readers', { reason: event.state })
    const after = SAID_AFTER_MS[event.kind]
    clearTimeout(later)
    if (after === undefined) publish()
    else later = setTimeout(publish, after)
  }

  function audit(act: AuditAct): void {
    appendAudit(opened().data.db, act, moment())
  }

  /** An administrator and a supervisor together; where both are one person, that one's PIN once more. */
  function secondPerson(first: Operator): ReturnType<Asking['second']> {
    const { db } = opened().data
    if (isAlone(db)) return sessions.confirmed ? 'there' : 'own-pin'
    const second = sessions.second === null ? null : getOperator(db, sessions.second)
    const pair = (one: Operator, other: Operator | null): boolean =>
      one.roles.includes('administrator') && other?.roles.includes('supervisor') === true
    return pair(first, second) || (second !== null && pair(second, first))
      ? 'there'
      : 'somebody-else'
  }

  function forgetSession(): void {
    sessions.end()
    taking.forget()
    looks.forget()
    cards.forget()
    devices.endTest()
    idle.stop()
  }

  /** The screen goes first, whatever the disk says of it. */
  function lock(reason: LockReason): void {
    const { now } = sessions
    if (now === null) return
    if (reason === 'handed-over') kept.drop(now.operator.id)
    last = reason === 'handed-over' ? null : now.operator.id
    why = reason
    const of = moment()
    forgetSession()
    publish()
    try {
      const { db, anchor } = opened().data
      appendAudit(db, lockedAct(reason), of)
      anchor.keep()
    } catch (thrown) {
      parts.log('lock-not-logged', logged(thrown))
    }
    setTimeout(() => void whileLocked(), QUIET_AFTER_MS).unref()
  }

  /** What takes its time is done while nobody waits for anything. */
  async function whileLocked(): Promise<void> {
    if (sessions.now !== null || keeping.standing().kind !== 'open') return
    try {
      await keptFor.runDaily()
    } catch (thrown) {
      parts.log('not-cleared', logged(thrown))
    }
    if (sessions.now === null) cared.whileLocked()
  }

  function rehearsal(): RehearsalCards {
    const standing = keeping.standing()
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

  function run(): FirstRun {
    const standing = keeping.standing()
    if (standing.kind !== 'first-run')
      throw new DeskError('internal', 'This school is set up already.')
    return standing.run
  }

  return {
    state,
    async open() {
      await keeping.prepare()
      if (keeping.standing().kind === 'closed') startReaders()
      return state()
    },
    session: () => sessions.now,
    asking() {
      const { now } = sessions
      if (now === null) return null
      const { operator: who, token } = now
      const { confirmed } = sessions
      return { operator: who, token, confirmed, second: () => secondPerson(who) }
    },
    signing: pins,
    lock,
    active: idle.active,
    firstRun: run,
    async confirmFirstRun(characters) {
      const made = await keeping.confirmFirstRun(characters)
      if (made) startReaders()
      return made
    },
    printSheet: () => (run().sheet() === null ? Promise.resolve(false) : hands.print()),
    openWithSheet: keeping.openWithSheet,
    restore: (name, reason) =>
      keeping.restore(name, isAlone(opened().data.db) ? aloneReason(reason) : reason),
    bring: keeping.bring,
    people: staff,
    bindCard(operatorId) {
      cards.bindNext(
        operatorId === null ? null : (identifiers) => staff.bindCard(operatorId, identifiers),
      )
    },
    drafts: kept,
    logBook: logBook({
      ...{ school: opened, audit, onLifted: publish },
      check: (school) => work.checkLog(checkLogOf(school)),
    }),
    care: cared,
    privacy: keptFor,
    reports: reports({
      token: () => sessions.now?.token ?? signedOut(),
      ...{ clock, work, hands, school: opened, operator, audit, logFiles: parts.logFiles },
      supportFacts: (school) => parts.supportFacts(school, view, settings.language),
    }),
    settings: () => settings,
    changeSettings(change) {
      if (settings.kiosk && change.kiosk === false && !sessions.confirmed)
        throw new DeskError('re-auth-needed', 'Leaving the kiosk takes the PIN once more.')
      const { db } = opened().data
      const about = Object.keys(change).sort().join(' ')
      settings = writing(db, 'The settings were not changed', () => {
        audit({ kind: 'settings-changed', studentId: null, about, reason: null })
        return changeSettings(db, change)
      })
      keepLastSettings(folder, settings)
      onChange()
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
      devices.endTest()
      cared.stop()
      idle.stop()
      // First: a reader's driver may hang, and what counts is on the disk then.
      keeping.close()
      await readers.stop()
    },
  }
}
