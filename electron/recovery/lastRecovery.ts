import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { RecoveryReport } from '../../core/recoveryReport.ts'
import { quarantineFolder } from './quarantine.ts'

/** What the quarantine says of the last time; null: never, or nobody can read it. */
export function lastRecovery(folder: string): RecoveryReport | null {
  try {
    const quarantine = quarantineFolder(folder)
    const reports = readdirSync(quarantine)
      .toSorted()
      .map((name) => join(quarantine, name, 'report.json'))
      .filter((file) => statSync(file, { throwIfNoEntry: false }) !== undefined)
    const newest = reports.at(-1)
    return newest === undefined
      ? null
      : (JSON.parse(readFileSync(newest, 'utf8')) as RecoveryReport)
  } catch {
    return null
  }
}
