import { lookThrough, type LookOptions } from '../../db/lookThrough.ts'
import type { IndexLine } from '../../db/searchIndex.ts'
import type { CopyBackupJob } from '../backups/copyBackup.ts'
import type { BackupJob } from '../backups/makeBackup.ts'
import type { RestoreElsewhereJob, RestoreJob } from '../backups/restore.ts'
import type { ListJob } from '../lists/listJob.ts'
import type { ProgressJob } from '../lists/progressJob.ts'
import type { RecoverJob } from '../recovery/recover.ts'
import type { CityFileJob } from '../city/readCityFile.ts'
import type { SeedJob } from '../rehearsalSeed.ts'
import type { YearlyJob } from '../reports/yearlyJob.ts'
import type { CompareCardsJob } from '../roll/compareCards.ts'
import type { CompareRollJob } from '../roll/compareRoll.ts'
import type { OpenFileJob } from '../roll/openFile.ts'
import type { PhotoPortion, ReadPhotosJob } from '../roll/readPhotos.ts'
import type { PromoteJob } from '../roll/promote.ts'
import type { UndoJob } from '../roll/undoOf.ts'
import type { Tell } from '../tell.ts'
import type { ClearJob, LogCheckJob } from './wholeFile.ts'

/**
 * Everything that takes seconds, by name: plain data in, plain data out, so that a thread can do it. What a
 * job needs is loaded with it, but for the one somebody waits for with a PIN.
 */
export const JOBS = {
  look: (job: LookOptions) => lookThrough(job),
  seed: async (job: SeedJob) => (await import('../rehearsalSeed.ts')).seedRehearsal(job),
  checkLog: async (job: LogCheckJob) => (await import('./wholeFile.ts')).checkLog(job),
  clear: async (job: ClearJob) => (await import('./wholeFile.ts')).clear(job),
  backUp: async (job: BackupJob) => (await import('../backups/makeBackup.ts')).makeBackup(job),
  copyBackup: async (job: CopyBackupJob) =>
    (await import('../backups/copyBackup.ts')).copyBackup(job),
  recover: async (job: RecoverJob) => (await import('../recovery/recover.ts')).recover(job),
  restore: async (job: RestoreJob) => (await import('../backups/restore.ts')).restoreBackup(job),
  restoreElsewhere: async (job: RestoreElsewhereJob) =>
    (await import('../backups/restore.ts')).restoreElsewhere(job),
  indexLines: async (job: LookOptions, tell: Tell<readonly IndexLine[]>) =>
    (await import('../roll/indexLines.ts')).tellIndexLines(job, tell),
  checkpoint: async (job: LookOptions) => (await import('../../db/checkpoint.ts')).checkpoint(job),
  undoChange: async (job: UndoJob) => (await import('../roll/undoOf.ts')).undoOf(job),
  promote: async (job: PromoteJob) => (await import('../roll/promote.ts')).promote(job),
  openFile: async (job: OpenFileJob) => (await import('../roll/openFile.ts')).openFile(job),
  compareRoll: async (job: CompareRollJob) =>
    (await import('../roll/compareRoll.ts')).compareRoll(job),
  compareCards: async (job: CompareCardsJob) =>
    (await import('../roll/compareCards.ts')).compareCards(job),
  readCityFile: async (job: CityFileJob) =>
    (await import('../city/readCityFile.ts')).readCityFile(job),
  readPhotos: async (job: ReadPhotosJob, tell: Tell<PhotoPortion>) =>
    (await import('../roll/readPhotos.ts')).readPhotos(job, tell),
  yearlyPack: async (job: YearlyJob) => (await import('../reports/yearlyJob.ts')).makeYearly(job),
  list: async (job: ListJob) => (await import('../lists/listJob.ts')).makeList(job),
  progress: async (job: ProgressJob) => (await import('../lists/progressJob.ts')).makeProgress(job),
} as const

export type JobName = keyof typeof JOBS
export type Job<N extends JobName> = Parameters<(typeof JOBS)[N]>[0]
export type Done<N extends JobName> = Awaited<ReturnType<(typeof JOBS)[N]>>
