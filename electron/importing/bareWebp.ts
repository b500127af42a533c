import { joined, startsWith } from './joined.ts'

/** RIFF, its size, WEBP */
const HEAD = 12
/** name and size of a chunk */
const FRAME = 8
/** of the header of one that is more than pixels: flags, width, height */
const EXTENDED = 10
/** What is needed to draw a picture that stands still (RFC 9649, 2.7). */
const DRAWN: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'])
/** of VP8X: there is EXIF, there is XMP */
const TOLD = 0x08 | 0x04

/**
 * A WebP without what was written into it beside the picture, and without what lies behind its end.
 *
 * @returns null when it is none, or is not whole, or moves
 */
export function bareWebp(bytes: Uint8Array): Uint8Array | null {
  if (!startsWith(bytes, 'RIFF') || !startsWith(bytes.subarray(8), 'WEBP')) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = FRAME + view.getUint32(4, true)
  if (whole > bytes.length) return null
  const kept: Uint8Array[] = []
  let isDrawn = false
  for (let at = HEAD; at + FRAME <= whole;) {
    const size = view.getUint32(at + 4, true)
    const end = at + FRAME + size + (size % 2)
    if (end > whole) return null
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    if (name === 'VP8X' && size < EXTENDED) return null
    if (DRAWN.has(name)) kept.push(silent(name, bytes.subarray(at, end)))
    isDrawn ||= name === 'VP8 ' || name === 'VP8L'
    at = end
  }
  return isDrawn ? riff(kept) : null
}

/** A header that does not promise what was cut off. */
function silent(name: string, chunk: Uint8Array): Uint8Array {
  if (name !== 'VP8X') return chunk
  const own = Uint8Array.from(chunk)
  own.set([(own[FRAME] ?? 0) & ~TOLD], FRAME)
  return own
}

function riff(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = joined([new Uint8Array(HEAD), ...chunks])
  whole.set(new TextEncoder().encode('RIFF'))
  new DataView(whole.buffer).setUint32(4, whole.length - FRAME, true)
  whole.set(new TextEncoder().encode('WEBP'), 8)
  return whole
}
