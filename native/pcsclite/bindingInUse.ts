import type { Binding } from './binding.ts'
import { pcscMini } from './pcscMini.ts'

/**
 * nfc-pcsc calls `pcsclite()` without arguments. This slot is how another binding gets under it
 * (tests/native/…); it is on globalThis because nfc-pcsc's `require` and our `import` may load
 * this file twice.
 */
const SLOT = Symbol.for('student-card-desk.pcsclite.binding')

interface Slot {
  [SLOT]?: Binding | undefined
}

export function bindingInUse(): Binding {
  return (globalThis as Slot)[SLOT] ?? pcscMini
}

/** Every `pcsclite()` called within `make` uses this binding. */
export function withBinding<T>(binding: Binding, make: () => T): T {
  const slot = globalThis as Slot
  slot[SLOT] = binding
  try {
    return make()
  } finally {
    slot[SLOT] = undefined
  }
}
