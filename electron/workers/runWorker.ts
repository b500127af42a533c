import { DeskError } from '../../core/errors.ts'
import type { SeedJob } from '../rehearsalSeed.ts'
import startSeedWorker from './seedRehearsal.ts?nodeWorker'
import type { SeedFailed } from './seedRehearsal.ts'

/** Fills a rehearsal school off the main thread. @throws DeskError with the worker's own code */
export function seedInWorker(job: SeedJob): Promise<void> {
  const worker = startSeedWorker({ workerData: job })
  return new Promise((resolve, reject) => {
    worker.once('message', ({ code, message }: SeedFailed) => reject(new DeskError(code, message)))
    worker.once('error', reject)
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The worker ended with ${code}.`)),
    )
  })
}
