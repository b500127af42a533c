import { parentPort, workerData } from 'node:worker_threads'
import { errorCode } from '../../core/errors.ts'
import { seedRehearsal, type SeedJob } from '../rehearsalSeed.ts'
import type { FailedInWorker } from './runWorker.ts'

try {
  seedRehearsal(workerData as SeedJob)
  parentPort?.postMessage({})
} catch (thrown) {
  const failed: FailedInWorker = {
    code: errorCode(thrown),
    message: thrown instanceof Error ? thrown.message : 'unknown',
  }
  parentPort?.postMessage({ failed })
}
