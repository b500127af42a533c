import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import * as fs from 'node:fs'
import { nativeCode } from './dbError.ts'
import { writeDurably } from './durableFile.ts'

/**
 * The key-check value: a small file beside the database that only the right key can have made.
 * SQLite says "not a database" of a wrong key and of a ruined first page alike; this tells them
 * apart, and without touching the database. It is written before the database is.
 *
 * `used` becomes true once the database is whole: from then on a missing or empty database is a
 * loss to be told, not a first start.
 */
export type Keycheck =
  | { readonly kind: 'missing' }
  /** not what we wrote (its own checksum fails): says nothing about the key */
  | { readonly kind: 'ruined' }
  | { readonly kind: 'fits'; readonly used: boolean }
  | { readonly kind: 'other-key' }

const PURPOSE = 'student card desk, key check 1'
const FORM = /^(key check 1 (unused|used) ([0-9a-f]{32}) ([0-9a-f]{64})) ([0-9a-f]{16})\n$/

export function keycheckFile(databaseFile: string): string {
  return `${databaseFile}.keycheck`
}

export function readKeycheck(databaseFile: string, key: Uint8Array): Keycheck {
  const text = textOf(keycheckFile(databaseFile))
  if (text === null) return { kind: 'missing' }
  const [, content, used, salt, mac, sum] = FORM.exec(text) ?? []
  if (content === undefined || salt === undefined || mac === undefined || checksum(content) !== sum)
    return { kind: 'ruined' }
  const fits = timingSafeEqual(Buffer.from(mac, 'hex'), macOf(key, salt))
  return fits ? { kind: 'fits', used: used === 'used' } : { kind: 'other-key' }
}

export function writeKeycheck(databaseFile: string, key: Uint8Array, used: boolean): void {
  const salt = randomBytes(16).toString('hex')
  const mac = macOf(key, salt).toString('hex')
  const content = `key check 1 ${used ? 'used' : 'unused'} ${salt} ${mac}`
  writeDurably(keycheckFile(databaseFile), `${content} ${checksum(content)}\n`)
}

function macOf(key: Uint8Array, salt: string): Buffer {
  return createHmac('sha256', key).update(`${PURPOSE} ${salt}`).digest()
}

function checksum(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}

function textOf(file: string): string | null {
  try {
    return fs.readFileSync(file, 'latin1')
  } catch (thrown) {
    if (nativeCode(thrown) === 'ENOENT') return null
    throw thrown
  }
}
