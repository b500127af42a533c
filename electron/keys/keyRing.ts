import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DeskError } from '../../core/errors.ts'
import { ROLES } from '../../core/staff.ts'
import { dbError } from '../../db/dbError.ts'
import { writeDurably } from '../../db/durableFile.ts'
import { sealTo } from './sealedBox.ts'

export const KEY_RING_FILE = 'desk.keys'

const hex = z.string().regex(/^(?:[0-9a-f]{2})*$/)

const person = z.strictObject({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)).readonly(),
  /** grows with each new PIN; the database keeps the least that is good */
  pinVersion: z.int().min(0),
  /** keys/operatorEnvelope.ts; null: no PIN was set, or it went with a former key store */
  envelope: z.string().nullable(),
  needsCard: z.boolean(),
  /** what their staff card is known by: HMAC-SHA256 of its numbers under the device secret */
  cards: z.array(hex).readonly(),
})

const keyRing = z.strictObject({
  form: z.literal('desk keys 1'),
  /** 32 bytes, sealed by the system's key store where there is one; `backend` null: bare */
  deviceSecret: z.strictObject({ backend: z.string().nullable(), body: hex }),
  /** an administrator took it on themselves that the system keeps no keys */
  exception: z.boolean(),
  /** what keys/tryCounter.ts must at least have counted */
  leastTries: z.int().min(0),
  people: z.array(person).readonly(),
  /** the data key, for whoever has the printed sheet (keys/sealedBox.ts) */
  recovery: z.strictObject({ publicKey: hex, box: z.string() }),
})

/**
 * What opens a school's data, and for whom: the data key wrapped for each person and for the recovery
 * sheet (hardening.md 3.3). It is read before anybody has signed in, so nothing of it is believed
 * about rights: roles and names are for the tiles of the locked screen, the database has the truth.
 */
export type KeyRing = z.infer<typeof keyRing>
export type KeyPerson = z.infer<typeof person>

/** The data key for whoever has the private half of this pair. */
export const recoveryFor = (publicKey: Uint8Array, dataKey: Uint8Array): KeyRing['recovery'] => ({
  publicKey: Buffer.from(publicKey).toString('hex'),
  box: sealTo(publicKey, dataKey),
})

/** null: there is none. @throws DeskError `key-unreadable` */
export function readKeyRing(folder: string): KeyRing | null {
  const file = join(folder, KEY_RING_FILE)
  if (!existsSync(file)) return null
  try {
    return keyRing.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new DeskError(
      'key-unreadable',
      'The file with the keys cannot be read. A backup and the recovery sheet open the data.',
      { cause },
    )
  }
}

/** On the disk when it returns. @throws DeskError `db-full`, `db-read-only` */
export function writeKeyRing(folder: string, ring: KeyRing): void {
  try {
    writeDurably(join(folder, KEY_RING_FILE), JSON.stringify(ring))
  } catch (thrown) {
    throw dbError(thrown, 'The keys were not kept')
  }
}
