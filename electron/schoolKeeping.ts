import { v7 as uuidv7 } from 'uuid'
import type { AuditMoment } from '../core/audit.ts'
import type { BroughtAnswer, RestoreAnswer } from '../core/care.ts'
import { DeskError, errorCode } from '../core/errors.ts'
import type { SheetAnswer } from '../core/signIn.ts'
import { loadDriver } from '../db/connect.ts'
import { appendToJournal } from '../db/outboxJournal.ts'
import { bringBackup, type BroughtWish } from './bringBackup.ts'
import type { Standing } from './deskState.ts'
import type { DeskWork } from './deskWork.ts'
import { firstRun } from './firstRun.ts'
import { argon2 } from './keys/pinHash.ts'
import { closeLocalData } from './localData.ts'
import { logged, type Log } from './log.ts'
import { nextTurn } from './nextTurn.ts'
import { openWhole } from './openWhole.ts'
import type { Options } from './options.ts'
import { openWithSheet, type SheetWish } from './recoverySheet.ts'
import type { RehearsalCards } from './rehearsalCards.ts'
import type { RehearsalPlan } from './rehearsalFolder.ts'
import {
  placeOf,
  prepareSchool,
  type ClosedSchool,
  type OpenSchool,
  type SchoolParts,
} from './school.ts'

export interface KeepingParts extends SchoolParts {
  readonly bootId: string
  readonly work: DeskWork
  readonly log: Log
  readonly chooseFolder: () => Promise<string | null>
  readonly cardsOf: (plan: RehearsalPlan) => RehearsalCards
  readonly moment: () => AuditMoment
  readonly onChange: () => void
  /** the data are open: for the first time since the start, or again */
  readonly onOpened: (school: OpenSchool) => void
  /** the data are about to be closed, whoever is at the desk */
  readonly onClosing: () => void
}

/** The school of this start, from its folder to its open data and back; the only one who changes its standing. */
export interface SchoolKeeping {
  standing(): Standing
  /** gets it ready to be signed in to. Never rejects. */
  prepare(): Promise<void>
  /** @throws DeskError where there is nothing to sign in to */
  prepared(): ClosedSchool | OpenSchool
  /** @throws DeskError while its data are closed */
  opened(): OpenSchool
  /** the data, opened with this key if they are not. @throws DeskError; then it is in trouble */
  openWith(dataKey: Uint8Array): Promise<OpenSchool>
  /** into trouble, keeping nothing half open; the words are the page's */
  fail(thrown: unknown): void
  confirmFirstRun(characters: readonly string[]): Promise<boolean>
  openWithSheet(wish: SheetWish): Promise<SheetAnswer>
  /** a backup in the place of the data; afterwards everybody has to sign in */
  restore(name: string, reason: string): Promise<RestoreAnswer>
  /** a backup from elsewhere, where there are no data */
  bring(wish: BroughtWish): Promise<BroughtAnswer | SheetAnswer>
  /** Somebody enters a PIN: nobody works at the file any more, and a thread is there to look through it. */
  expect(): Promise<void>
  /** work that has the file to itself: who wants to sign in waits for it */
  aside<T>(work: () => Promise<T>): Promise<T>
  close(): void
}

/** The screen to sign in is drawn first. */
const READY_AFTER_MS = 700

