/**
 * Windows' icon file. 256 pixels are a PNG inside, smaller ones bitmaps: that is what every Windows and the
 * installer's maker can read.
 */

/** @typedef {{size: number, png: Buffer, rgba: Buffer}} Picture */

const HEADER = 6
const ENTRY = 16
const BITMAP_HEADER = 40

/** @param {readonly Picture[]} pictures */
export function icoFile(pictures) {
  const bodies = pictures.map((picture) => (picture.size >= 256 ? picture.png : bitmap(picture)))
  const header = Buffer.alloc(HEADER + ENTRY * pictures.length)
  header.writeUInt16LE(1, 2) // an icon, not a cursor
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  pictures.forEach(({ size }, i) => {
    const at = HEADER + ENTRY * i
    header.writeUInt8(size % 256, at) // 0 means 256
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4) // colour planes
    header.writeUInt16LE(32, at + 6) // bits a pixel
    header.writeUInt32LE(bodies[i].length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += bodies[i].length
  })
  return Buffer.concat([header, ...bodies])
}

/** Rows from the bottom up, blue first, then a mask of one bit a pixel, which alpha makes needless. @param {Picture} picture */
function bitmap({ size, rgba }) {
  const header = Buffer.alloc(BITMAP_HEADER)
  header.writeUInt32LE(BITMAP_HEADER, 0)
  header.writeInt32LE(size, 4)
  header.writeInt32LE(size * 2, 8) // picture and mask
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const pixels = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const from = ((size - 1 - y) * size + x) * 4
      const [red, green, blue, alpha] = rgba.subarray(from, from + 4)
      pixels.set([blue, green, red, alpha], (y * size + x) * 4)
    }
  const maskRow = Math.ceil(size / 32) * 4
  return Buffer.concat([header, pixels, Buffer.alloc(maskRow * size)])
}
