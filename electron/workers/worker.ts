import { once } from 'node:events'
import { parentPort } from 'node:worker_threads'
import { errorCode } from '../../core/errors.ts'
import type { Tell } from '../tell.ts'
import { JOBS, type Job, type JobName } from './jobs.ts'
import type { FailedInWorker, Order } from './runWorker.ts'

/** The next portion leaves when the last one was dealt with: main never has a heap of them before it. */
const tell: Tell<unknown> = async (part) => {
  if (parentPort === null) return false
  const answered = once(parentPort, 'message') as Promise<[boolean]>
  parentPort.postMessage({ part })
  const [goOn] = await answered
  return goOn
}

async function work<N extends JobName>({ name, job }: Order<N>): Promise<void> {
  try {
    const run = JOBS[name] as (job: Job<N>, tell: Tell<unknown>) => unknown
    parentPort?.postMessage({ done: await run(job, tell) })
  } catch (thrown) {
    const failed: FailedInWorker = {
      code: errorCode(thrown),
      message: thrown instanceof Error ? thrown.message : 'unknown',
    }
    parentPort?.postMessage({ failed })
  }
}

parentPort?.once('message', (order: Order<JobName>) => void work(order))
