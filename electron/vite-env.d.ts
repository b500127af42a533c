/** electron-vite bundles a worker behind this suffix and gives its constructor. */
declare module '*?nodeWorker' {
  import type { Worker, WorkerOptions } from 'node:worker_threads'
  export default function startWorker(options: WorkerOptions): Worker
}
