import { statfsSync } from 'node:fs'
import type { AuditMoment } from '../core/audit.ts'
import { backupDue, type BackupKind } from '../core/backups.ts'
import { LOW_DISK_BYTES, type BackupLine, type CareView } from '../core/care.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import { keyStoreOf } from '../core/keyStore.ts'
import { appendAudit } from '../db/audit.ts'
import { auditPage } from '../db/auditPages.ts'
import { rewriteJournal } from '../db/outboxJournal.ts'
import { boxIn } from './backups/backupFolder.ts'
import { coveredHeads, listBackups, type ListedBackup } from './backups/listBackups.ts'
import type { Clock } from './clock.ts'
import type { DeskWork } from './deskWork.ts'
import { ownerMark, ownerOf } from './keys/sealedBox.ts'
import { logged, type Log } from './log.ts'
import type { OpenSchool } from './school.ts'

export interface CareParts {
  readonly clock: Clock
  readonly work: Pick<DeskWork, 'backUp' | 'clear'>
  /** null while none is open */
  readonly school: () => OpenSchool | null
  /** @throws DeskError while none is open */
  readonly opened: () => OpenSchool
  readonly moment: () => AuditMoment
  /** ms since the last hand, tap or request; 0 while a file is taken over */
  readonly quietFor: () => number
  readonly log: Log
}

/** Backups by the hour and the day, what became of deletions, and how all of it stands. */
export interface Care {
  view(): CareView
  /** by hand, whatever the hour */
  backUp(): Promise<CareView>
  /**
   * With the keys as they are now: one that is in the making may have the former ones.
   * @param alone all older ones go for it
   */
  backUpAnew(alone: boolean): Promise<void>
  /** resolves when none is being made; whether it came about does not matter */
  settled(): Promise<void>
  /** work with the backups, while none is made and none is dropped */
  untouched<T>(work: () => Promise<T>): Promise<T>
  /** looks now and then whether a backup is due */
  start(): void
  stop(): void
  /** rows have gone: file and backups follow while nobody is at the desk */
  noteDeletion(): void
  whileLocked(): Promise<void>
}

const LOOKED_EVERY_MS = 10 * 60_000
/** After the start, when nobody waits for anything any more. */
const FIRST_LOOK_MS = 30_000
const QUIET_MS = 20_000
const AGAIN_MS = 30_000
const POSTPONED_MOST = 60
const LATE_MS = 2 * 24 * 60 * 60 * 1_000

