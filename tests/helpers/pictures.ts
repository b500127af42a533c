/** Pictures by their headers and their frames: what is drawn is not read. */

export function jpegOf(
  width: number,
  height: number,
  options: {
    readonly orientation?: number
    readonly bytes?: number
    /** segments ahead of the picture */
    readonly between?: readonly Buffer[]
  } = {},
): Buffer {
  const { orientation, bytes = 0, between = [] } = options
  const frame = Buffer.alloc(19)
  frame.writeUInt16BE(0xffc0, 0)
  frame.writeUInt16BE(17, 2)
  frame.writeUInt8(8, 4)
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    Buffer.from('ffe000104a46494600010100000100010000', 'hex'),
    orientation === undefined ? Buffer.alloc(0) : exif(orientation),
    ...between,
    frame,
    Buffer.from('ffda0008010100003f00', 'hex'),
    Buffer.alloc(bytes),
    Buffer.from('ffd9', 'hex'),
  ])
}

export function exif(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const head = Buffer.from('ffe100004578696600' + '00', 'hex')
  head.writeUInt16BE(2 + 6 + tiff.length, 2)
  return Buffer.concat([head, tiff])
}

/** @param name of four letters; its CRC is not told */
export function pngChunk(name: string, content: Uint8Array = new Uint8Array()): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), content, Buffer.alloc(4)])
}

export const PNG_SIGN = Buffer.from('89504e470d0a1a0a', 'hex')

/** @param between chunks ahead of the picture */
export function pngOf(width: number, height: number, between: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const picture = [...between, pngChunk('IDAT', Buffer.from('drawn')), pngChunk('IEND')]
  return Buffer.concat([PNG_SIGN, pngChunk('IHDR', header), ...picture])
}

/** @param name of four letters */
export function webpChunk(name: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

export function riffOf(chunks: readonly Buffer[]): Buffer {
  return webpChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]))
}

export function webpOf(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  if (kind === 'VP8X')
    return riffOf([webpChunk(kind, extended(width, height)), webpChunk('VP8L', Buffer.alloc(6))])
  const content = Buffer.alloc(10)
  if (kind === 'VP8 ') {
    content.writeUInt16LE(width, 6)
    content.writeUInt16LE(height, 8)
  } else {
    content.writeUInt32LE((width - 1) | ((height - 1) << 14), 1)
  }
  return riffOf([webpChunk(kind, content)])
}

/** @param flags what the file says it has: 0x20 colours, 0x08 EXIF, 0x04 XMP */
export function extended(width: number, height: number, flags = 0): Buffer {
  const content = Buffer.alloc(10)
  content.writeUInt8(flags)
  content.writeUIntLE(width - 1, 4, 3)
  content.writeUIntLE(height - 1, 7, 3)
  return content
}

/** @param marker of a segment, as E1 */
export function jpegSegment(marker: number, content: Uint8Array | string): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}
