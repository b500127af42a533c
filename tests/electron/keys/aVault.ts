import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Vault } from '../../../electron/vault.ts'

/**
 * A key store of one user, as the system's: what another has sealed it cannot open.
 *
 * @param key the same is the same user
 */
export function aVault(backend: string, key: Uint8Array = randomBytes(32)): Vault {
  return {
    backend,
    seal(secret) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(secret), cipher.final()])
      return Promise.resolve(Buffer.concat([nonce, cipher.getAuthTag(), body]))
    },
    // async: what it throws must reject
    async open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
    },
  }
}
