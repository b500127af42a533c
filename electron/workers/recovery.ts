import { parentPort, workerData } from 'node:worker_threads'
import { assertNever } from '../../core/assertNever.ts'
import { errorCode } from '../../core/errors.ts'
import {
  restoreBackup,
  restoreElsewhere,
  type RestoreElsewhereJob,
  type RestoreJob,
} from '../backups/restore.ts'
import { recover, type RecoverJob } from '../recovery/recover.ts'
import type { FailedInWorker } from './runWorker.ts'

export type RecoveryWork =
  | { readonly kind: 'recover'; readonly job: RecoverJob }
  | { readonly kind: 'restore'; readonly job: RestoreJob }
  | { readonly kind: 'restore-elsewhere'; readonly job: RestoreElsewhereJob }

function done(work: RecoveryWork): unknown {
  switch (work.kind) {
    case 'recover':
      return recover(work.job)
    case 'restore':
      return restoreBackup(work.job)
    case 'restore-elsewhere':
      return restoreElsewhere(work.job)
    default:
      return assertNever(work)
  }
}

try {
  parentPort?.postMessage({ ended: done(workerData as RecoveryWork) })
} catch (thrown) {
  const failed: FailedInWorker = {
    code: errorCode(thrown),
    message: thrown instanceof Error ? thrown.message : 'unknown',
  }
  parentPort?.postMessage({ failed })
}
