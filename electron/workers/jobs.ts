import type { AuditHead, AuditMoment } from '../../core/audit.ts'
import { verifyAudit, type AuditCheck } from '../../db/auditCheck.ts'
import { clearFile, type FileCleared } from '../../db/clearedFile.ts'
import { lookThrough, openDatabase, type FileAge } from '../../db/open.ts'
import { copyBackup, type CopyBackupJob } from '../backups/copyBackup.ts'
import { makeBackup, type BackupJob } from '../backups/makeBackup.ts'
import {
  restoreBackup,
  restoreElsewhere,
  type RestoreElsewhereJob,
  type RestoreJob,
} from '../backups/restore.ts'
import { databaseFile, openKeyed, type DataPlace } from '../localData.ts'
import { recover, type RecoverJob } from '../recovery/recover.ts'
import { seedRehearsal, type SeedJob } from '../rehearsalSeed.ts'
import { makeYearly, type YearlyJob } from '../reports/yearlyJob.ts'

export interface LogCheckJob {
  readonly file: string
  readonly key: Uint8Array
  readonly nativeBinding: string | undefined
  readonly anchors: readonly AuditHead[]
}

export interface LookJob {
  readonly place: DataPlace
  readonly key: Uint8Array
}

export interface ClearJob extends LookJob {
  readonly moment: AuditMoment
}

/** Everything that takes seconds, by name: plain data in, plain data out, so that a thread can do it. */
export const JOBS = {
  seed: (job: SeedJob) => seedRehearsal(job),
  look,
  checkLog,
  clear,
  backUp: (job: BackupJob) => makeBackup(job),
  copyBackup: (job: CopyBackupJob) => copyBackup(job),
  recover: (job: RecoverJob) => recover(job),
  restore: (job: RestoreJob) => restoreBackup(job),
  restoreElsewhere: (job: RestoreElsewhereJob) => restoreElsewhere(job),
  yearlyPack: (job: YearlyJob) => makeYearly(job),
} as const

export type JobName = keyof typeof JOBS
export type Job<N extends JobName> = Parameters<(typeof JOBS)[N]>[0]
export type Done<N extends JobName> = Awaited<ReturnType<(typeof JOBS)[N]>>

function look({ place: { folder, nativeBinding }, key }: LookJob): FileAge {
  return lookThrough({ file: databaseFile(folder), key, nativeBinding })
}

function checkLog({ anchors, ...place }: LogCheckJob): AuditCheck {
  const db = openDatabase({ ...place, readonly: true })
  try {
    return verifyAudit(db, anchors)
  } finally {
    db.close()
  }
}

/** By a connection of its own: whoever else writes meanwhile waits. */
function clear({ place, key, moment }: ClearJob): FileCleared {
  const db = openKeyed(place, key)
  try {
    return clearFile(db, moment)
  } finally {
    db.close()
  }
}
