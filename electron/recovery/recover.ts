import { basename } from 'node:path'
import type { AuditMoment } from '../../core/audit.ts'
import { dbError } from '../../db/dbError.ts'
import { listBackups } from '../backups/listBackups.ts'
import type { DataPlace } from '../localData.ts'
import { findAll } from './found.ts'
import { proveKey } from './keyProof.ts'
import { quarantine, unfinished } from './quarantine.ts'
import { rebuild } from './rebuild.ts'
import type { RecoveryBase, RecoveryReport } from '../../core/recoveryReport.ts'
import { stageBackup, stageEmpty, type Staged } from './stage.ts'

/** Plain data, so that a worker can do it. */
export interface RecoverJob {
  readonly place: DataPlace
  readonly key: Uint8Array
  /** of the row in the log that says it */
  readonly moment: AuditMoment
  /** a new UUID: the desk's where nothing that is left tells who it was */
  readonly newDeviceId: string
}

export type Recovery =
  | { readonly kind: 'recovered'; readonly report: RecoveryReport }
  /** the key is of other data: nothing was touched */
  | { readonly kind: 'wrong-key' }
  /** nothing that is left tells whether the key is another or the data are ruined: nothing was touched */
  | { readonly kind: 'key-unproven' }

/**
 * What is done when the data are ruined or gone (hardening.md 4), by itself: the ruined file is put
 * into quarantine, what the city has not got is read out of it, the newest good backup (or an empty
 * database) takes its place, and what was read and what the journal holds is put back. The database
 * and the journal are closed. Cut off anywhere, it is done again from where it was.
 *
 * @throws DeskError `db-full`, `db-read-only`, `db-busy`; what was moved lies in the quarantine, and
 * the next try goes on with it
 */
export function recover(job: RecoverJob): Recovery {
  const { place, key, moment, newDeviceId } = job
  try {
    const proof = proveKey(place.folder, key)
    if (proof === 'wrong-key') return { kind: 'wrong-key' }
    if (proof === 'unproven') return { kind: 'key-unproven' }
    quarantine(place.folder, key, moment.at)
    const quarantined = unfinished(place.folder)
    const found = findAll(place, key, quarantined)
    const { staged, base, ruinedBackups } = stageNewestGood(place, key)
    try {
      const report = rebuild(staged, {
        ...{ place, key, base, ruinedBackups, found, quarantined, moment, newDeviceId },
        kind: 'data-recovered',
      })
      return { kind: 'recovered', report }
    } finally {
      if (staged.db.open) staged.db.close()
    }
  } catch (thrown) {
    throw dbError(thrown, 'The data were not recovered')
  }
}

interface StagedBase {
  readonly staged: Staged
  readonly base: RecoveryBase
  readonly ruinedBackups: readonly string[]
}

function stageNewestGood(place: DataPlace, key: Uint8Array): StagedBase {
  const ruinedBackups: string[] = []
  for (const backup of listBackups(place.folder, key)) {
    const staged = backup.whole ? stageBackup(backup, place, key) : null
    if (staged === null || !backup.whole) {
      ruinedBackups.push(basename(backup.folder))
      continue
    }
    const { name, madeAt } = backup
    return { staged, base: { kind: 'backup', name, madeAt }, ruinedBackups }
  }
  return { staged: stageEmpty(place, key), base: { kind: 'empty' }, ruinedBackups }
}