export function schoolKeeping(parts: KeepingParts): SchoolKeeping {
  let standing: Standing = { kind: 'opening', why: 'start' }
  /** what the command line asked is done once, not again at each retry */
  let options: Options = parts.options
  let closed = false
  let last: Promise<unknown> = Promise.resolve()

  /** One change of standing after the other: two of them at once would both open the file. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  function become(next: Standing): void {
    standing = next
    parts.onChange()
  }

  function fail(thrown: unknown): void {
    parts.log('trouble', logged(thrown))
    parts.onClosing()
    if (standing.kind === 'open') closeLocalData(standing.school.data)
    become({ kind: 'trouble', code: errorCode(thrown) })
  }

  async function prepareOnce(): Promise<void> {
    become({ kind: 'opening', why: 'start' })
    try {
      const school = await prepareSchool({ ...parts, options })
      if (closed) return
      options = { ...options, students: null, fresh: false }
      if (school.kind === 'first-run') {
        const run = firstRun({ ...parts, place: school.place, vault: school.vault })
        become({ kind: 'first-run', run, keyStore: school.vault.backend !== null })
      } else {
        const cards = school.rehearsal === null ? null : parts.cardsOf(school.rehearsal)
        become({ kind: 'closed', school, cards })
        setTimeout(() => void getReady(), READY_AFTER_MS).unref()
      }
    } catch (thrown) {
      fail(thrown)
    }
  }

  /** The thread that will look through the file: its start takes longer than the look. */
  function lookAhead(): void {
    if (standing.kind === 'closed') parts.work.ahead()
  }

  /** What a sign-in takes and is not there yet, each in a turn of its own. */
  async function getReady(): Promise<void> {
    lookAhead()
    await nextTurn()
    // Told again when a PIN is hashed.
    await argon2().catch(() => undefined)
    await nextTurn()
    if (standing.kind === 'closed') loadDriver(parts.nativeBinding)
  }

  function prepared(): ClosedSchool | OpenSchool {
    if (standing.kind === 'closed' || standing.kind === 'open') return standing.school
    throw new DeskError('internal', 'There is no school to sign in to.')
  }

  function opened(): OpenSchool {
    if (standing.kind !== 'open') throw new DeskError('internal', 'The desk is not open.')
    return standing.school
  }

  const openData = (school: ClosedSchool, key: Uint8Array): Promise<OpenSchool> =>
    openWhole(parts, school, key)

  async function openWith(key: Uint8Array): Promise<OpenSchool> {
    if (standing.kind === 'open') return standing.school
    if (standing.kind !== 'closed') throw new DeskError('internal', 'There is nothing to open.')
    const { school, cards } = standing
    try {
      const open = await openData(school, key)
      standing = { kind: 'open', school: open, cards }
      parts.onOpened(open)
      return open
    } catch (thrown) {
      fail(thrown)
      throw thrown
    }
  }

  /** For a backup to be put in their place. */
  async function closeData(): Promise<void> {
    const { data } = opened()
    parts.onClosing()
    data.anchor.keep()
    data.stops.closed()
    closeLocalData(data)
    standing = { kind: 'opening', why: 'restoring' }
    parts.onChange()
  }

  async function withSheet(wish: SheetWish): Promise<SheetAnswer> {
    const cards = standing.kind === 'closed' || standing.kind === 'open' ? standing.cards : null
    const onOpened = (school: OpenSchool): void => {
      const first = standing.kind !== 'open'
      standing = { kind: 'open', school, cards }
      if (first) parts.onOpened(school)
    }
    try {
      return await openWithSheet({ ...parts, school: prepared, openData, onOpened }, wish)
    } finally {
      // Whoever got a PIN by it stands on the tiles from now on.
      parts.onChange()
    }
  }

  async function restore(name: string, reason: string): Promise<RestoreAnswer> {
    const { place, dataKey } = opened()
    const moment = parts.moment()
    await closeData()
    const newDeviceId = uuidv7()
    try {
      const job = { place, key: dataKey, name, reason, moment, newDeviceId }
      return { kind: (await parts.work.restore(job)).kind }
    } finally {
      await prepareOnce()
    }
  }

  async function bring(wish: BroughtWish): Promise<BroughtAnswer | SheetAnswer> {
    if (standing.kind !== 'first-run' && standing.kind !== 'trouble') return { kind: 'occupied' }
    const vault = await parts.vault()
    const answer = await bringBackup({ ...parts, place: placeOf(parts), vault }, wish)
    if (answer.kind === 'restored') await prepareOnce()
    return answer
  }

  return {
    standing: () => standing,
    prepare: () =>
      inTurn(async () => {
        if ((standing.kind === 'opening' || standing.kind === 'trouble') && !closed)
          await prepareOnce()
      }),
    prepared,
    opened,
    openWith: (key) => inTurn(() => openWith(key)),
    fail,
    confirmFirstRun: (characters) =>
      inTurn(async () => {
        if (standing.kind !== 'first-run')
          throw new DeskError('internal', 'This school is set up already.')
        if (!standing.run.confirm(characters)) return false
        await prepareOnce()
        return true
      }),
    openWithSheet: (wish) => inTurn(() => withSheet(wish)),
    restore: (name, reason) => inTurn(() => restore(name, reason)),
    bring: (wish) => inTurn(() => bring(wish)),
    expect: () => inTurn(() => Promise.resolve(lookAhead())),
    aside: inTurn,
    close() {
      closed = true
      if (standing.kind === 'open') endWith(standing.school, parts.log)
      standing = { kind: 'opening', why: 'start' }
    },
  }
}

/** A disk that refuses the last words does not keep the program from ending. */
function endWith({ data }: OpenSchool, log: Log): void {
  try {
    appendToJournal(data.journal, data.db)
    data.anchor.keep()
    data.stops.closed()
  } catch (thrown) {
    log('log-not-anchored', logged(thrown))
  }
  closeLocalData(data)
}
