import { keycheckFile, readKeycheck } from '../../db/keycheck.ts'
import { readJournal } from '../../db/outboxJournal.ts'
import { backupNames, backupsFolder } from '../backups/backupFolder.ts'
import { databaseFile } from '../localData.ts'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'

/** `unproven`: nothing that is left can tell whether the key is another or the data are ruined. */
export type KeyProof = 'fits' | 'wrong-key' | 'unproven'

/** Is this the key of these data? Told without the database, which may be the ruined thing. */
export function proveKey(schoolFolder: string, key: Uint8Array): KeyProof {
  const file = databaseFile(schoolFolder)
  const own = readKeycheck(file, key).kind
  if (own === 'fits') return 'fits'
  if (own === 'other-key') return 'wrong-key'
  if (readJournal(file, key).rows.length > 0) return 'fits'
  const copies = backupNames(schoolFolder).map((name) =>
    databaseFile(join(backupsFolder(schoolFolder), name)),
  )
  const checks = copies.map((copy) => readKeycheck(copy, key).kind)
  if (checks.includes('fits')) return 'fits'
  return checks.includes('other-key') ? 'wrong-key' : 'unproven'
}

/** The key check as it was found, for whoever looks into the quarantine. */
export function copyKeycheck(schoolFolder: string, to: string): void {
  const from = keycheckFile(databaseFile(schoolFolder))
  const there = keycheckFile(databaseFile(to))
  if (existsSync(from) && !existsSync(there)) copyFileSync(from, there)
}
