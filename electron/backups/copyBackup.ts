import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import type { CopyAnswer } from '../../core/care.ts'
import { DeskError } from '../../core/errors.ts'
import { dbError, nativeCode } from '../../db/dbError.ts'
import { syncFile, syncFolder } from '../../db/durableFile.ts'
import { partOf } from './backupFolder.ts'

/** Plain data, so that a worker can do it. */
export interface CopyBackupJob {
  /** of a whole backup; nobody drops it meanwhile */
  readonly backupFolder: string
  /** of the person's choice: a stick */
  readonly into: string
}

export type BackupCopied = Extract<
  CopyAnswer,
  { readonly kind: 'copied' | 'there' | 'stick-failed' }
>

/**
 * Copies a backup as it lies, so that the copy is one that can be brought (bringBackup.ts). It is filled under a name
 * that ends in `.part`, flushed, read back, and gets its name only when every file is the same. What bears the name
 * already is not written over: the same is left, beside another one the copy is named （2）, （3）, … Reading back may
 * be answered by the system's memory; what the stick does with a flush that it has acknowledged, nobody here sees.
 *
 * @throws DeskError `db-full`, `db-read-only`, `db-busy` of the stick; `db-ruined` of the backup
 */
export function copyBackup({ backupFolder, into }: CopyBackupJob): BackupCopied {
  const wanted = ofBackup(backupFolder)
  try {
    for (let turn = 1; ; turn += 1) {
      const name = turn === 1 ? basename(backupFolder) : `${basename(backupFolder)}（${turn}）`
      const target = join(into, name)
      if (!existsSync(target)) return fill(target, backupFolder, wanted)
      if (holds(target, wanted)) return { kind: 'there', name }
    }
  } catch (thrown) {
    const ofSystem = nativeCode(thrown)
    if (!/^E[A-Z]+$/.test(ofSystem)) throw thrown
    const trouble = dbError(thrown, 'The backup was not copied')
    if (WRITING.includes(trouble.code) && !GONE.includes(ofSystem)) throw trouble
    return { kind: 'stick-failed' }
  }
}

/** What a person can mend at the stick; anything else is the stick's own failing. */
const WRITING: readonly string[] = ['db-full', 'db-read-only', 'db-busy']
/** pulled out meanwhile */
const GONE: readonly string[] = ['ENOENT', 'ENOTDIR']

/** SHA-256 of each file, by name. */
type Digests = ReadonlyMap<string, string>

function ofBackup(folder: string): Digests {
  try {
    const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile())
    return new Map(files.map(({ name }) => [name, digestOf(join(folder, name))]))
  } catch (thrown) {
    const cause = { cause: thrown }
    throw new DeskError('db-ruined', 'The backup was not copied: it cannot be read.', cause)
  }
}

function fill(target: string, from: string, wanted: Digests): BackupCopied {
  const part = partOf(target)
  try {
    rmSync(part, { recursive: true, force: true })
    mkdirSync(part, { mode: 0o700 })
    for (const name of wanted.keys()) {
      copyFileSync(join(from, name), join(part, name))
      syncFile(join(part, name))
    }
    syncFolder(part)
    if (!holds(part, wanted)) {
      clear(part)
      return { kind: 'stick-failed' }
    }
    renameSync(part, target)
    syncFolder(join(target, '..'))
    return { kind: 'copied', name: basename(target) }
  } catch (thrown) {
    clear(part)
    throw thrown
  }
}

/** On a stick that is gone or full of faults nothing can be taken away either. */
function clear(part: string): void {
  try {
    rmSync(part, { recursive: true, force: true })
  } catch {
    // The next copy of this name clears it.
  }
}

/** Read from the disk. What a system lays beside them (`.DS_Store`) is no fault. */
function holds(folder: string, wanted: Digests): boolean {
  return [...wanted].every(([name, digest]) => {
    const file = join(folder, name)
    return existsSync(file) && digestOf(file) === digest
  })
}

const CHUNK = 1 << 20

function digestOf(file: string): string {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(CHUNK)
  const handle = openSync(file, 'r')
  try {
    for (;;) {
      const length = readSync(handle, chunk, 0, CHUNK, null)
      if (length === 0) return hash.digest('hex')
      hash.update(chunk.subarray(0, length))
    }
  } finally {
    closeSync(handle)
  }
}
