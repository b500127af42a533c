import { expect, it } from 'vitest'
import { keyStoreOf } from '../../core/keyStore.ts'

it.each([
  ['win32', 'dpapi'],
  ['darwin', 'keychain'],
  ['gnome_libsecret', 'gnome'],
  ['kwallet', 'kwallet'],
  ['kwallet5', 'kwallet'],
  ['kwallet6', 'kwallet'],
  ['freebsd', 'other'],
] as const)('%s is the key store %s', (backend, store) => {
  expect(keyStoreOf(backend)).toBe(store)
})
