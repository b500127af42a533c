/**
 * The system's key store as a port: Windows DPAPI, macOS Keychain, a Linux keyring.
 * `systemVault.ts` is the real one.
 */
export interface Vault {
  /** null: the system keeps no secrets for us */
  readonly backend: string | null
  seal(secret: Uint8Array): Promise<Uint8Array>
  /** Rejects when the store cannot open what it once sealed. */
  open(sealed: Uint8Array): Promise<Uint8Array>
}

const refuse = (): Promise<never> => Promise.reject(new Error('This system keeps no secrets.'))

export const noVault: Vault = { backend: null, seal: refuse, open: refuse }
