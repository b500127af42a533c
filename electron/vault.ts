/**
 * The system's key store as a port: Windows DPAPI, macOS Keychain, a Linux keyring.
 * `systemVault.ts` is the real one.
 */
export interface Vault {
  /** null: the system keeps no secrets for us */
  readonly backend: string | null
  seal(secret: Uint8Array): Uint8Array
  /** @throws when the store cannot open what it once sealed */
  open(sealed: Uint8Array): Uint8Array
}

export const noVault: Vault = {
  backend: null,
  seal: () => {
    throw new Error('This system keeps no secrets.')
  },
  open: () => {
    throw new Error('This system keeps no secrets.')
  },
}
