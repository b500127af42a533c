import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
} from 'node:fs'
import { writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { DeskError } from '../core/errors.ts'
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
export function obtainDataKey(folder: string, databaseExists: boolean, vault: Vault): DataKey {
  const path = join(folder, KEY_FILE)
  if (existsSync(path)) return readKey(path, vault)
  if (databaseExists)
    throw new DeskError(
      'key-missing',
      'The data are here but the file with their key is gone. Put desk.key back from the backup.',
    )
  return makeKey(path, vault)
}

function readKey(path: string, vault: Vault): DataKey {
  try {
    const stored = keyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
    const key =
      stored.keptBy === 'system'
        ? vault.open(Buffer.from(stored.sealed, 'base64'))
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

function makeKey(path: string, vault: Vault): DataKey {
  const key = randomBytes(KEY_BYTES)
  const stored: z.infer<typeof keyFile> =
    vault.backend === null
      ? { keptBy: 'file', key: key.toString('base64') }
      : {
          keptBy: 'system',
          backend: vault.backend,
          sealed: Buffer.from(vault.seal(key)).toString('base64'),
        }
  writeOnce(path, JSON.stringify(stored))
  return { key, keptBy: stored.keptBy }
}

/** Whole or not at all: a key that is half on disk would lose everything written under it. */
function writeOnce(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.new`
  const file = openSync(temporary, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
}
