/** The system's safe for keys, by the name its people know. */
export const KEY_STORES = [
  'dpapi', // Windows
  'keychain', // macOS
  'gnome', // Linux, also under other desktops
  'kwallet',
  'other', // one that is new to this program
] as const

export type KeyStore = (typeof KEY_STORES)[number]

/** @param backend as the program names it where keys are kept with it: `win32`, `gnome_libsecret`, `kwallet6` */
export function keyStoreOf(backend: string): KeyStore {
  if (backend === 'win32') return 'dpapi'
  if (backend === 'darwin') return 'keychain'
  if (backend.startsWith('gnome')) return 'gnome'
  return backend.startsWith('kwallet') ? 'kwallet' : 'other'
}
