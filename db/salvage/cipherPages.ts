import { createDecipheriv } from 'node:crypto'

export const PAGE_BYTES = 4096
/** SQLCipher keeps 16 bytes of IV and 64 of HMAC at the end of each page. */
const RESERVED_BYTES = 80
export const USABLE_BYTES = PAGE_BYTES - RESERVED_BYTES

/**
 * The page in the clear (SQLCipher 4, AES-256-CBC under the raw key), whatever its HMAC says: a
 * flipped bit costs 16 bytes of it and one bit of the next 16, and what is found on it proves itself
 * by its own hash. Not for page 1, which begins otherwise and holds no rows of ours.
 */
export function decryptPage(page: Uint8Array, key: Uint8Array): Buffer {
  const iv = page.subarray(USABLE_BYTES, USABLE_BYTES + 16)
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  return Buffer.concat([decipher.update(page.subarray(0, USABLE_BYTES)), decipher.final()])
}

/**
 * Encrypted pages by number, as a database file has them and its -wal after them: a later one with
 * the same number replaces the earlier. A WAL counts up to its last commit (sqlite.org/walformat),
 * but unlike SQLite's reading it goes on behind a damaged frame.
 */
export function* pagesOf(
  database: Buffer,
  wal: Buffer,
): Generator<{ readonly number: number; readonly page: Buffer }> {
  const count = Math.floor(database.length / PAGE_BYTES)
  for (let n = 1; n <= count; n += 1)
    yield { number: n, page: database.subarray((n - 1) * PAGE_BYTES, n * PAGE_BYTES) }
  const frames = framesOf(wal)
  const committed = frames.findLastIndex(({ commits }) => commits) + 1
  yield* frames.slice(0, committed)
}

const WAL_HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24

interface Frame {
  readonly number: number
  readonly page: Buffer
  /** the last of a transaction */
  readonly commits: boolean
}

/** Frames of the WAL's present round: their salts are those of its header. */
function framesOf(wal: Buffer): readonly Frame[] {
  const frames: Frame[] = []
  const salts = wal.subarray(16, 24)
  const step = FRAME_HEADER_BYTES + PAGE_BYTES
  for (let at = WAL_HEADER_BYTES; at + step <= wal.length; at += step) {
    if (!wal.subarray(at + 8, at + 16).equals(salts)) continue
    const page = wal.subarray(at + FRAME_HEADER_BYTES, at + step)
    frames.push({ number: wal.readUInt32BE(at), page, commits: wal.readUInt32BE(at + 4) > 0 })
  }
  return frames
}
