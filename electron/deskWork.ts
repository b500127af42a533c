import type { AuditCheckShown } from '../core/contract.ts'
import type { Language } from '../core/settings.ts'
import type { FileCleared } from '../db/clearedFile.ts'
import type { FileAge, LookOptions } from '../db/lookThrough.ts'
import type { BackupCopied, CopyBackupJob } from './backups/copyBackup.ts'
import type { BackupJob, BackupMade } from './backups/makeBackup.ts'
import type {
  Restored,
  RestoredElsewhere,
  RestoreElsewhereJob,
  RestoreJob,
} from './backups/restore.ts'
import type { Recovery, RecoverJob } from './recovery/recover.ts'
import type { YearlyJob, YearlyMade } from './reports/yearlyJob.ts'
import type { ClearJob, LogCheckJob } from './workers/wholeFile.ts'

/** What takes seconds: main has it done by a thread of its own (workers/runWorker.ts). */
export interface DeskWork {
  /** a thread is started before it is needed: its start is not waited for */
  ahead(): void
  /** whether a file can be opened, and whether it is an older one. @throws DeskError */
  look(job: LookOptions): Promise<FileAge>
  checkLog(job: LogCheckJob): Promise<AuditCheckShown>
  /** the file anew, without what was deleted */
  clear(job: ClearJob): Promise<FileCleared>
  backUp(job: BackupJob): Promise<BackupMade>
  copyBackup(job: CopyBackupJob): Promise<BackupCopied>
  recover(job: RecoverJob): Promise<Recovery>
  restore(job: RestoreJob): Promise<Restored>
  restoreElsewhere(job: RestoreElsewhereJob): Promise<RestoredElsewhere>
  yearlyPack(job: YearlyJob): Promise<YearlyMade>
}

/** What takes a window or a person at a dialog. */
export interface DeskHands {
  /** what the page has laid out for paper; false: called off */
  print(): Promise<boolean>
  /** a folder of the person's choice; null: called off */
  chooseFolder(): Promise<string | null>
  yearlyPdf(made: YearlyMade, language: Language): Promise<Uint8Array>
}
