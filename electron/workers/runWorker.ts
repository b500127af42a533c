import type { Worker } from 'node:worker_threads'
import type { AuditCheck } from '../../db/auditCheck.ts'
import { DeskError, type DeskErrorCode } from '../../core/errors.ts'
import type { BackupJob, BackupMade } from '../backups/makeBackup.ts'
import type {
  RestoredElsewhere,
  Restored,
  RestoreElsewhereJob,
  RestoreJob,
} from '../backups/restore.ts'
import type { RecoverJob, Recovery } from '../recovery/recover.ts'
import type { SeedJob } from '../rehearsalSeed.ts'
import startCheckLog from './checkLog.ts?nodeWorker'
import type { LogCheckJob } from './checkLog.ts'
import startMakeBackup from './makeBackup.ts?nodeWorker'
import startRecovery from './recovery.ts?nodeWorker'
import type { RecoveryWork } from './recovery.ts'
import startSeedWorker from './seedRehearsal.ts?nodeWorker'

/** A thrown error loses its class between threads: the code goes as plain data. */
export interface FailedInWorker {
  readonly code: DeskErrorCode
  readonly message: string
}

type Told<T> = { readonly failed: FailedInWorker } | ({ readonly failed?: never } & T)

/** Fills a rehearsal school off the main thread. @throws DeskError with the worker's own code */
export async function seedInWorker(job: SeedJob): Promise<void> {
  await told(startSeedWorker({ workerData: job }))
}

/** Reads the whole log off the main thread. @throws DeskError */
export async function checkLogInWorker(job: LogCheckJob): Promise<AuditCheck> {
  return (await told<{ found: AuditCheck }>(startCheckLog({ workerData: job }))).found
}

/** Makes a backup off the main thread, which may go on writing. @throws DeskError */
export async function backupInWorker(job: BackupJob): Promise<BackupMade> {
  return (await told<{ made: BackupMade }>(startMakeBackup({ workerData: job }))).made
}

/** The database and the journal are closed meanwhile, as in all three. @throws DeskError */
export function recoverInWorker(job: RecoverJob): Promise<Recovery> {
  return recoveryInWorker({ kind: 'recover', job })
}

/** @throws DeskError */
export function restoreInWorker(job: RestoreJob): Promise<Restored> {
  return recoveryInWorker({ kind: 'restore', job })
}

/** @throws DeskError */
export function restoreElsewhereInWorker(job: RestoreElsewhereJob): Promise<RestoredElsewhere> {
  return recoveryInWorker({ kind: 'restore-elsewhere', job })
}

async function recoveryInWorker<T>(work: RecoveryWork): Promise<T> {
  return (await told<{ ended: T }>(startRecovery({ workerData: work }))).ended
}

function told<T = object>(worker: Worker): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: Told<T>) => {
      if (message.failed === undefined) resolve(message)
      else reject(new DeskError(message.failed.code, message.failed.message))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}.`)))
  })
}
