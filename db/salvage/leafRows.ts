import { USABLE_BYTES } from './cipherPages.ts'

/** A value of a row; null also where the row number stands for it. */
export type Cell = string | number | null

/** One row of some table, with its row number. */
export interface LeafRow {
  readonly rowid: number
  readonly cells: readonly Cell[]
}

const TABLE_LEAF = 0x0d
const HEADER_BYTES = 8

/**
 * The rows on one page in the clear, if it is a leaf of a table (sqlite.org/fileformat2, 1.6). What
 * makes no sense is left out: the page may be damaged, or of something else.
 *
 * @param pageOf another page in the clear, for rows that are longer than one; null: not there
 */
export function* leafRows(
  page: Buffer,
  pageOf: (number: number) => Buffer | null,
): Generator<LeafRow> {
  if (page[0] !== TABLE_LEAF) return
  const count = Math.min(page.readUInt16BE(3), (USABLE_BYTES - HEADER_BYTES) / 2)
  for (let n = 0; n < count; n += 1) {
    try {
      yield rowAt(page, page.readUInt16BE(HEADER_BYTES + 2 * n), pageOf)
    } catch (thrown) {
      if (!(thrown instanceof RangeError)) throw thrown
    }
  }
}

function rowAt(page: Buffer, at: number, pageOf: (number: number) => Buffer | null): LeafRow {
  const length = varint(page, at)
  const rowid = varint(page, length.end)
  const payload = payloadAt(page, rowid.end, length.value, pageOf)
  return { rowid: rowid.value, cells: cellsOf(payload) }
}

/** What does not fit on the page goes on in a list of pages, each beginning with the next one's number. */
function payloadAt(
  page: Buffer,
  at: number,
  length: number,
  pageOf: (number: number) => Buffer | null,
): Buffer {
  const most = USABLE_BYTES - 35
  if (length <= most) return slice(page, at, length)
  if (length > 1_000_000) throw new RangeError('longer than any row of ours')
  const least = Math.floor(((USABLE_BYTES - 12) * 32) / 255) - 23
  const spill = least + ((length - least) % (USABLE_BYTES - 4))
  const here = spill <= most ? spill : least
  const parts = [slice(page, at, here)]
  let next = page.readUInt32BE(at + here)
  for (let left = length - here; left > 0; left -= USABLE_BYTES - 4) {
    const more = pageOf(next)
    if (more === null) throw new RangeError('its next page is not there')
    parts.push(slice(more, 4, Math.min(left, USABLE_BYTES - 4)))
    next = more.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

function cellsOf(payload: Buffer): readonly Cell[] {
  const header = varint(payload, 0)
  const cells: Cell[] = []
  let body = header.value
  for (let at = header.end; at < header.value;) {
    const type = varint(payload, at)
    const bytes = bytesOfType(type.value)
    cells.push(cellOf(type.value, slice(payload, body, bytes)))
    body += bytes
    at = type.end
  }
  return cells
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

function bytesOfType(type: number): number {
  return INTEGER_BYTES[type] ?? Math.floor((type - 12) / 2)
}

function cellOf(type: number, bytes: Buffer): Cell {
  if (type === 8 || type === 9) return type - 8
  if (type >= 1 && type <= 5) return bytes.readIntBE(0, bytes.length)
  if (type === 6) return Number(bytes.readBigInt64BE(0))
  // blobs and floats are in no row we look for
  return type >= 13 && type % 2 === 1 ? bytes.toString() : null
}

/** 7 bits a byte, the highest first; a ninth byte counts whole, but nothing of ours is that large. */
function varint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0
  for (let end = at; end < at + 8; end += 1) {
    const byte = bytes.readUInt8(end)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end: end + 1 }
  }
  throw new RangeError('no number of ours')
}

function slice(bytes: Buffer, at: number, length: number): Buffer {
  if (length < 0 || at + length > bytes.length) throw new RangeError('beyond the page')
  return bytes.subarray(at, at + length)
}
