import type { StoredOperator } from '../db/operators.ts'
import type { KeyRing } from './keys/keyRing.ts'

/** Somebody of the desk who has a PIN that opens: one older than the database knows is a copy put back. */
export function canSignIn(
  { id, endedAt, pinVersion }: StoredOperator,
  { people }: Pick<KeyRing, 'people'>,
): boolean {
  const key = people.find((one) => one.id === id)
  return (
    endedAt === null && key !== undefined && key.envelope !== null && key.pinVersion >= pinVersion
  )
}
