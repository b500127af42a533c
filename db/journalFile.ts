import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * The bytes of the outbox journal: a first line, then records. A record is
 * mark (4) · length of the rest (4, big-endian) · nonce (12) · AES-256-GCM text · tag (16);
 * mark, length and the place of the record in the file are authenticated with it.
 */
export const FIRST_LINE = Buffer.from('student card desk, outbox journal 1\n')

const MARK = Buffer.from([0xf5, 0x4a, 0x52, 0x31])
const HEAD_BYTES = MARK.length + 4
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function journalKey(dataKey: Uint8Array): Uint8Array {
  return Buffer.from(hkdfSync('sha256', dataKey, '', 'student card desk, outbox journal 1', 32))
}

/** @param at where in the file the record will begin */
export function sealRecord(text: string, key: Uint8Array, at: number): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const plain = Buffer.from(text)
  const head = headOf(NONCE_BYTES + plain.length + TAG_BYTES)
  cipher.setAAD(withPlace(head, at))
  return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

export interface RecordsRead {
  readonly texts: readonly string[]
  /**
   * - `whole`
   * - `torn`    the last record is not all there: a power cut during the last write
   * - `damaged` anything else; what could be read is in `texts`
   */
  readonly kind: 'whole' | 'torn' | 'damaged'
  /** bytes from the beginning that are in order */
  readonly goodBytes: number
}

export function readRecords(bytes: Buffer, key: Uint8Array): RecordsRead {
  const begins = bytes.subarray(0, FIRST_LINE.length).equals(FIRST_LINE)
  if (!begins && FIRST_LINE.subarray(0, bytes.length).equals(bytes))
    return { texts: [], kind: 'torn', goodBytes: 0 }
  const texts: string[] = []
  let goodBytes = begins ? FIRST_LINE.length : 0
  let whole = begins
  let at = goodBytes
  while (at < bytes.length) {
    const record = openRecord(bytes, at, key) ?? nextRecord(bytes, at + 1, key)
    if (record === null) {
      const torn = whole && looksTorn(bytes.subarray(at))
      return { texts, kind: torn ? 'torn' : 'damaged', goodBytes }
    }
    whole &&= record.at === at
    texts.push(record.text)
    at = record.end
    if (whole) goodBytes = at
  }
  return { texts, kind: whole ? 'whole' : 'damaged', goodBytes }
}

interface OpenedRecord {
  readonly at: number
  readonly end: number
  readonly text: string
}

function openRecord(bytes: Buffer, at: number, key: Uint8Array): OpenedRecord | null {
  const end = declaredEnd(bytes, at)
  if (end === null || end > bytes.length) return null
  const nonceEnd = at + HEAD_BYTES + NONCE_BYTES
  if (end - TAG_BYTES < nonceEnd) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(at + HEAD_BYTES, nonceEnd), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(withPlace(bytes.subarray(at, at + HEAD_BYTES), at))
  decipher.setAuthTag(bytes.subarray(end - TAG_BYTES, end))
  try {
    const plain = decipher.update(bytes.subarray(nonceEnd, end - TAG_BYTES))
    return { at, end, text: Buffer.concat([plain, decipher.final()]).toString() }
  } catch {
    return null
  }
}

/** The next record behind a damaged place. */
function nextRecord(bytes: Buffer, from: number, key: Uint8Array): OpenedRecord | null {
  for (let at = bytes.indexOf(MARK, from); at !== -1; at = bytes.indexOf(MARK, at + 1)) {
    const record = openRecord(bytes, at, key)
    if (record !== null) return record
  }
  return null
}

/** A write that was cut off leaves the beginning of a record, or room that was never filled. */
function looksTorn(tail: Buffer): boolean {
  const end = declaredEnd(tail, 0)
  const beginning = MARK.subarray(0, tail.length).equals(tail.subarray(0, MARK.length))
  if (beginning && (end === null || end > tail.length)) return true
  return tail.subarray(-TAG_BYTES).every((byte) => byte === 0)
}

/** Where the record that begins here ends by its own word; null: none begins here. */
function declaredEnd(bytes: Buffer, at: number): number | null {
  if (bytes.length < at + HEAD_BYTES) return null
  if (!bytes.subarray(at, at + MARK.length).equals(MARK)) return null
  return at + HEAD_BYTES + bytes.readUInt32BE(at + MARK.length)
}

function headOf(length: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  MARK.copy(head)
  head.writeUInt32BE(length, MARK.length)
  return head
}

function withPlace(head: Buffer, at: number): Buffer {
  const place = Buffer.alloc(8)
  place.writeBigUInt64BE(BigInt(at))
  return Buffer.concat([head, place])
}
