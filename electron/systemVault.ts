import { safeStorage } from 'electron'
import { noVault, type Vault } from './vault.ts'

/**
 * Electron's safeStorage, asked after `ready`. Linux without a keyring answers `basic_text`: a
 * password that is in Electron's own source, so no protection at all (hardening.md 3.3).
 *
 * The synchronous methods go with Electron 46, the asynchronous ones came with 42: each runtime is
 * asked for what it has. What one has sealed the other opens.
 */
export async function systemVault(): Promise<Vault> {
  const backend = await availableBackend()
  if (backend === null) return noVault
  return {
    backend,
    async seal(secret) {
      const text = Buffer.from(secret).toString('base64')
      return hasAsync ? await safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text)
    },
    async open(sealed) {
      const bytes = Buffer.from(sealed)
      const text = hasAsync
        ? (await safeStorage.decryptStringAsync(bytes)).result
        : safeStorage.decryptString(bytes)
      return Buffer.from(text, 'base64')
    },
  }
}

const hasAsync = 'encryptStringAsync' in safeStorage

async function availableBackend(): Promise<string | null> {
  const available = hasAsync
    ? await safeStorage.isAsyncEncryptionAvailable()
    : safeStorage.isEncryptionAvailable()
  if (!available) return null
  if (process.platform !== 'linux') return process.platform
  const backend = safeStorage.getSelectedStorageBackend()
  return backend === 'basic_text' || backend === 'unknown' ? null : backend
}
