import { parentPort, workerData } from 'node:worker_threads'
import { readTable } from '../../../electron/importing/readTable.ts'

/* A thread for tests: reads the file it was given and says what came of it. */
const read = await readTable(workerData as Uint8Array)
parentPort?.postMessage(read.kind === 'refused' ? read.why : 'table')
