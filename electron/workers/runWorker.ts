import type { Worker } from 'node:worker_threads'
import { DeskError, type DeskErrorCode } from '../../core/errors.ts'
import type { DeskWork } from '../deskWork.ts'
import type { SeedJob } from '../rehearsalSeed.ts'
import type { Done, Job, JobName } from './jobs.ts'
import startWorker from './worker.ts?nodeWorker'

/** What a thread is told to do. */
export interface Order<N extends JobName> {
  readonly name: N
  readonly job: Job<N>
}

/** A thrown error loses its class between threads: the code goes as plain data. */
export interface FailedInWorker {
  readonly code: DeskErrorCode
  readonly message: string
}

type Told<T> = { readonly failed: FailedInWorker } | { readonly failed?: never; readonly done: T }

/** Started and told nothing yet. */
let spare: Worker | null = null
/** those that have not ended, the spare one among them */
const running = new Set<Worker>()

function startThread(): Worker {
  const started = startWorker({})
  running.add(started)
  started.once('exit', () => running.delete(started))
  return started
}

/** Stopped where they are, at the end of the program: it waits for every thread, however long that works. */
export async function endThreads(): Promise<void> {
  await Promise.all([...running].map((one) => one.terminate()))
}

function startAhead(): void {
  if (spare !== null) return
  const started = startThread()
  const gone = (): void => {
    if (spare === started) spare = null
  }
  started.once('error', gone).once('exit', gone)
  started.unref()
  spare = started
}

function takeSpare(): Worker {
  const started = spare ?? startThread()
  spare = null
  started.ref()
  return started
}

/** A thread for each job: it ends with it. @throws DeskError with the job's own code */
function inWorker<N extends JobName>(name: N, job: Job<N>): Promise<Done<N>> {
  const order: Order<N> = { name, job }
  const worker = takeSpare()
  worker.postMessage(order)
  return new Promise((resolve, reject) => {
    worker.once('message', (message: Told<Done<N>>) => {
      if (message.failed === undefined) resolve(message.done)
      else reject(new DeskError(message.failed.code, message.failed.message))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}.`)))
  })
}

/** Fills a rehearsal school off the main thread. @throws DeskError */
export const seedInWorker = (job: SeedJob): Promise<void> => inWorker('seed', job)

export const workInWorkers: DeskWork = {
  ahead: startAhead,
  look: (job) => inWorker('look', job),
  checkLog: (job) => inWorker('checkLog', job),
  clear: (job) => inWorker('clear', job),
  backUp: (job) => inWorker('backUp', job),
  copyBackup: (job) => inWorker('copyBackup', job),
  recover: (job) => inWorker('recover', job),
  restore: (job) => inWorker('restore', job),
  restoreElsewhere: (job) => inWorker('restoreElsewhere', job),
  yearlyPack: (job) => inWorker('yearlyPack', job),
}
