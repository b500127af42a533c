import { parentPort } from 'node:worker_threads'
import { errorCode } from '../../core/errors.ts'
import { JOBS, type Job, type JobName } from './jobs.ts'
import type { FailedInWorker, Order } from './runWorker.ts'

async function work<N extends JobName>({ name, job }: Order<N>): Promise<void> {
  try {
    const run = JOBS[name] as (job: Job<N>) => unknown
    parentPort?.postMessage({ done: await run(job) })
  } catch (thrown) {
    const failed: FailedInWorker = {
      code: errorCode(thrown),
      message: thrown instanceof Error ? thrown.message : 'unknown',
    }
    parentPort?.postMessage({ failed })
  }
}

parentPort?.once('message', (order: Order<JobName>) => void work(order))
