import { renameSync } from 'node:fs'
import { basename } from 'node:path'
import type { AuditKind, AuditMoment } from '../../core/audit.ts'
import { appendAudit, auditHead } from '../../db/audit.ts'
import { fullCheck } from '../../db/check.ts'
import type { Database } from '../../db/database.ts'
import { ensureDesk, getDesk } from '../../db/desk.ts'
import { syncFile, syncFolder } from '../../db/durableFile.ts'
import { writeKeycheck } from '../../db/keycheck.ts'
import { chainHeads } from '../../db/outbox.ts'
import { journalFile } from '../../db/outboxJournal.ts'
import { replayOutbox } from '../../db/replay.ts'
import { replayAudit } from '../../db/replayAudit.ts'
import type { FoundRow } from '../../db/sealedRow.ts'
import { writing } from '../../db/writing.ts'
import { openAnchor } from '../auditAnchor.ts'
import { databaseFile, type DataPlace } from '../localData.ts'
import { countLost } from './countLost.ts'
import type { Found } from './found.ts'
import { finish, moveInto } from './quarantine.ts'
import type { RecoveryBase, RecoveryReport } from '../../core/recoveryReport.ts'
import { clearStage, type Staged } from './stage.ts'

export interface Rebuild {
  readonly place: DataPlace
  readonly key: Uint8Array
  readonly base: RecoveryBase
  readonly ruinedBackups: readonly string[]
  readonly found: Found
  /** folders of the quarantine that this makes good; the last one is this recovery's own */
  readonly quarantined: readonly string[]
  readonly kind: Extract<AuditKind, 'backup-restored' | 'data-recovered'>
  /** of whoever wished it; left out: it was done by itself */
  readonly reason?: string
  readonly moment: AuditMoment
  /** who the desk is where nothing tells who it was */
  readonly newDeviceId: string
}

/**
 * Puts what was found into the staged database, begins a new epoch, writes a row into the log, and
 * only then puts it in the desk's place. Until the last step the desk has no database and says so.
 */
export function rebuild(staged: Staged, work: Rebuild): RecoveryReport {
  const { place, key, quarantined } = work
  const report = replayAll(staged.db, work)
  fullCheck(staged.db)
  staged.db.close()
  const file = databaseFile(place.folder)
  syncFile(databaseFile(staged.folder))
  renameSync(databaseFile(staged.folder), file)
  syncFolder(place.folder)
  writeKeycheck(file, key, true)
  // all of it is in the outbox now; the next start begins a new one
  const own = quarantined.at(-1)
  if (own !== undefined) moveInto(own, journalFile(file))
  for (const folder of quarantined) finish(folder, report)
  clearStage(place)
  return report
}

/** All of it in one transaction, with its row in the log. */
function replayAll(db: Database, work: Rebuild): RecoveryReport {
  const { found, moment, base } = work
  return writing(db, 'What was saved was not put back', () => {
    const before = { acts: cmdIds(db), logged: auditHead(db).seq }
    ensureDesk(db, {
      deviceId: found.desk?.deviceId ?? deviceOf(found) ?? work.newDeviceId,
      schoolId: found.desk?.schoolId ?? '',
      madeAt: found.desk?.madeAt ?? moment.at,
    })
    const { resealed } = replayOutbox(db, {
      rows: [...found.outbox, ...found.journal],
      newEpoch: 'always',
      epochSeen: Math.max(found.desk?.deviceEpoch ?? 0, ...found.heads.map(epochOf)),
    })
    const audit = replayAudit(db, found.audit)
    const after = cmdIds(db)
    const lost = countLost(found, chainHeads(db))
    const name = base.kind === 'backup' ? base.name : 'empty'
    const saved = after.size - before.acts.size
    const about = `${name} saved ${saved} lost ${lost.lost}`
    appendAudit(
      db,
      { kind: work.kind, studentId: null, about, reason: work.reason ?? null },
      moment,
    )
    const fromFile = distinctNew(found.outbox, before.acts, after).size
    return {
      at: moment.at,
      base,
      ruinedBackups: work.ruinedBackups,
      quarantine: nameOf(work.quarantined.at(-1)),
      deviceEpoch: getDesk(db)?.deviceEpoch ?? 0,
      outbox: {
        inBase: before.acts.size,
        fromFile,
        fromJournal: saved - fromFile,
        resealed,
        ...lost,
      },
      audit: {
        inBase: before.logged,
        fromFile: audit.taken,
        leftBehind: audit.leftBehind,
        lost: Math.max(0, logEnd(db, work) - before.logged - audit.taken - audit.leftBehind),
      },
    }
  })
}

const epochOf = (one: { readonly deviceEpoch: number }): number => one.deviceEpoch

const nameOf = (folder: string | undefined): string | null =>
  folder === undefined ? null : basename(folder)

/** The highest number of the log anybody knows of. Asked when the log has a row: see openAnchor. */
function logEnd(db: Database, { found, place, key }: Rebuild): number {
  const written = openAnchor(place.folder, key, db).written()?.seq ?? 0
  return Math.max(written, ...found.auditEnds, ...found.audit.map((one) => one.seq))
}

function cmdIds(db: Database): ReadonlySet<string> {
  const rows = db.prepare('SELECT cmd_id AS cmdId FROM outbox').all()
  return new Set((rows as { readonly cmdId: string }[]).map((row) => row.cmdId))
}

function distinctNew(
  rows: readonly FoundRow[],
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): ReadonlySet<string> {
  const ids = rows.map((row) => row.cmdId)
  return new Set(ids.filter((one) => !before.has(one) && after.has(one)))
}

/** Rows tell whose they are where the desk's own table is gone. */
function deviceOf({ outbox, journal }: Found): string | null {
  return [...outbox, ...journal].at(-1)?.deviceId ?? null
}
