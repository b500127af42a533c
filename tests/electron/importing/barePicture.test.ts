import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barePicture } from '../../../electron/importing/barePicture.ts'
import { orientationIn, orientationSegment } from '../../../electron/importing/exif.ts'
import { readPicture } from '../../../electron/importing/picture.ts'
import {
  exif,
  extended,
  jpegOf,
  jpegSegment,
  PNG_SIGN,
  pngChunk,
  pngOf,
  riffOf,
  webpChunk,
  webpOf,
} from '../../helpers/pictures.ts'

/** Where a photo was taken, in whichever corner of a file. */
const SECRET = '39.9042N 116.4074E'
const secret = Buffer.from(SECRET)
const NULL = '\0'

/** What a phone writes, with an orientation first or last and the place beside it. */
function phonesExif(orientation: number, little: boolean): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4)
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(little ? 'II' : 'MM', 0, 'latin1')
  u16(42, 2)
  u32(8, 4)
  u16(2, 8)
  u16(0x8825, 10)
  u16(0x0112, 22)
  u16(3, 24)
  u32(1, 26)
  u16(orientation, 30)
  return jpegSegment(0xe1, Buffer.concat([Buffer.from(`Exif${NULL}${NULL}`), tiff, secret]))
}

const bare = (bytes: Uint8Array): Buffer => {
  const picture = barePicture(bytes)
  if (picture === null) throw new Error('It is no picture.')
  return Buffer.from(picture)
}

