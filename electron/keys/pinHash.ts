import { argon2id } from 'hash-wasm'
import { normalisedPin } from '../../core/pin.ts'

export const SALT_BYTES = 16

/**
 * argon2id of a PIN, 32 bytes, bound to this device by argon2's own secret: a copied file alone
 * cannot be guessed at. 64 MiB, three passes, one lane (hardening.md 3.4): 0.4–0.5 s where it was
 * measured, in plain WebAssembly because Electron's OpenSSL has no argon2. It blocks its thread, so
 * it belongs in a worker.
 *
 * The numbers are part of every stored envelope's form; others need a new version of it.
 */
export function hashPin(
  pin: string,
  salt: Uint8Array,
  deviceSecret: Uint8Array,
): Promise<Uint8Array> {
  return argon2id({
    password: normalisedPin(pin),
    salt,
    secret: deviceSecret,
    memorySize: 64 * 1024,
    iterations: 3,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
}
