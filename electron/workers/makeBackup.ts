import { parentPort, workerData } from 'node:worker_threads'
import { errorCode } from '../../core/errors.ts'
import { makeBackup, type BackupJob } from '../backups/makeBackup.ts'
import type { FailedInWorker } from './runWorker.ts'

try {
  parentPort?.postMessage({ made: makeBackup(workerData as BackupJob) })
} catch (thrown) {
  const failed: FailedInWorker = {
    code: errorCode(thrown),
    message: thrown instanceof Error ? thrown.message : 'unknown',
  }
  parentPort?.postMessage({ failed })
}
