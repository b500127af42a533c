import { orientationIn } from './exif.ts'

/** A picture by its header: nothing is decoded. */
export interface Picture {
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp'
  /** pixels, as it is shown: a phone's photo that lies on its side is turned */
  readonly width: number
  readonly height: number
}

/** @returns null when it is no JPEG, PNG or WEBP, or has no size */
export function readPicture(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const read = jpeg(view) ?? png(view) ?? webp(view)
    return read !== null && read.width > 0 && read.height > 0 ? read : null
  } catch (thrown) {
    if (thrown instanceof RangeError) return null // it ends before its header does
    throw thrown
  }
}

const SOI = 0xffd8
const APP1 = 0xe1
const START_OF_SCAN = 0xda
const END = 0xd9
/** C0–CF say the size, but for those that bring tables. */
const NO_FRAME: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc])
const ALONE = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

function jpeg(view: DataView): Picture | null {
  if (view.getUint16(0) !== SOI) return null
  let turned = false
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1)
    if (marker === START_OF_SCAN || marker === END) return null
    if (marker === 0xff || ALONE(marker)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = view.getUint16(at + 2)
    if (length < 2) return null
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.has(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return turned
        ? { mime: 'image/jpeg', width: height, height: width }
        : { mime: 'image/jpeg', width, height }
    }
    if (marker === APP1) turned ||= liesOnItsSide(view, at + 4, at + 2 + length)
    at += 2 + length
  }
  return null
}

/** EXIF 2.3, 4.6: orientations 5 to 8 are turned by a quarter. */
function liesOnItsSide({ buffer, byteOffset }: DataView, start: number, end: number): boolean {
  return (orientationIn(new Uint8Array(buffer, byteOffset + start, end - start)) ?? 1) >= 5
}

const PNG = 0x89504e47
const PNG_REST = 0x0d0a1a0a
const IHDR = 0x49484452

function png(view: DataView): Picture | null {
  if (view.getUint32(0) !== PNG || view.getUint32(4) !== PNG_REST) return null
  if (view.getUint32(12) !== IHDR) return null
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

const RIFF = 0x52494646
const WEBP = 0x57454250
const [VP8, VP8L, VP8X] = [0x56503820, 0x5650384c, 0x56503858] as const

function webp(view: DataView): Picture | null {
  if (view.getUint32(0) !== RIFF || view.getUint32(8) !== WEBP) return null
  const size = (width: number, height: number): Picture => ({ mime: 'image/webp', width, height })
  const uint24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000
  switch (view.getUint32(12)) {
    case VP8:
      return size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
    case VP8L: {
      const bits = view.getUint32(21, true)
      return size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
    }
    case VP8X:
      return size(uint24(24) + 1, uint24(27) + 1)
    default:
      return null
  }
}
