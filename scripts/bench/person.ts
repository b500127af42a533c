import { join } from 'node:path'
import { systemClock } from '../../electron/clock.ts'
import { openKeeper } from '../../electron/keys/keeper.ts'
import { REHEARSAL_STAFF } from '../../electron/rehearsal/staff.ts'
import { noVault } from '../../electron/vault.ts'
import type { BenchPerson } from './inStartingPage.ts'

/** Whoever sits at the desk of a bench: the one who may do everything. */
export function benchPerson(): BenchPerson {
  const person = REHEARSAL_STAFF.find(({ roles }) => roles.length === 3)
  if (person === undefined)
    throw new Error('The rehearsal school has nobody who may do everything.')
  return { operatorId: person.id, pin: person.pin }
}

/** The data key of a rehearsal school whose desk is closed, by the PIN that stands on its screen. */
export async function benchKey(home: string): Promise<Uint8Array> {
  const folder = join(home, 'rehearsal')
  const keeper = await openKeeper({ folder, vault: noVault, steady: systemClock.steady })
  const { operatorId, pin } = benchPerson()
  const tried = await keeper.tryPin(operatorId, pin, null)
  if (tried.kind === 'refused') throw new Error(`The PIN is refused: ${tried.answer.kind}.`)
  return tried.dataKey
}
