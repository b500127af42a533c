import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DeskError } from '../../core/errors.ts'
import type { Vault } from '../vault.ts'
import { newDeviceSecret } from './deviceSecret.ts'
import { TRIES_FILE } from './keeper.ts'
import { readKeyRing, writeKeyRing } from './keyRing.ts'
import { openTryCounter } from './tryCounter.ts'

/**
 * The ring with a new device secret and a new try counter: what the former ones bound, nobody can open
 * any more. The recovery box stays. @throws DeskError
 */
export async function freshRing(folder: string, vault: Vault, exception: boolean): Promise<void> {
  const ring = readKeyRing(folder)
  if (ring === null) throw new DeskError('key-missing', 'The file with the keys is gone.')
  const { secret, kept } = await newDeviceSecret(vault)
  const file = join(folder, TRIES_FILE)
  rmSync(file, { force: true })
  const tries = openTryCounter({ file, deviceSecret: secret, leastGeneration: 0, steady: () => 0 })
  writeKeyRing(folder, {
    ...ring,
    exception,
    deviceSecret: kept,
    leastTries: tries.generation(),
    people: ring.people.map((one) => ({ ...one, envelope: null, cards: [], needsCard: false })),
  })
}
