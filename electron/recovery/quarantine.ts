import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { EpochMs } from '../../core/calendarDate.ts'
import { syncFolder, writeDurably } from '../../db/durableFile.ts'
import { writeKeycheck } from '../../db/keycheck.ts'
import { databaseFile } from '../localData.ts'
import { copyKeycheck } from './keyProof.ts'
import type { RecoveryReport } from '../../core/recoveryReport.ts'

/**
 * Where ruined data lie until somebody has looked at them: `quarantine/<time>/` of the school.
 * Nothing here is ever changed or deleted by the program. A folder without a report is of a recovery
 * that was cut off: the next one goes on with it.
 */
export function quarantineFolder(schoolFolder: string): string {
  return join(schoolFolder, 'quarantine')
}

const REPORT = 'report.json'

/**
 * Moves the database away. The key check stays, and says that the desk was in use: so a power cut
 * from here on ends in "the data file is gone", never in an empty desk.
 *
 * @returns where it lies now
 */
export function quarantine(schoolFolder: string, key: Uint8Array, at: EpochMs): string {
  const file = databaseFile(schoolFolder)
  // one that was cut off has moved the database, and maybe not what belongs to it
  const begun = existsSync(file) ? undefined : unfinished(schoolFolder).at(-1)
  const folder = begun ?? newFolder(schoolFolder, at)
  copyKeycheck(schoolFolder, folder)
  writeKeycheck(file, key, true)
  for (const end of ['', '-wal', '-shm']) moveInto(folder, file + end)
  syncFolder(folder)
  syncFolder(schoolFolder)
  return folder
}

/** Oldest first. */
export function unfinished(schoolFolder: string): readonly string[] {
  const folder = quarantineFolder(schoolFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
    .filter((one) => !existsSync(join(one, REPORT)))
}

export function finish(folder: string, report: RecoveryReport): void {
  writeDurably(join(folder, REPORT), JSON.stringify(report, null, 2))
}

/** Under the first name that is free: what lies there is never written over. */
export function moveInto(folder: string, file: string): void {
  if (!existsSync(file)) return
  const target = join(folder, basename(file))
  let n = 1
  while (existsSync(n === 1 ? target : `${target}.${n}`)) n += 1
  renameSync(file, n === 1 ? target : `${target}.${n}`)
}

function newFolder(schoolFolder: string, at: EpochMs): string {
  const time = new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  const folder = join(quarantineFolder(schoolFolder), `${time}Z`)
  let n = 1
  while (existsSync(n === 1 ? folder : `${folder}.${n}`)) n += 1
  const free = n === 1 ? folder : `${folder}.${n}`
  mkdirSync(free, { recursive: true, mode: 0o700 })
  return free
}
