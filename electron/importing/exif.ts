/** How a camera was held, as a JPEG says it in its APP1 (EXIF 2.3, 4.6). All else in there is not looked at. */

const HEAD = [0x45, 0x78, 0x69, 0x66, 0, 0] as const // Exif, 0, 0
const LITTLE_ENDIAN = 0x4949
const BIG_ENDIAN = 0x4d4d
const ORIENTATION = 0x0112
const ENTRY = 12

/**
 * @param content of an APP1, behind its length
 * @returns 1 (upright) to 8; null: it says none, or says it in no way we know
 */
export function orientationIn(content: Uint8Array): number | null {
  if (HEAD.some((byte, at) => content[at] !== byte)) return null
  const tiff = new DataView(
    content.buffer,
    content.byteOffset + HEAD.length,
    content.length - HEAD.length,
  )
  if (tiff.byteLength < 8) return null
  const order = tiff.getUint16(0)
  if (order !== LITTLE_ENDIAN && order !== BIG_ENDIAN) return null
  const little = order === LITTLE_ENDIAN
  const directory = tiff.getUint32(4, little)
  if (directory + 2 > tiff.byteLength) return null
  const entries = tiff.getUint16(directory, little)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * ENTRY
    if (at + ENTRY > tiff.byteLength) return null
    if (tiff.getUint16(at, little) !== ORIENTATION) continue
    const orientation = tiff.getUint16(at + 8, little)
    return orientation >= 1 && orientation <= 8 ? orientation : null
  }
  return null
}

/** An APP1 that says how the camera was held, and nothing else. */
export function orientationSegment(orientation: number): Uint8Array {
  return Uint8Array.from([
    ...[0xff, 0xe1, 0, 34], // APP1, and its length with these two bytes
    ...HEAD,
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8], // TIFF, big-endian; its directory begins at 8
    ...[0, 1], // with one entry:
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], // orientation, one SHORT
    ...[0, 0, 0, 0], // there is no other directory
  ])
}
