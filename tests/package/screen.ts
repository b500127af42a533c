import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

/** What the display shows, as rows of red, green, blue. */
export interface Screen {
  readonly width: number
  readonly height: number
  readonly rgb: Buffer
}

/** Places in the header of an X window dump, in 32-bit words, big-endian. */
const WORD = {
  headerBytes: 0,
  width: 4,
  height: 5,
  bitsPerPixel: 11,
  bytesPerLine: 12,
  colours: 19,
}
const COLOUR_BYTES = 12

/** Xvfb keeps its screen in a file (`-fbdir`), so nothing has to be installed to look at it. */
export function lookAtScreen(): Screen {
  const file = process.env['DESK_SCREEN']
  if (file === undefined) throw new Error('DESK_SCREEN names no screen: run npm test -- package')
  const dump = readFileSync(file)
  const word = (name: keyof typeof WORD): number => dump.readUInt32BE(WORD[name] * 4)
  if (word('bitsPerPixel') !== 32) throw new Error('The screen has not 32 bits a pixel.')
  const [width, height] = [word('width'), word('height')]
  const pixels = word('headerBytes') + word('colours') * COLOUR_BYTES
  const rgb = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const pixel = dump.readUInt32LE(pixels + y * word('bytesPerLine') + x * 4)
      rgb.writeUIntBE(pixel & 0xffffff, (y * width + x) * 3, 3)
    }
  return { width, height, rgb }
}

/** How much of the screen has exactly a colour, from 0 to 1. */
export function shareOf(colour: number, { rgb }: Screen): number {
  let found = 0
  for (let at = 0; at < rgb.length; at += 3) if (rgb.readUIntBE(at, 3) === colour) found += 1
  return found / (rgb.length / 3)
}

/** A picture for people to look at. */
export function saveScreen({ width, height, rgb }: Screen, file: string): void {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8) // bits a colour, true colour
  const rows = Buffer.alloc((width * 3 + 1) * height) // each row begins with its filter: none
  for (let y = 0; y < height; y++)
    rgb.copy(rows, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3)
  mkdirSync(dirname(file), { recursive: true })
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')]
  writeFileSync(file, Buffer.concat([signature, ...parts]))
}

function chunk(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type), body])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(body.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