export function care(parts: CareParts): Care {
  const { clock, work } = parts
  let timer: NodeJS.Timeout | undefined
  let making: Promise<void> | null = null
  let last: Promise<unknown> = Promise.resolve()
  let deleted = false
  let afterDeletion = false
  let postponed = 0

  const byItself = (): AuditMoment => ({ ...parts.moment(), operatorId: null, purpose: null })

  const listed = ({ place, dataKey }: OpenSchool): readonly ListedBackup[] =>
    listBackups(place.folder, dataKey)

  /** One at a time: a second wish is granted by the first. */
  function make(school: OpenSchool, kind: BackupKind, moment: AuditMoment): Promise<void> {
    making ??= untouched(() => makeOne(school, kind, moment)).finally(() => {
      making = null
    })
    return making
  }

  /** Whoever asked for that one is told what became of it. */
  async function settled(): Promise<void> {
    while (making !== null) await making.catch(() => undefined)
  }

  function untouched<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  async function makeOne(school: OpenSchool, kind: BackupKind, moment: AuditMoment): Promise<void> {
    const { place, dataKey, keeper, data } = school
    const madeAt = clock.now()
    const ofDeletion = afterDeletion
    const recoveryBox = keeper.ring().recovery.box
    const job = {
      ...{ place, key: dataKey, recoveryBox, kind, madeAt },
      afterDeletion: ofDeletion,
    }
    const { name } = await work.backUp(job)
    if (parts.school() !== school) return
    if (ofDeletion) {
      rewriteJournal(data.journal, data.db, coveredHeads(listed(school)))
      afterDeletion = false
    }
    const act = { kind: 'backup-made', studentId: null, about: name, reason: null } as const
    appendAudit(data.db, act, moment)
    data.anchor.keep()
  }

  /** The disk that writes a copy lets a tap wait: a copy is made between two queues, or after half an hour. */
  const isBusy = (): boolean => parts.quietFor() < QUIET_MS && postponed < POSTPONED_MOST

  async function look(atOnce = false): Promise<void> {
    const school = parts.school()
    if (school === null) return
    try {
      const whole = listed(school).filter((one) => one.whole)
      // All older ones go for it, the day's first among them.
      const due = afterDeletion ? 'daily' : backupDue(whole, clock.now())
      if (due === null) postponed = 0
      else if (isBusy() && !atOnce) postponed += 1
      else {
        postponed = 0
        await make(school, due, byItself())
      }
    } catch (thrown) {
      parts.log('backup-failed', logged(thrown))
    }
  }

  function again(ms: number, atOnce = false): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      void look(atOnce).then(() => again(postponed > 0 ? AGAIN_MS : LOOKED_EVERY_MS))
    }, ms)
    timer.unref()
  }

  async function clear(): Promise<void> {
    const school = parts.school()
    if (school === null || !deleted) return
    try {
      const { place, dataKey } = school
      const cleared = await work.clear({ place, key: dataKey, moment: byItself() })
      if (cleared.kind === 'held') return
      deleted = false
      afterDeletion = true
      again(0)
    } catch (thrown) {
      parts.log('not-cleared', logged(thrown))
    }
  }

  /** What the last start was to clear and did not come to. */
  function takeUpDeletion(school: OpenSchool): void {
    const wish = { before: null, operatorId: null, kinds: ['deleted'] as const, limit: 1 }
    const [last] = auditPage(school.data.db, wish)
    if (last === undefined) return
    const cleared = last.about?.startsWith('file ') === true
    deleted = !cleared
    afterDeletion = cleared && listed(school).some(({ madeAt }) => madeAt < last.at)
  }

  function view(): CareView {
    const school = parts.opened()
    const { place, keeper, vault, data } = school
    const backups = listed(school)
    const newest = backups.find((one) => one.whole)
    const freeBytes = freeBytesOf(place.folder)
    const { exception, recovery } = keeper.ring()
    const ownMark = ownerMark(Buffer.from(recovery.publicKey, 'hex'))
    return {
      backups: backups.map((one) => lineOf(one, ownMark)),
      backupLate: newest === undefined || isLate(newest.madeAt, clock.now()),
      uncleanStops: data.stops.unclean,
      freeBytes,
      diskLow: freeBytes !== null && freeBytes < LOW_DISK_BYTES,
      keyStore: vault.backend === null ? null : keyStoreOf(vault.backend),
      keyException: exception,
      sheet: recovery.publicKey.slice(0, 8),
      folder: place.folder,
      recovered: data.recovered,
    }
  }

  return {
    view,
    async backUp() {
      await make(parts.opened(), 'hourly', parts.moment())
      return view()
    },
    async backUpAnew(alone) {
      const moment = parts.moment()
      await settled()
      afterDeletion ||= alone
      await make(parts.opened(), alone ? 'daily' : 'hourly', moment)
    },
    settled,
    untouched,
    start() {
      takeUpDeletion(parts.opened())
      // A copy is read through from end to end: after an unclean stop that is the check, too.
      if (parts.school()?.data.stops.justNow === true) again(0, true)
      else again(FIRST_LOOK_MS)
    },
    stop: () => clearTimeout(timer),
    noteDeletion() {
      deleted = true
    },
    whileLocked: clear,
  }
}

const isLate = (madeAt: EpochMs, now: EpochMs): boolean => Math.abs(now - madeAt) > LATE_MS

/** @param ownMark of the recovery sheet that counts */
function lineOf(backup: ListedBackup, ownMark: string): BackupLine {
  const { name, kind, madeAt } = backup
  const box = boxIn(backup.folder)
  const owner = box === null ? null : ownerOf(box)
  return {
    ...{ name, kind, madeAt },
    fault: backup.whole ? null : backup.fault,
    bytes: backup.whole ? backup.manifest.bytes : null,
    students: backup.whole ? (backup.manifest.rows['student'] ?? null) : null,
    sheet: owner === null ? 'none' : owner === ownMark ? 'present' : 'former',
  }
}

function freeBytesOf(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