const TOLD = [
  jpegSegment(0xe0, `JFXX${NULL}${SECRET}`),
  phonesExif(1, true),
  jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/${NULL}${SECRET}`),
  jpegSegment(0xe2, `MPF${NULL}${SECRET}`),
  ...[0xe3, 0xe7, 0xec, 0xef].map((marker) => jpegSegment(marker, SECRET)),
  jpegSegment(0xed, `Photoshop 3.0${NULL}${SECRET}`),
  jpegSegment(0xee, SECRET),
  jpegSegment(0xfe, SECRET),
]

describe('a JPEG', () => {
  it('keeps nothing of what a camera or a program wrote beside the picture', () => {
    const told = jpegOf(358, 441, { between: TOLD, bytes: 20 })
    expect(bare(told)).toEqual(jpegOf(358, 441, { bytes: 20 }))
  })

  it('keeps nothing of what stands between its scans or behind its end', () => {
    const plain = jpegOf(358, 441, { bytes: 20 })
    const half = plain.subarray(0, -2)
    const scan = Buffer.from('ffda0008010100003f0001ff0002ffd003', 'hex')
    const [comment, end] = [jpegSegment(0xfe, SECRET), Buffer.from('ffd9', 'hex')]
    expect(bare(Buffer.concat([half, comment, scan, end, secret, plain]))).toEqual(
      Buffer.concat([half, scan, end]),
    )
  })

  it('keeps no small picture of itself', () => {
    const small = `JFIF${NULL}\x01\x01\x00\x00\x01\x00\x01\x01\x06${SECRET}`
    const head = Buffer.from('ffe000104a46494600010100000100010000', 'hex')
    const plain = jpegOf(358, 441)
    const told = Buffer.concat([
      plain.subarray(0, 2),
      jpegSegment(0xe0, small),
      plain.subarray(2 + head.length),
    ])
    expect(bare(told)).toEqual(plain)
  })

  it('keeps its colours', () => {
    const colours = [
      jpegSegment(0xe2, `ICC_PROFILE${NULL}\x01\x01profile`),
      jpegSegment(0xee, `Adobe${NULL}\x64${NULL}${NULL}${NULL}${NULL}\x01`),
    ]
    const told = jpegOf(358, 441, { between: colours })
    expect(bare(told)).toEqual(told)
  })

  it.each([2, 3, 4, 5, 6, 7, 8])('that is turned (%d) stays turned, and says no more', (turn) => {
    for (const little of [true, false]) {
      const told = jpegOf(441, 358, { between: [phonesExif(turn, little)] })
      expect(bare(told)).toEqual(jpegOf(441, 358, { orientation: turn }))
      expect(readPicture(bare(told))).toEqual(readPicture(told))
    }
  })

  it('says its orientation as others write it, and as it is read', () => {
    for (let turn = 1; turn <= 8; turn++) {
      const segment = Buffer.from(orientationSegment(turn))
      expect(segment).toEqual(exif(turn))
      expect(orientationIn(segment.subarray(4))).toBe(turn)
    }
  })

  it.each([
    ['an orientation there is not', phonesExif(9, true)],
    ['none', phonesExif(0, false)],
    ['EXIF that ends in its head', jpegSegment(0xe1, `Exif${NULL}${NULL}MM`)],
    ['another order of bytes', jpegSegment(0xe1, `Exif${NULL}${NULL}XX*${NULL}${'1'.repeat(30)}`)],
    [
      'a directory elsewhere',
      jpegSegment(0xe1, Buffer.from('457869660000' + '4d4d002afffffff0' + '00', 'hex')),
    ],
    [
      'more entries than there are',
      jpegSegment(0xe1, Buffer.from('457869660000' + '4d4d002a00000008ffff0000', 'hex')),
    ],
  ])('with %s stands upright', (_, segment) => {
    expect(bare(jpegOf(358, 441, { between: [segment] }))).toEqual(jpegOf(358, 441))
  })

  it('is none where it is cut off, wherever that is', () => {
    const whole = jpegOf(358, 441, { orientation: 6, bytes: 20 })
    for (let at = 0; at < whole.length; at++) expect(barePicture(whole.subarray(0, at))).toBeNull()
  })

  it.each([
    ['no scan', 'ffd8ffd9'],
    ['a length of nothing', 'ffd8ffe00000ffda0002ffd9'],
    ['a length behind its end', 'ffd8ffe0ffffffd9'],
    ['no marker where one should be', 'ffd8ffe0000200ffda0002ffd9'],
  ])('with %s is none', (_, hex) => {
    expect(barePicture(Buffer.from(hex, 'hex'))).toBeNull()
  })

  it('may have filling between its markers', () => {
    const filled = Buffer.from('ffd8ffffffda0002' + '01ffffffd9', 'hex')
    expect(bare(filled)).toEqual(Buffer.from('ffd8ffda0002' + '01ffffffd9', 'hex'))
  })
})

describe('a PNG', () => {
  it('keeps nothing but what is drawn', () => {
    const told = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'caBX', 'prVt'].map((name) =>
      pngChunk(name, secret),
    )
    expect(bare(Buffer.concat([pngOf(358, 441, told), secret]))).toEqual(pngOf(358, 441))
  })

  it('keeps its colours', () => {
    const told = pngOf(358, 441, [
      pngChunk('iCCP', Buffer.from('profile')),
      pngChunk('PLTE', Buffer.alloc(3)),
      pngChunk('tRNS', Buffer.alloc(1)),
    ])
    expect(bare(told)).toEqual(told)
  })

  it('is none where it is cut off, or a chunk is longer than it', () => {
    const whole = pngOf(358, 441)
    for (let at = 0; at < whole.length; at++) expect(barePicture(whole.subarray(0, at))).toBeNull()
    expect(barePicture(Buffer.concat([PNG_SIGN, Buffer.alloc(12, 0xff)]))).toBeNull()
  })
})

describe('a WebP', () => {
  it('keeps nothing but what is drawn, and promises no more', () => {
    const drawn = [webpChunk('ICCP', Buffer.from('profile')), webpChunk('VP8L', Buffer.alloc(7))]
    const [colours, exifChunk, xmp, other] = [0x20, 'EXIF', 'XMP ', 'junk'] as const
    const told = riffOf([
      webpChunk('VP8X', extended(358, 441, colours | 0x08 | 0x04)),
      ...drawn,
      ...[exifChunk, xmp, other].map((name) => webpChunk(name, secret)),
    ])
    expect(bare(Buffer.concat([told, secret]))).toEqual(
      riffOf([webpChunk('VP8X', extended(358, 441, colours)), ...drawn]),
    )
  })

  it.each(['VP8 ', 'VP8L', 'VP8X'] as const)('of kind %s stays as it is', (kind) => {
    expect(bare(webpOf(kind, 358, 441))).toEqual(webpOf(kind, 358, 441))
  })

  it('is none where it is cut off, or moves', () => {
    const whole = webpOf('VP8X', 358, 441)
    for (let at = 0; at < whole.length; at++) expect(barePicture(whole.subarray(0, at))).toBeNull()
    const moving = [webpChunk('VP8X', extended(358, 441, 0x02)), webpChunk('ANMF', secret)]
    expect(barePicture(riffOf(moving))).toBeNull()
    const short = [webpChunk('VP8X', Buffer.alloc(0)), webpChunk('VP8L', secret)]
    expect(barePicture(riffOf(short))).toBeNull()
  })
})

it('whatever is altered in a picture, it is none or bare, and is bare a second time', () => {
  const pictures = [
    jpegOf(358, 441, { between: [phonesExif(6, true), ...TOLD], bytes: 20 }),
    pngOf(358, 441, [pngChunk('tEXt', secret)]),
    riffOf([
      webpChunk('VP8X', extended(9, 9)),
      webpChunk('VP8L', secret),
      webpChunk('XMP ', secret),
    ]),
  ]
  const altered = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 })
  fc.assert(
    fc.property(fc.constantFrom(...pictures), altered, (picture, changes) => {
      const bytes = Buffer.from(picture)
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte
      const once = barePicture(bytes)
      if (once === null) return
      expect(barePicture(once)).toEqual(once)
      expect(once.length).toBeLessThanOrEqual(bytes.length)
    }),
    { numRuns: 3_000, seed: 20_261_127 },
  )
})
