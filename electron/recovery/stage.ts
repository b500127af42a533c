import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import { fullCheck } from '../../db/check.ts'
import { digestOf } from '../../db/contents.ts'
import type { Database } from '../../db/database.ts'
import { openDatabase, type OpenOptions } from '../../db/open.ts'
import type { ListedBackup } from '../backups/listBackups.ts'
import type { Manifest } from '../backups/manifest.ts'
import { databaseFile, type DataPlace } from '../localData.ts'

/** A database in the making, beside the desk's own: nobody sees it until it is put in place. */
export interface Staged {
  readonly folder: string
  readonly db: Database
}

export function stageEmpty(place: DataPlace, key: Uint8Array): Staged {
  const folder = cleared(place)
  return { folder, db: openDatabase({ ...at(folder, place), key }) }
}

/** Why a backup is of no use; anything else that fails is thrown. */
const UNUSABLE: readonly DeskErrorCode[] = [
  'db-ruined',
  'db-wrong-key',
  'db-chain-broken',
  'db-from-the-future',
  'db-unsafe',
]

/**
 * A copy of a backup, checked wholly and against the digest it was made with, then brought to
 * today's schema. The backup itself is only read.
 *
 * @returns null: it is ruined, or of a newer program
 * @throws DeskError `db-full`, `db-read-only`, `db-busy`
 */
export function stageBackup(
  backup: Pick<Extract<ListedBackup, { readonly whole: true }>, 'folder' | 'manifest'>,
  place: DataPlace,
  key: Uint8Array,
): Staged | null {
  if (!existsSync(databaseFile(backup.folder))) return null
  const folder = cleared(place)
  const target = at(folder, place)
  try {
    copyFileSync(databaseFile(backup.folder), target.file)
    if (isAsMade(target, key, backup.manifest))
      return { folder, db: openDatabase({ ...target, key }) }
    clearStage(place)
    return null
  } catch (thrown) {
    clearStage(place)
    if (UNUSABLE.includes(errorCode(thrown))) return null
    throw thrown
  }
}

function isAsMade(target: Target, key: Uint8Array, { digest }: Manifest): boolean {
  const copy = openDatabase({ ...target, key, readonly: true })
  try {
    fullCheck(copy)
    return digestOf(copy) === digest
  } finally {
    copy.close()
  }
}

export function clearStage({ folder }: DataPlace): void {
  rmSync(stageFolder(folder), { recursive: true, force: true })
}

function cleared(place: DataPlace): string {
  clearStage(place)
  mkdirSync(stageFolder(place.folder), { mode: 0o700 })
  return stageFolder(place.folder)
}

const stageFolder = (schoolFolder: string): string => join(schoolFolder, 'recovering')

type Target = Pick<OpenOptions, 'file' | 'nativeBinding'>

const at = (folder: string, { nativeBinding }: DataPlace): Target => ({
  file: databaseFile(folder),
  nativeBinding,
})
