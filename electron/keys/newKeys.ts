import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '../../core/staff.ts'
import type { Vault } from '../vault.ts'
import { newDeviceSecret } from './deviceSecret.ts'
import { TRIES_FILE } from './keeper.ts'
import { recoveryFor, writeKeyRing, type KeyRing } from './keyRing.ts'
import { makeEnvelope } from './operatorEnvelope.ts'
import { openTryCounter } from './tryCounter.ts'

/** Somebody to be given an envelope. */
export interface Keyed {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly pin: string
}

export interface NewKeys {
  readonly people: readonly Keyed[]
  readonly dataKey: Uint8Array
  readonly recoveryPublicKey: Uint8Array
  readonly exception: boolean
}

export const newDataKey = (): Uint8Array => randomBytes(32)

/** The first envelope of everybody has this version. */
export const FIRST_PIN = 1

/**
 * A school's first key ring, and its try counter with it. Nothing is written here: the counter and
 * then the ring are by `keepNewKeys`, once the database is there.
 */
export async function makeNewKeys(keys: NewKeys, vault: Vault): Promise<KeptLater> {
  const { dataKey, recoveryPublicKey, exception } = keys
  const { secret, kept } = await newDeviceSecret(vault)
  const people = await Promise.all(
    keys.people.map(async ({ id, name, roles, pin }) => ({
      id,
      name,
      roles,
      pinVersion: FIRST_PIN,
      envelope: await makeEnvelope(dataKey, pin, {
        ...{ operatorId: id, version: FIRST_PIN, deviceSecret: secret, vault },
      }),
      needsCard: false,
      cards: [],
    })),
  )
  return {
    secret,
    ring: {
      form: 'desk keys 1',
      deviceSecret: kept,
      exception,
      leastTries: 0,
      people,
      recovery: recoveryFor(recoveryPublicKey, dataKey),
    },
  }
}

export interface KeptLater {
  readonly secret: Uint8Array
  readonly ring: KeyRing
}

/** The counter first: a ring that names a counter must not stand alone. @throws DeskError */
export function keepNewKeys(folder: string, { secret, ring }: KeptLater): void {
  const file = join(folder, TRIES_FILE)
  rmSync(file, { force: true })
  const counter = openTryCounter({
    file,
    deviceSecret: secret,
    leastGeneration: 0,
    steady: () => 0,
  })
  writeKeyRing(folder, { ...ring, leastTries: counter.generation() })
}
