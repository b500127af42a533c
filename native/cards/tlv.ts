/**
 * The value of a tag in BER-TLV data, searched inside constructed tags too; null when it is not
 * there or the lengths do not fit. One- and two-byte tags, lengths up to 255.
 */
export function findTag(data: Uint8Array, wanted: number): Uint8Array | null {
  let at = 0
  while (at < data.length) {
    const first = data[at++] ?? 0
    const tag = (first & 0x1f) === 0x1f ? (first << 8) | (data[at++] ?? 0) : first
    const short = data[at++] ?? 0
    const length = short === 0x81 ? (data[at++] ?? 0) : short
    if (length > data.length - at) return null
    const value = data.slice(at, at + length)
    if (tag === wanted) return value
    const inside = (first & 0x20) !== 0 ? findTag(value, wanted) : null
    if (inside) return inside
    at += length
  }
  return null
}
