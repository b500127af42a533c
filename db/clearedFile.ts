import type { AuditMoment } from '../core/audit.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import { appendAudit } from './audit.ts'
import type { Database } from './database.ts'
import { refreshSearchIndex } from './searchIndex.ts'
import { reading } from './writing.ts'

export type FileCleared =
  | {
      readonly kind: 'cleared'
      /** of 4096 bytes; none of them free */
      readonly pages: number
      /** backups made before hold what was deleted: they go once a newer one has passed its checks */
      readonly backupsBefore: EpochMs
    }
  /** another connection reads: the -wal file could not be emptied. Do it again */
  | { readonly kind: 'held' }

/**
 * Writes the whole file anew, so that nothing deleted is left in it. `secure_delete` alone does not do
 * that: where a page was split, a copy of a moved row stays in the gap, and is not overwritten when the
 * row is deleted (2 of 1,000 found in a trial). Blocks the thread and every other writer: 20 ms for
 * 3,000 pupils without photos, 1.7 s with 66 MB of them. Needs as much free disk as the file has.
 *
 * What it does not reach: blocks the file system or the drive has let go of. They were encrypted; they
 * are unreadable once the key is gone.
 *
 * @throws DeskError; then nothing is lost, and the file is as it was
 */
export function clearFile(db: Database, moment: AuditMoment): FileCleared {
  refreshSearchIndex(db)
  return reading('The file was not cleared of what was deleted', () => {
    db.exec('VACUUM')
    const pages = Number(db.pragma('page_count', { simple: true }))
    appendAudit(
      db,
      { kind: 'deleted', studentId: null, about: `file ${pages}`, reason: null },
      moment,
    )
    const [checkpoint] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[]
    return checkpoint?.busy === 0
      ? { kind: 'cleared', pages, backupsBefore: moment.at }
      : { kind: 'held' }
  })
}
