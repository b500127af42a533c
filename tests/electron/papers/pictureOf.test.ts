import { EventEmitter } from 'node:events'
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

it('takes the first frame with ink on it', async () => {
  const { pixels, png } = await pictureOf(showing(WHITE, page(7)), null)
  expect(pixels).toEqual(page(7))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
})

it('waits while a frame still shows the page before', async () => {
  const first = await pictureOf(showing(page(7)), null)
  const second = await pictureOf(showing(page(7), WHITE, page(7), page(9)), first)
  expect(second.pixels).toEqual(page(9))
})
