import { systemClock } from '../../electron/clock.ts'
import { openKeeper } from '../../electron/keys/keeper.ts'
import { REHEARSAL_STAFF, type RehearsalPerson } from '../../electron/rehearsal/staff.ts'
import { noVault } from '../../electron/vault.ts'
import { press } from './keyboard.ts'
import { waitToSee } from './waitToSee.ts'

/** Who sits at the packaged desk: the clerk, whose tile is the first of the rehearsal school's. */
function clerk(): RehearsalPerson {
  const [first] = REHEARSAL_STAFF
  if (first?.roles.join() !== 'clerk') throw new Error('The first tile is not the clerk’s.')
  return first
}

/** By the keys: the first tile has the focus from the start; Enter chooses it and goes on to the PIN. */
export async function clerkSignsIn(): Promise<void> {
  await waitToSee('the sign-in screen')
  await press('Return', ...clerk().pin)
  await waitToSee('a PIN to sign in with')
  await press('Return')
  await waitToSee('a desk that waits for cards')
}

/** What the clerk's PIN opens in a rehearsal's folder once its desk is closed. */
export async function dataKeyOfClerk(folder: string): Promise<Uint8Array> {
  const keeper = await openKeeper({ folder, vault: noVault, steady: systemClock.steady })
  const tried = await keeper.tryPin(clerk().id, clerk().pin, null)
  if (tried.kind === 'refused') throw new Error(`The PIN is refused: ${tried.answer.kind}.`)
  return tried.dataKey
}
