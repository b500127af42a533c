import { safeStorage } from 'electron'
import { noVault, type Vault } from './vault.ts'

/**
 * Electron's safeStorage, asked after `ready`. Linux without a keyring answers `basic_text`: a
 * password that is in Electron's own source, so no protection at all (hardening.md 3.3).
 */
export function systemVault(): Vault {
  if (!safeStorage.isEncryptionAvailable()) return noVault
  const backend =
    process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform
  if (backend === 'basic_text' || backend === 'unknown') return noVault
  return {
    backend,
    seal: (secret) => safeStorage.encryptString(Buffer.from(secret).toString('base64')),
    open: (sealed) => Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'),
  }
}
