import { parentPort, workerData } from 'node:worker_threads'
import { errorCode } from '../../core/errors.ts'
import { seedRehearsal, type SeedJob } from '../rehearsalSeed.ts'

/** A thrown error loses its class between threads: the code goes as plain data. */
export interface SeedFailed {
  readonly code: ReturnType<typeof errorCode>
  readonly message: string
}

try {
  seedRehearsal(workerData as SeedJob)
} catch (thrown) {
  const failed: SeedFailed = {
    code: errorCode(thrown),
    message: thrown instanceof Error ? thrown.message : 'unknown',
  }
  parentPort?.postMessage(failed)
}
