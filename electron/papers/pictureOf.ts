import { hash } from 'node:crypto'
import type { NativeImage, WebContents } from 'electron'
import { pngOf } from './pngOf.ts'

const PATIENCE_MS = 10_000
/** A frame that came before anybody listened is asked for again. */
const AGAIN_MS = 50

/** The pages of a paper that were pictured already, by what their pixels come to. */
export type PagesSeen = Set<string>

/**
 * What a window without a screen shows, as PNG. The first frames after a document was loaded are white: the one with
 * ink on it is the document, which has no script and comes in one piece.
 *
 * @param seen the pages before this one, to which it is added: a frame that was under way may still show one of them,
 *   or the top of the document. Pages bear their numbers, so that no two are alike.
 */
export function pictureOf(
  contents: Pick<WebContents, 'on' | 'off' | 'invalidate'>,
  seen: PagesSeen,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const again = setInterval(() => contents.invalidate(), AGAIN_MS)
    const patience = setTimeout(() => {
      stop()
      reject(new Error('The paper was not drawn in time.'))
    }, PATIENCE_MS)

    function look(_event: unknown, _dirty: unknown, frame: NativeImage): void {
      const pixels = frame.toBitmap()
      if (!hasInk(pixels)) return
      const page = hash('sha256', pixels)
      if (seen.has(page)) return
      seen.add(page)
      stop()
      resolve(pngOf({ ...frame.getSize(), bgra: pixels }))
    }
    function stop(): void {
      clearInterval(again)
      clearTimeout(patience)
      contents.off('paint', look)
    }

    contents.on('paint', look)
    contents.invalidate()
  })
}

const WHITE = 0xff

/** All at once, not pixel by pixel: main has other things to do. */
function hasInk(pixels: Buffer): boolean {
  return !pixels.equals(Buffer.alloc(pixels.length, WHITE))
}
