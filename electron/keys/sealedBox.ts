import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'

/** X25519, 32 bytes each. The public half stays at the desk, the private one on paper. */
export interface RecoveryPair {
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}

export type Unsealed =
  | { readonly kind: 'opened'; readonly secret: Uint8Array }
  /** whole, but for another key */
  | { readonly kind: 'wrong-key' }
  | { readonly kind: 'ruined' }

export function makeRecoveryPair(): RecoveryPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return { publicKey: rawPublic(publicKey), privateKey: rawPrivate(privateKey) }
}

/** The public half of a private one. Throws what node:crypto throws of a key that is none. */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  return rawPublic(createPublicKey(privateFrom(privateKey)))
}

/**
 * Only the owner of the private half can open it, not even who sealed it (hardening.md 3.3 c).
 * X25519 with a key of this box alone, HKDF-SHA256, AES-256-GCM.
 *
 * @returns `sealed box 1 <whose> <ephemeral public key> <secret and tag> <check>`, lower hex
 * @throws what node:crypto throws of a key that is none
 */
export function sealTo(publicKey: Uint8Array, secret: Uint8Array): string {
  const ephemeral = generateKeyPairSync('x25519')
  const ephemeralRaw = rawPublic(ephemeral.publicKey)
  const shared = diffieHellman({
    privateKey: ephemeral.privateKey,
    publicKey: publicFrom(publicKey),
  })
  const head = `sealed box 1 ${fingerprint(publicKey)} ${hex(ephemeralRaw)}`
  const { key, nonce } = keyOf(shared, ephemeralRaw, publicKey)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(head))
  const body = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  const whole = `${head} ${hex(body)}`
  return `${whole} ${checkOf(whole)}`
}

const FORM =
  /^((sealed box 1 ([0-9a-f]{32}) ([0-9a-f]{64})) ((?:[0-9a-f]{2})*)([0-9a-f]{32})) ([0-9a-f]{16})$/

export function openWith(privateKey: Uint8Array, box: string): Unsealed {
  const [, whole = '', head = '', whose, ephemeralHex = '', body = '', tag = '', check] =
    FORM.exec(box) ?? []
  // First, or a box with a ruined fingerprint would pass for somebody else's.
  if (check === undefined || check !== checkOf(whole)) return { kind: 'ruined' }
  try {
    const own = privateFrom(privateKey)
    const ownPublic = rawPublic(createPublicKey(own))
    if (whose !== fingerprint(ownPublic)) return { kind: 'wrong-key' }
    const ephemeral = Buffer.from(ephemeralHex, 'hex')
    const shared = diffieHellman({ privateKey: own, publicKey: publicFrom(ephemeral) })
    const { key, nonce } = keyOf(shared, ephemeral, ownPublic)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
    decipher.setAAD(Buffer.from(head)).setAuthTag(Buffer.from(tag, 'hex'))
    const secret = Buffer.concat([decipher.update(Buffer.from(body, 'hex')), decipher.final()])
    return { kind: 'opened', secret }
  } catch {
    return { kind: 'ruined' }
  }
}

/** Whose box it is, to be held against `ownerMark`; null: it is ruined. Opens nothing. */
export function ownerOf(box: string): string | null {
  const [, whole = '', , whose = null, , , , check] = FORM.exec(box) ?? []
  return check === checkOf(whole) ? whose : null
}

export const ownerMark = (publicKey: Uint8Array): string => fingerprint(publicKey)

/** Used once, as the ephemeral key is, so the nonce may come from the same place. */
function keyOf(
  shared: Uint8Array,
  ephemeral: Uint8Array,
  publicKey: Uint8Array,
): { readonly key: Buffer; readonly nonce: Buffer } {
  const both = Buffer.concat([ephemeral, publicKey])
  const bytes = Buffer.from(hkdfSync('sha256', shared, both, 'student card desk, sealed box 1', 44))
  return { key: bytes.subarray(0, 32), nonce: bytes.subarray(32) }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const hashOf = (what: string | Uint8Array): string =>
  createHash('sha256').update(what).digest('hex')
const fingerprint = (publicKey: Uint8Array): string => hashOf(publicKey).slice(0, 32)
/** Against accidents only; against people there is the tag. */
const checkOf = (whole: string): string => hashOf(whole).slice(0, 16)

// RFC 8410: what stands before the 32 bytes in PKCS 8 and SPKI. Raw keys are in no API of Node 20.
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const SPKI = Buffer.from('302a300506032b656e032100', 'hex')

function privateFrom(raw: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: 'der', type: 'pkcs8' })
}

function publicFrom(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' })
}

function rawPrivate(key: KeyObject): Uint8Array {
  return key.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length)
}

function rawPublic(key: KeyObject): Uint8Array {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length)
}
