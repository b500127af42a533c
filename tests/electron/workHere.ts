import type { DeskWork } from '../../electron/deskWork.ts'
import { JOBS, type Done, type Job, type JobName } from '../../electron/workers/jobs.ts'
import { tellIndexLines } from '../../electron/roll/indexLines.ts'
import { readPhotos } from '../../electron/roll/readPhotos.ts'

/** Done in this thread: what a worker adds is tested with the real program. */
async function here<N extends JobName>(name: N, job: Job<N>): Promise<Done<N>> {
  const run = JOBS[name] as (job: Job<N>) => Done<N> | Promise<Done<N>>
  return run(job)
}

export const workHere: DeskWork = {
  ahead: () => undefined,
  look: (job) => here('look', job),
  checkLog: (job) => here('checkLog', job),
  clear: (job) => here('clear', job),
  backUp: (job) => here('backUp', job),
  copyBackup: (job) => here('copyBackup', job),
  recover: (job) => here('recover', job),
  restore: (job) => here('restore', job),
  restoreElsewhere: (job) => here('restoreElsewhere', job),
  yearlyPack: (job) => here('yearlyPack', job),
  list: (job) => here('list', job),
  progress: (job) => here('progress', job),
  indexLines: (job, take) => tellIndexLines(job, take),
  checkpoint: (job) => here('checkpoint', job),
  undoChange: (job) => here('undoChange', job),
  promote: (job) => here('promote', job),
  openFile: (job) => here('openFile', job),
  compareRoll: (job) => here('compareRoll', job),
  compareCards: (job) => here('compareCards', job),
  readCityFile: (job) => here('readCityFile', job),
  readPhotos: (job, take) => readPhotos(job, take),
}
