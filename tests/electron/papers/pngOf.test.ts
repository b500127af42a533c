import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { pngOf } from '../../../electron/papers/pngOf.ts'

it('a picture is packed row by row, its channels turned to red, green, blue', async () => {
  const bgra = Buffer.from([1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 10, 11, 12, 255])
  const png = await pngOf({ width: 2, height: 2, bgra })
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2, 2])
  const at = png.indexOf('IDAT')
  const length = png.readUInt32BE(at - 4)
  const rows = inflateSync(png.subarray(at + 4, at + 4 + length))
  expect([...rows]).toEqual([0, 3, 2, 1, 6, 5, 4, 0, 9, 8, 7, 12, 11, 10])
  expect(png.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082')
})
