import type { ResourceLimits, Worker } from 'node:worker_threads'
import { DeskError, type DeskErrorCode } from '../../core/errors.ts'
import type { DeskWork } from '../deskWork.ts'
import type { SeedJob } from '../rehearsalSeed.ts'
import type { Tell } from '../tell.ts'
import type { Done, Job, JobName } from './jobs.ts'
import startWorker from './worker.ts?nodeWorker'

/** Of a list of a school: a hundred thousand rows fit, and no zip bomb does (hardening.md A44). */
const LIST_HEAP_MB = 320

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

type Told<T> =
  { readonly failed: FailedInWorker } | { readonly part: unknown } | { readonly done: T }

/** Started and told nothing yet. */
let spare: Worker | null = null
/** those that have not ended, the spare one among them */
const running = new Set<Worker>()

function startThread(resourceLimits: ResourceLimits = {}): Worker {
  const started = startWorker({ resourceLimits })
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

/** What a job may take, and who follows it. */
interface Following {
  /** of its portions, each before the next is made; null: it hands nothing over */
  readonly take: Tell<unknown> | null
  /** ends the thread where it is */
  readonly signal: AbortSignal | null
  /** a file from outside may be made to fill the memory: its thread has so much and no more */
  readonly heapMb: number | null
}

const ALONE: Following = { take: null, signal: null, heapMb: null }
const LIST: Following = { ...ALONE, heapMb: LIST_HEAP_MB }

/** A thread for each job: it ends with it. @throws DeskError with the job's own code, `called-off`, `file-too-large` */
function inWorker<N extends JobName>(
  name: N,
  job: Job<N>,
  { take, signal, heapMb }: Following = ALONE,
): Promise<Done<N>> {
  const order: Order<N> = { name, job }
  const worker = heapMb === null ? takeSpare() : startThread({ maxOldGenerationSizeMb: heapMb })
  worker.postMessage(order)
  return new Promise((resolve, reject) => {
    const callOff = (): void => {
      void worker.terminate()
      reject(new DeskError('called-off', 'The work was called off.'))
    }
    if (signal?.aborted) return callOff()
    signal?.addEventListener('abort', callOff, { once: true })
    worker.on('message', (message: Told<Done<N>>) => {
      if ('part' in message)
        void (take?.(message.part) ?? Promise.resolve(true)).then(
          (goOn) => worker.postMessage(goOn),
          (thrown: unknown) => {
            reject(thrown as Error)
            void worker.terminate()
          },
        )
      else if ('failed' in message)
        reject(new DeskError(message.failed.code, message.failed.message))
      else resolve(message.done)
    })
    worker.once('error', (thrown) => reject(tooLarge(thrown) ?? thrown))
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', callOff)
      reject(new Error(`The worker ended with ${code}.`))
    })
  })
}

function tooLarge(thrown: unknown): DeskError | null {
  const code = (thrown as { readonly code?: unknown }).code
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new DeskError('file-too-large', 'The file takes more memory than any list of a school.')
    : null
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
  list: (job) => inWorker('list', job),
  progress: (job) => inWorker('progress', job),
  checkpoint: (job) => inWorker('checkpoint', job),
  undoChange: (job) => inWorker('undoChange', job),
  promote: (job) => inWorker('promote', job),
  openFile: (job, signal) => inWorker('openFile', job, { ...LIST, signal }),
  compareRoll: (job, signal) => inWorker('compareRoll', job, { ...LIST, signal }),
  compareCards: (job, signal) => inWorker('compareCards', job, { ...LIST, signal }),
  readCityFile: (job, signal) => inWorker('readCityFile', job, { ...LIST, signal }),
  readPhotos: (job, take, signal) =>
    inWorker('readPhotos', job, { ...LIST, take: take as Tell<unknown>, signal }),
  indexLines: (job, take) => inWorker('indexLines', job, { ...ALONE, take: take as Tell<unknown> }),
}
