import type { TextEncoding } from '../../core/rollFileTable.ts'
import { Refusal } from './refusal.ts'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

/**
 * Decodes a text file: by its byte order mark; UTF-16 without one by its zero bytes; then strictly as UTF-8, and
 * what is not UTF-8 strictly as GB18030, of which GBK and GB2312 are parts and which Chinese Excel writes.
 *
 * @throws Refusal `not-a-table` for what is no text, `unknown-encoding`
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = byMark(bytes) ?? byZeros(bytes)
  const decoded =
    encoding === null
      ? (tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030'))
      : tryDecode(bytes, encoding)
  if (decoded !== null && !CONTROL.test(decoded.text)) return decoded
  throw new Refusal(decoded === null && !hasControl(bytes) ? 'unknown-encoding' : 'not-a-table')
}

/** Characters of no text but of every program, picture and archive. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/

function hasControl(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b))
}

function byMark([first, second, third]: Uint8Array): TextEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

const PROBE = 4096

/** Commas, digits and line ends of UTF-16 have a zero byte, always on the same side. */
function byZeros(bytes: Uint8Array): TextEncoding | null {
  const zeros = [0, 0]
  bytes.subarray(0, PROBE).forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (bytes.length % 2 !== 0 || even + odd === 0) return null
  return odd === 0 ? 'utf-16be' : even === 0 ? 'utf-16le' : null
}

function tryDecode(bytes: Uint8Array, encoding: TextEncoding): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return null // not of this encoding
  }
}
