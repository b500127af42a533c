import { EventEmitter } from 'node:events'
import { inflateSync } from 'node:zlib'
import type { WebContents } from 'electron'
import { expect, it } from 'vitest'
import { pictureOf } from '../../../electron/papers/pictureOf.ts'

const SIDE = 2
const page = (ink: number): Buffer => Buffer.alloc(SIDE * SIDE * 4, ink)
const WHITE = page(0xff)

/** A window that shows frames one after the other, as it is asked for them. */
function showing(...frames: readonly Buffer[]): WebContents {
  const shown = new EventEmitter()
  const left = [...frames]
  const invalidate = (): void => {
    const next = left.shift()
    if (next === undefined) return
    const frame = { toBitmap: () => next, getSize: () => ({ width: SIDE, height: SIDE }) }
    shown.emit('paint', {}, {}, frame)
  }
  return Object.assign(shown, { invalidate }) as unknown as WebContents
}

/** The one pixel at the top left, as the picture has it: what follows the number of its filter. */
function inkOf(png: Buffer): number | undefined {
  const at = png.indexOf('IDAT')
  const length = png.readUInt32BE(at - 4)
  return inflateSync(png.subarray(at + 4, at + 4 + length))[1]
}

it('takes the first frame with ink on it', async () => {
  expect(inkOf(await pictureOf(showing(WHITE, page(7)), new Set()))).toBe(7)
})

it('waits while a frame still shows a page before', async () => {
  const seen = new Set<string>()
  const frames = [page(7), page(7), WHITE, page(8), page(7), page(8), page(9)]
  const window = showing(...frames)
  const inks: (number | undefined)[] = []
  for (let n = 0; n < 3; n += 1) inks.push(inkOf(await pictureOf(window, seen)))
  expect(inks).toEqual([7, 8, 9])
})
