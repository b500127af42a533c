import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupStamp } from '../../core/backups.ts'
import type { ChainHead } from '../../db/outbox.ts'
import { databaseFile } from '../localData.ts'
import { backupNames, backupsFolder, BOX_FILE, stampIn } from './backupFolder.ts'
import { readManifest, type Manifest } from './manifest.ts'

/**
 * - `manifest` missing, ruined, of another backup, or signed with another key
 * - `database` missing, or not of the length it had
 */
export type BackupFault = 'manifest' | 'database'

interface Listed extends BackupStamp {
  readonly name: string
  readonly folder: string
  /** whether it can be opened elsewhere with the recovery key */
  readonly hasBox: boolean
}

export type ListedBackup =
  | (Listed & { readonly whole: true; readonly manifest: Manifest })
  | (Listed & { readonly whole: false; readonly fault: BackupFault })

/**
 * The backups of a school, newest first. Looks at small files only, milliseconds; what is on the
 * database's pages is checked when it is made and when it is restored.
 */
export function listBackups(schoolFolder: string, dataKey: Uint8Array): readonly ListedBackup[] {
  return backupNames(schoolFolder).flatMap((name) => {
    const stamp = stampIn(name)
    if (stamp === null) return []
    const folder = join(backupsFolder(schoolFolder), name)
    return looked({ ...stamp, name, folder, hasBox: existsSync(join(folder, BOX_FILE)) }, dataKey)
  })
}

function looked(listed: Listed, dataKey: Uint8Array): ListedBackup {
  const manifest = readManifest(listed.folder, dataKey)
  if (manifest === null || manifest.serial !== listed.serial || manifest.kind !== listed.kind)
    return { ...listed, whole: false, fault: 'manifest' }
  const bytes = statSync(databaseFile(listed.folder), { throwIfNoEntry: false })?.size
  return bytes === manifest.bytes
    ? { ...listed, madeAt: manifest.madeAt, whole: true, manifest }
    : { ...listed, whole: false, fault: 'database' }
}

/**
 * The last row of each chain that every whole backup has: what the journal need not keep
 * (db/outboxJournal.ts). No backup covers nothing.
 */
export function coveredHeads(backups: readonly ListedBackup[]): readonly ChainHead[] {
  const heads = backups.flatMap((one) => (one.whole ? [one.manifest.outboxHeads] : []))
  const [first = [], ...others] = heads
  return first.flatMap((head) => {
    const same = others.map((one) =>
      one.find(
        (other) => other.deviceId === head.deviceId && other.deviceEpoch === head.deviceEpoch,
      ),
    )
    if (same.some((one) => one === undefined)) return []
    const all = [head, ...same.flatMap((one) => one ?? [])]
    return all.reduce((least, one) => (one.deviceSeq < least.deviceSeq ? one : least))
  })
}
