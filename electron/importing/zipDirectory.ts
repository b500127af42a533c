import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { LARGEST_RATIO, SMALL_ENTRY } from './limits.ts'
import { Refusal } from './refusal.ts'

export interface ZipEntry {
  /** as in the zip, with / between folders; never a path on a disk */
  readonly name: string
  /** bytes inflated, as the directory says */
  readonly size: number
  readonly entry: Entry
}

/**
 * Reads the directory of a zip, and refuses before anything is inflated. Opened with DIRECTORY_OPTIONS.
 *
 * @throws Refusal `zip-bomb`, `too-large` or `damaged`
 */
export async function readDirectory(
  zip: ZipFile,
  limits: { readonly entries: number; readonly total: number },
): Promise<readonly ZipEntry[]> {
  if (zip.entryCount > limits.entries) throw new Refusal('too-large')
  const entries: ZipEntry[] = []
  let total = 0
  for await (const entry of damagedIfThrown(zip.eachEntry())) {
    const { uncompressedSize: size, compressedSize } = entry
    if (size > SMALL_ENTRY && size > compressedSize * LARGEST_RATIO) throw new Refusal('zip-bomb')
    total += size
    if (total > limits.total) throw new Refusal('too-large')
    const name = nameOf(entry)
    if (!name.endsWith('/')) entries.push({ name, size, entry })
  }
  return entries
}

/**
 * Names come as bytes and sizes are checked here: yauzl would refuse a whole zip for a name with `..` in it, which
 * harms nobody who writes no files.
 */
export const DIRECTORY_OPTIONS = {
  autoClose: false,
  lazyEntries: true,
  decodeStrings: false,
  validateEntrySizes: false,
} as const

/**
 * Inflates one entry, piece by piece. The directory may lie: more than it says is a bomb, less or other is damage.
 *
 * @throws Refusal `encrypted`, `zip-bomb` or `damaged`
 */
export async function* inflate(zip: ZipFile, { entry, size }: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new Refusal('encrypted')
  let seen = 0
  let sum = 0
  const stream = await zip.openReadStreamPromise(entry).catch(damaged)
  for await (const piece of damagedIfThrown<Buffer>(stream)) {
    seen += piece.length
    if (seen > size) throw new Refusal('zip-bomb')
    sum = crc32(piece, sum)
    yield piece
  }
  if (seen !== size || sum !== entry.crc32) throw new Refusal('damaged')
}

/** What the library throws of a zip, it throws because of the zip. */
async function* damagedIfThrown<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* source
  } catch {
    throw new Refusal('damaged')
  }
}

function damaged(): never {
  throw new Refusal('damaged')
}

const UTF_8_FLAG = 0x800
const utf8 = new TextDecoder('utf-8', { fatal: true })
/** What Chinese Windows packs. Never fails here: a name that cannot be read is only a name. */
const chinese = new TextDecoder('gb18030')

function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  return decoded(fileNameRaw, (generalPurposeBitFlag & UTF_8_FLAG) !== 0).replaceAll('\\', '/')
}

function decoded(raw: Buffer, saysUtf8: boolean): string {
  try {
    return utf8.decode(raw)
  } catch {
    return saysUtf8 ? raw.toString('latin1') : chinese.decode(raw)
  }
}
