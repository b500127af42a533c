import type { AuditCheckShown } from '../core/contract.ts'
import type { PaperPrinted } from '../core/paperRequests.ts'
import type { FileOpened } from '../core/rollRequests.ts'
import type { Language } from '../core/settings.ts'
import type { FileCleared } from '../db/clearedFile.ts'
import type { FileAge, LookOptions } from '../db/lookThrough.ts'
import type { BackupCopied, CopyBackupJob } from './backups/copyBackup.ts'
import type { CityFileJob, CityFileRead } from './city/readCityFile.ts'
import type { IndexLine } from '../db/searchIndex.ts'
import type { BackupJob, BackupMade } from './backups/makeBackup.ts'
import type {
  Restored,
  RestoredElsewhere,
  RestoreElsewhereJob,
  RestoreJob,
} from './backups/restore.ts'
import type { Recovery, RecoverJob } from './recovery/recover.ts'
import type { ListJob, ListMade } from './lists/listJob.ts'
import type { ProgressJob, ProgressMade } from './lists/progressJob.ts'
import type { PaperMade } from './papers/paperPages.ts'
import type { CardsCompared, CompareCardsJob } from './roll/compareCards.ts'
import type { CompareRollJob, RollCompared } from './roll/compareRoll.ts'
import type { OpenFileJob } from './roll/openFile.ts'
import type { PhotoPortion, PhotosRead, ReadPhotosJob } from './roll/readPhotos.ts'
import type { PromoteJob, Promotion } from './roll/promote.ts'
import type { Undo, UndoJob } from './roll/undoOf.ts'
import type { YearlyJob, YearlyMade } from './reports/yearlyJob.ts'
import type { Tell } from './tell.ts'
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
  /** a list as a file, in memory */
  list(job: ListJob): Promise<ListMade>
  /** the pages for class teachers */
  progress(job: ProgressJob): Promise<ProgressMade>
  /** the search index as it should be, portion by portion. @returns how many pupils */
  indexLines(job: LookOptions, take: Tell<readonly IndexLine[]>): Promise<number>
  /** brings what SQLite's log holds into the file */
  checkpoint(job: LookOptions): Promise<void>
  /** the change that takes another one back */
  undoChange(job: UndoJob): Promise<Undo>
  /** the change of a new school year */
  promote(job: PromoteJob): Promise<Promotion>
  /*
   * Files from outside: a thread with so much memory and no more reads them, and is ended with the signal.
   * They throw DeskError `called-off`, `file-too-large` among others.
   */
  openFile(job: OpenFileJob, signal: AbortSignal): Promise<FileOpened>
  compareRoll(job: CompareRollJob, signal: AbortSignal): Promise<RollCompared>
  compareCards(job: CompareCardsJob, signal: AbortSignal): Promise<CardsCompared>
  readCityFile(job: CityFileJob, signal: AbortSignal): Promise<CityFileRead>
  readPhotos(job: ReadPhotosJob, take: Tell<PhotoPortion>, signal: AbortSignal): Promise<PhotosRead>
}

/** What takes a window or a person at a dialog. */
export interface DeskHands {
  /** what the page has laid out for paper; false: called off */
  print(): Promise<boolean>
  /** a folder of the person's choice; null: called off */
  chooseFolder(): Promise<string | null>
  /** a table (XLSX, CSV) or a zip of photos; null: called off */
  chooseFile(of: 'table' | 'zip'): Promise<string | null>
  yearlyPdf(made: YearlyMade, language: Language): Promise<Uint8Array>
  progressPdf(made: ProgressMade): Promise<Uint8Array>
  /** its pages as they will lie on paper, as PNG, in their order */
  paperPictures(made: PaperMade): Promise<readonly Uint8Array[]>
  /** at the system's dialog */
  paperPrint(made: PaperMade): Promise<PaperPrinted>
  paperPdf(made: PaperMade): Promise<Uint8Array>
}
