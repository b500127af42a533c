import { joined } from './joined.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
/** length, name and CRC */
const FRAME = 12
/** What is needed to draw it (PNG, third edition, 11.2 and 11.3): no words, no time, nothing a program added. */
const DRAWN: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS'],
  ...['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'],
])

/**
 * A PNG without what was written into it beside the picture, and without what lies behind its end.
 *
 * @returns null when it is none, or is not whole
 */
export function barePng(bytes: Uint8Array): Uint8Array | null {
  if (SIGNATURE.some((byte, at) => bytes[at] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, SIGNATURE.length)]
  for (let at: number = SIGNATURE.length; at + FRAME <= bytes.length;) {
    const end = at + FRAME + view.getUint32(at)
    if (end > bytes.length) return null
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (DRAWN.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return joined(kept)
    at = end
  }
  return null
}
