import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DeskError } from '../core/errors.ts'
import { writeDurably } from '../db/durableFile.ts'
import type { Vault } from './vault.ts'

export const KEY_FILE = 'desk.key'
export const KEY_BYTES = 32

/** The key of the local data, and who keeps it. */
export interface DataKey {
  readonly key: Uint8Array
  readonly keptBy: 'system' | 'file'
}

const keyFile = z.discriminatedUnion('keptBy', [
  z.object({ keptBy: z.literal('system'), backend: z.string(), sealed: z.base64() }),
  z.object({ keptBy: z.literal('file'), key: z.base64() }),
])

/**
 * The data key of a folder: read, or made at the very first start. Where the system keeps no
 * secrets the key lies in a file only its owner can read, and the desk says so on screen.
 *
 * @throws DeskError `key-missing` when there are data but no key (a new key would only bury them),
 *   `key-unreadable` when the key store or the key file cannot give the key back.
 */
export async function obtainDataKey(
  folder: string,
  databaseExists: boolean,
  vault: Vault,
): Promise<DataKey> {
  const path = join(folder, KEY_FILE)
  if (existsSync(path)) return await readKey(path, vault)
  if (databaseExists)
    throw new DeskError(
      'key-missing',
      'The data are here but the file with their key is gone. Put desk.key back from the backup.',
    )
  return await makeKey(path, vault)
}

async function readKey(path: string, vault: Vault): Promise<DataKey> {
  try {
    const stored = keyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
    const key =
      stored.keptBy === 'system'
        ? await vault.open(Buffer.from(stored.sealed, 'base64'))
        : Buffer.from(stored.key, 'base64')
    if (key.length !== KEY_BYTES) throw new Error('The key has the wrong length.')
    return { key, keptBy: stored.keptBy }
  } catch (cause) {
    throw new DeskError(
      'key-unreadable',
      'The key of the data cannot be opened. Sign in as the user who set up this desk.',
      { cause },
    )
  }
}

async function makeKey(path: string, vault: Vault): Promise<DataKey> {
  const key = randomBytes(KEY_BYTES)
  const stored: z.infer<typeof keyFile> =
    vault.backend === null
      ? { keptBy: 'file', key: key.toString('base64') }
      : {
          keptBy: 'system',
          backend: vault.backend,
          sealed: Buffer.from(await vault.seal(key)).toString('base64'),
        }
  // On the disk before anything is locked with it: a lost key would be all data lost.
  writeDurably(path, JSON.stringify(stored))
  return { key, keptBy: stored.keptBy }
}
