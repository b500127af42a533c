import { readJournal } from '../../db/outboxJournal.ts'
import type { ChainHead } from '../../db/outbox.ts'
import type { FoundRow } from '../../db/sealedRow.ts'
import { salvage, type Salvaged } from '../../db/salvage/salvage.ts'
import { listBackups } from '../backups/listBackups.ts'
import { databaseFile, type DataPlace } from '../localData.ts'

/** Everything that is left of what the desk did, wherever it was found. */
export interface Found extends Salvaged {
  readonly journal: readonly FoundRow[]
  /** rows of a chain up to here, where they are nowhere else, are with the city */
  readonly withCity: readonly ChainHead[]
  /** ends of the log as the backups know them */
  readonly auditEnds: readonly number[]
}

/** Reads the quarantined files, the journal and the backups' manifests; changes nothing. */
export function findAll(place: DataPlace, key: Uint8Array, quarantined: readonly string[]): Found {
  const { nativeBinding } = place
  const files = quarantined.map((folder) =>
    salvage({ file: databaseFile(folder), key, nativeBinding }),
  )
  const journal = readJournal(databaseFile(place.folder), key)
  const manifests = listBackups(place.folder, key).flatMap((one) =>
    one.whole ? [one.manifest] : [],
  )
  return {
    outbox: files.flatMap((one) => one.outbox),
    heads: [
      ...files.flatMap((one) => one.heads),
      ...manifests.flatMap((one) => one.outboxHeads),
      ...journal.from,
    ],
    audit: files.flatMap((one) => one.audit),
    desk: files.findLast((one) => one.desk !== null)?.desk ?? null,
    journal: journal.rows,
    withCity: journal.from,
    auditEnds: manifests.map((one) => one.auditHead.seq),
  }
}
