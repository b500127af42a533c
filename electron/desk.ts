import type { AuditAct } from '../core/audit.ts'
import type { DeskState } from '../core/deskState.ts'
import type { Operator } from '../core/staff.ts'
import { appendAudit } from '../db/audit.ts'
import { care } from './care.ts'
import { checkLogOf } from './checkLog.ts'
import { deskReaders } from './deskReaders.ts'
import { deskSettings } from './deskSettings.ts'
import { deskState, firstRunOf, rehearsalOf } from './deskState.ts'
import { devicePage } from './devicePage.ts'
import { logBook } from './logBook.ts'
import { lookUp } from './lookUp.ts'
import { newSheet } from './newSheet.ts'
import { startSettings } from './options.ts'
import { people } from './people.ts'
import { privacy } from './privacy.ts'
import { reasonHere } from './reasonHere.ts'
import { rehearsalCards } from './rehearsalCards.ts'
import { reports } from './reports/reports.ts'
import { schoolFolder } from './school.ts'
import { schoolKeeping } from './schoolKeeping.ts'
import { schoolActs } from './schoolActs.ts'
import { signedOut } from './signedOut.ts'
import { signing } from './signing.ts'
import { sitting } from './sitting.ts'
import { staffCards } from './staffCardSeen.ts'
import { tapTaking } from './tapTaking.ts'
import { mayTap, tapFor, tapViews } from './tapViews.ts'
import { withinOf } from './within.ts'
import { whileLocked } from './whileLocked.ts'
import type { Desk, DeskParts } from './deskFace.ts'

export function createDesk(parts: DeskParts): Desk {
  const { clock, bootId, work, hands } = parts
  const settings = deskSettings(schoolFolder(parts), startSettings(parts.options))

  const readers = deskReaders({
    ...{ clock, devices: parts.devices, log: parts.log },
    rehearsal: parts.options.mode === 'rehearsal',
    onEvent(event) {
      const isTest = devices.hear(event)
      if (!cards.hear(event, at.now() === null) && !isTest) taking.hear(event)
    },
    onChange: publish,
  })

  const at = sitting({
    ...{ clock, bootId, log: parts.log, opened: () => keeping.opened(), onChange: publish },
    lockAfterMinutes: () => settings.now().lockAfterMinutes,
    onEnd() {
      taking.forget()
      looks.forget()
      cards.forget()
      devices.endTest()
      sheet.forget()
      acts.forget()
    },
    onQuiet: () => void whileLocked(quiet),
  })
  const { moment, operator } = at

  const keeping = schoolKeeping({
    ...parts,
    moment,
    chooseFolder: hands.chooseFolder,
    cardsOf: (plan) => rehearsalCards(readers.fake, plan),
    onChange() {
      // From the first moment somebody can sign in: their staff card may lie there.
      if (keeping.standing().kind === 'closed') readers.start()
      publish()
    },
    onOpened({ data: { db } }) {
      settings.opened(db)
      cared.start()
    },
    onClosing() {
      cared.stop()
      at.end()
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
      const now = at.now()
      if (standing.kind !== 'open' || now === null || !mayTap(now.operator)) return null
      return { school: standing.school, session: now }
    },
    onCard: (tap, card, otherNumber) => acts.hear(tap, card, otherNumber),
    onTap(tap) {
      at.active()
      const now = at.now()
      if (now !== null) parts.onTap(tapFor(tap, withinOf(now.operator, 'tap')))
    },
    onFailure: keeping.fail,
    log: parts.log,
  })

  const devices = devicePage({
    clock,
    readers: readers.view,
    isRehearsal: readers.isRehearsal,
    db: () => opened().data.db,
    onTested: parts.onTested,
    onTestOver: publish,
  })

  const looks = lookUp({ clock, school: opened, operator, audit, moment })
  const staff = people({ clock, school: opened, audit, moment, onChange })
  const pins = signing({
    ...{ clock, bootId, sessions: at.sessions, audit, onChange, people: staff },
    school: keeping.prepared,
    ready: keeping.expect,
    open: keeping.openWith,
    card: cards.owner,
    onTrouble: keeping.fail,
  })
  const quietFor = (): number => (acts.isTakingOver() ? 0 : at.quietFor())
  const cared = care({
    ...{ clock, work, opened, moment, log: parts.log, quietFor },
    school: () => (keeping.standing().kind === 'open' ? opened() : null),
  })

  const sheet = newSheet({
    ...{ school: opened, audit, print: hands.print, log: parts.log },
    backUp: cared.backUpAnew,
  })
  const keptFor = privacy({ db: () => opened().data.db, moment, onDeleted: cared.noteDeletion })

  const acts = schoolActs({
    ...{ clock, bootId, work, hands, log: parts.log, school: opened, operator, moment, audit },
    ...{ onChange: publish, onProgress: parts.onProgress, backedUp: cared.settled },
  })
  const quiet = {
    ...{ keeping, privacy: keptFor, acts, care: cared, log: parts.log },
    isLocked: () => at.now() === null,
  }

  const state = (): DeskState =>
    deskState(parts, keeping.standing(), {
      readers: readers.view(),
      settings: settings.now(),
      session: at.now(),
      ...at.lockedBy(),
      card: cards.shown(),
    })

  function publish(): void {
    readers.said()
    try {
      parts.onState(state())
    } catch (thrown) {
      // The database could not even be asked; told below, where it is not asked any more.
      keeping.fail(thrown)
    }
  }

  function onChange(changed?: Operator): void {
    if (changed !== undefined) at.sessions.refresh(changed)
    at.active()
    publish()
  }

  function audit(act: AuditAct): void {
    appendAudit(opened().data.db, act, moment())
  }

  const rehearsal = () => rehearsalOf(keeping.standing())
  const run = () => firstRunOf(keeping.standing())

  return {
    state,
    async open() {
      await keeping.prepare()
      return state()
    },
    session: at.now,
    asking: at.asking,
    signing: pins,
    lock: at.lock,
    active: at.active,
    firstRun: run,
    confirmFirstRun: keeping.confirmFirstRun,
    printSheet: () => (run().sheet() === null ? Promise.resolve(false) : hands.print()),
    openWithSheet: keeping.openWithSheet,
    newSheet: sheet,
    restore: (name, reason) => keeping.restore(name, reasonHere(opened().data.db, reason)),
    bring: keeping.bring,
    people: staff,
    bindCard(operatorId) {
      cards.bindNext(
        operatorId === null ? null : (identifiers) => staff.bindCard(operatorId, identifiers),
      )
    },
    drafts: at.drafts,
    logBook: logBook({
      ...{ school: opened, operator, audit, onLifted: publish },
      check: (school) => work.checkLog(checkLogOf(school)),
    }),
    care: cared,
    privacy: keptFor,
    acts,
    calendars: acts.calendars,
    reports: reports({
      token: () => (at.now() ?? signedOut()).token,
      ...{ clock, work, hands, care: cared, school: opened, operator, audit },
      logFiles: parts.logFiles,
      supportFacts: (school) => parts.supportFacts(school, readers.view(), settings.now().language),
    }),
    settings: settings.now,
    changeSettings(change) {
      const { confirmed } = at.sessions
      const changed = settings.change(opened().data.db, change, moment(), confirmed)
      onChange()
      return changed
    },
    taps: tapViews({
      ...{ school: opened, operator },
      current: () => taking.current(settings.now().clearAfterSeconds * 1_000),
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
      cared.stop()
      at.end()
      // First: a reader's driver may hang, and what counts is on the disk then.
      keeping.close()
      await readers.stop()
    },
  }
}
