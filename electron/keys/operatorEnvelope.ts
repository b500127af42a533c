import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { z } from 'zod'
import type { Vault } from '../vault.ts'
import { hashPin, SALT_BYTES } from './pinHash.ts'

export type OpenedEnvelope =
  | { readonly kind: 'opened'; readonly dataKey: Uint8Array }
  | { readonly kind: 'wrong-pin' }
  /** altered, another operator's, or made with another device secret: no PIN was tried on it */
  | { readonly kind: 'ruined' }
  /** the system's key store is the same by name and refuses: another user, or it was made anew */
  | { readonly kind: 'store-cannot-open' }
  /** sealed by another key store than the system has now; null: it has none now */
  | { readonly kind: 'other-backend'; readonly stored: string; readonly present: string | null }

/** Whose envelope, and what of this device it is bound to. */
export interface EnvelopeOwner {
  readonly operatorId: string
  /** of the PIN: one that was replaced opens under its own number only */
  readonly version: number
  /** 32 bytes */
  readonly deviceSecret: Uint8Array
  readonly vault: Vault
}

const lowerHex = z.string().regex(/^(?:[0-9a-f]{2})+$/)
/** `backend` null: the system kept no secrets, the PIN alone guards it. `body`: sealed by it, or bare. */
const content = z.strictObject({
  form: z.literal('operator envelope 1'),
  backend: z.string().nullable(),
  salt: lowerHex,
  body: lowerHex,
})

/**
 * The data key for one operator (hardening.md 3.3): wrapped under the PIN and the device secret,
 * and sealed once more by the system's key store where there is one. Opening needs both.
 *
 * @param dataKey 32 bytes
 * @param pin already judged by core/pin.ts
 * @returns one line: JSON, a space, its HMAC-SHA256 in hex. Rejects when the key store does.
 */
export async function makeEnvelope(
  dataKey: Uint8Array,
  pin: string,
  owner: EnvelopeOwner,
): Promise<string> {
  const { deviceSecret, vault } = owner
  const salt = randomBytes(SALT_BYTES)
  const wrapped = wrap(dataKey, await kekOf(pin, salt, deviceSecret), owner)
  const body = vault.backend === null ? wrapped : Buffer.from(await vault.seal(wrapped))
  const stored: z.infer<typeof content> = {
    form: 'operator envelope 1',
    backend: vault.backend,
    salt: salt.toString('hex'),
    body: body.toString('hex'),
  }
  const text = JSON.stringify(stored)
  return `${text} ${macOf(text, owner).toString('hex')}`
}

/** Costs one PIN hash, but where the answer does not hang on the PIN. Count the try before. */
export async function openEnvelope(
  envelope: string,
  pin: string,
  owner: EnvelopeOwner,
): Promise<OpenedEnvelope> {
  const stored = contentOf(envelope, owner)
  if (stored === null) return { kind: 'ruined' }
  const { vault } = owner
  // One made before there was a key store needs none; the caller may make it anew.
  if (stored.backend !== null && stored.backend !== vault.backend)
    return { kind: 'other-backend', stored: stored.backend, present: vault.backend }
  const body = Buffer.from(stored.body, 'hex')
  const wrapped = stored.backend === null ? body : await vault.open(body).catch(() => null)
  if (wrapped === null) return { kind: 'store-cannot-open' }
  if (wrapped.length !== WRAPPED_BYTES) return { kind: 'ruined' }
  const kek = await kekOf(pin, Buffer.from(stored.salt, 'hex'), owner.deviceSecret)
  const dataKey = unwrap(wrapped, kek, owner)
  return dataKey === null ? { kind: 'wrong-pin' } : { kind: 'opened', dataKey }
}

function contentOf(envelope: string, owner: EnvelopeOwner): z.infer<typeof content> | null {
  const [, text, mac] = /^(.*) ([0-9a-f]{64})$/.exec(envelope) ?? []
  if (text === undefined || mac === undefined) return null
  // Without it a ruined envelope would look like a wrong PIN, and cost its owner the ten tries.
  if (!timingSafeEqual(macOf(text, owner), Buffer.from(mac, 'hex'))) return null
  return content.parse(JSON.parse(text))
}

function macOf(text: string, { operatorId, deviceSecret }: EnvelopeOwner): Buffer {
  const key = derived(deviceSecret, 'student card desk, operator envelope 1, whole')
  return createHmac('sha256', key).update(`${text}\n${operatorId}`).digest()
}

async function kekOf(pin: string, salt: Uint8Array, deviceSecret: Uint8Array): Promise<Buffer> {
  const hash = await hashPin(pin, salt, deviceSecret)
  return derived(hash, 'student card desk, operator envelope 1, key')
}

function derived(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}

const [NONCE_BYTES, KEY_BYTES, TAG_BYTES] = [12, 32, 16] as const
const WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES

/** nonce, key, tag */
function wrap(dataKey: Uint8Array, kek: Uint8Array, owner: EnvelopeOwner): Buffer {
  if (dataKey.length !== KEY_BYTES) throw new RangeError('A data key has 32 bytes.')
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', kek, nonce)
  cipher.setAAD(whose(owner))
  return Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
}

const whose = ({ operatorId, version }: EnvelopeOwner): Buffer =>
  Buffer.from(`${operatorId} ${version}`)

function unwrap(wrapped: Uint8Array, kek: Uint8Array, owner: EnvelopeOwner): Uint8Array | null {
  const decipher = createDecipheriv('aes-256-gcm', kek, wrapped.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(whose(owner)).setAuthTag(wrapped.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([
      decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ])
  } catch {
    return null
  }
}
