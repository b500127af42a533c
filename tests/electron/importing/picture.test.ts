import { describe, expect, it } from 'vitest'
import { lookAtPhoto } from '../../../electron/importing/photoQuality.ts'
import { readPicture } from '../../../electron/importing/picture.ts'
import { jpegOf, pngOf, webpOf } from '../../helpers/pictures.ts'

describe('a picture', () => {
  it.each([
    ['image/jpeg', jpegOf(358, 441)],
    ['image/jpeg', jpegOf(358, 441, { orientation: 1 })],
    ['image/jpeg', jpegOf(441, 358, { orientation: 6 })],
    ['image/png', pngOf(358, 441)],
    ['image/webp', webpOf('VP8 ', 358, 441)],
    ['image/webp', webpOf('VP8L', 358, 441)],
    ['image/webp', webpOf('VP8X', 358, 441)],
  ])('%s says its size, as it is shown', (mime, bytes) => {
    expect(readPicture(bytes)).toEqual({ mime, width: 358, height: 441 })
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('not a picture at all, whatever its name')],
    ['a GIF', Buffer.from('GIF89a..........................')],
    ['of no width', pngOf(0, 441)],
    ['a JPEG without a frame', Buffer.from('ffd8ffda0008', 'hex')],
    ['a JPEG of zero lengths', Buffer.from('ffd8ffe00000ffe00000', 'hex')],
  ])('%s is none', (_, bytes) => {
    expect(readPicture(bytes)).toBeNull()
  })

  it('cut off in its header is none, and nothing is thrown', () => {
    for (const bytes of [
      jpegOf(358, 441, { orientation: 6 }),
      pngOf(358, 441),
      webpOf('VP8X', 358, 441),
    ])
      for (let at = 0; at < 24; at++) expect(readPicture(bytes.subarray(0, at))).toBeNull()
  })
})

describe('a photo', () => {
  it.each([
    [295, 413],
    [358, 441],
    [480, 640],
    [240, 320],
  ])('of %d × %d is good', (width, height) => {
    expect(lookAtPhoto(jpegOf(width, height))).toMatchObject({ kind: 'picture', flaws: [] })
  })

  it.each([
    [['too-small'], 239, 320],
    [['wrong-shape'], 640, 480],
    [['wrong-shape'], 600, 600],
    [['wrong-shape'], 480, 854],
    [['too-small', 'wrong-shape'], 100, 100],
  ])('is %j at %d × %d', (flaws, width, height) => {
    expect(lookAtPhoto(jpegOf(width, height))).toMatchObject({ kind: 'picture', flaws })
  })

  it('is too large by its bytes or its pixels', () => {
    expect(lookAtPhoto(jpegOf(358, 441, { bytes: 2 * 1024 * 1024 })).kind).toBe('too-large')
    expect(lookAtPhoto(pngOf(60_000, 80_000)).kind).toBe('too-large')
  })
})
