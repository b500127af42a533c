import { randomBytes } from 'node:crypto'
import type { Vault } from '../vault.ts'
import type { KeyRing } from './keyRing.ts'

type Kept = KeyRing['deviceSecret']

/** A new secret of this device, and how it is kept. Rejects when the key store does. */
export async function newDeviceSecret(
  vault: Vault,
): Promise<{ readonly secret: Uint8Array; readonly kept: Kept }> {
  const secret = randomBytes(32)
  const body = vault.backend === null ? secret : Buffer.from(await vault.seal(secret))
  return { secret, kept: { backend: vault.backend, body: body.toString('hex') } }
}

/** null: another key store than the one that sealed it, or one that was made anew. */
export async function openDeviceSecret(kept: Kept, vault: Vault): Promise<Uint8Array | null> {
  const body = Buffer.from(kept.body, 'hex')
  if (kept.backend === null) return body
  if (kept.backend !== vault.backend) return null
  const secret = await vault.open(body).catch(() => null)
  return secret?.length === 32 ? secret : null
}
