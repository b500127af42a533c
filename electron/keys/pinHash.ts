import { normalisedPin } from '../../core/pin.ts'
import { forgetOtherNatives } from '../environment.ts'

export const SALT_BYTES = 16

/** `Algorithm.Argon2id` of the library: a const enum, which no single file can be compiled with. */
const ARGON2ID = 2

/**
 * argon2id of a PIN, 32 bytes, bound to this device by argon2's own secret: a copied file alone
 * cannot be guessed at. 64 MiB, three passes, one lane (hardening.md 3.4), in Rust because Electron's
 * OpenSSL has no argon2. It runs in a thread of libuv's pool: main goes on meanwhile.
 *
 * The numbers are part of every stored envelope's form; others need a new version of it.
 */
export async function hashPin(
  pin: string,
  salt: Uint8Array,
  deviceSecret: Uint8Array,
): Promise<Uint8Array> {
  const { hashRaw } = await argon2()
  return hashRaw(normalisedPin(pin), {
    algorithm: ARGON2ID,
    memoryCost: 64 * 1024,
    timeCost: 3,
    parallelism: 1,
    outputLen: 32,
    salt,
    secret: deviceSecret,
  })
}

/** Loaded when somebody may soon enter a PIN, and never from where a variable says. */
export function argon2(): Promise<typeof import('@node-rs/argon2')> {
  forgetOtherNatives()
  return import('@node-rs/argon2')
}
