import { barePicture } from './barePicture.ts'
import { PHOTO_LIMITS } from './limits.ts'
import { readPicture, type Picture } from './picture.ts'

/** What somebody should look at before it is printed or shown; the photo can be used. */
export type PhotoFlaw =
  | 'too-small' // fewer than 240 × 320 pixels
  | 'wrong-shape' // no portrait of about 3 : 4

const LEAST = { width: 240, height: 320 }
/** 295 × 413 (0.71) and 358 × 441 (0.81) are usual sizes of Chinese photos; 3 : 4 is between them. */
const SHAPE = { least: 0.68, most: 0.82 }
/** 25 million pixels take 100 MB on the screen, however small the file. */
const MOST_PIXELS = 25_000_000

export type PhotoRead =
  | {
      readonly kind: 'picture'
      readonly picture: Picture
      /** the picture alone, without what was written into the file beside it */
      readonly bytes: Uint8Array
      readonly flaws: readonly PhotoFlaw[]
    }
  | { readonly kind: 'too-large' | 'not-a-picture' }

/** Looks at the header of a photo, and cuts off it what is no picture. */
export function lookAtPhoto(file: Uint8Array): PhotoRead {
  if (file.length > PHOTO_LIMITS.photo) return { kind: 'too-large' }
  const bytes = barePicture(file)
  const picture = bytes === null ? null : readPicture(bytes)
  if (bytes === null || picture === null) return { kind: 'not-a-picture' }
  const { width, height } = picture
  if (width * height > MOST_PIXELS) return { kind: 'too-large' }
  const shape = width / height
  const flaws: readonly (readonly [boolean, PhotoFlaw])[] = [
    [width < LEAST.width || height < LEAST.height, 'too-small'],
    [shape < SHAPE.least || shape > SHAPE.most, 'wrong-shape'],
  ]
  return {
    kind: 'picture',
    ...{ picture, bytes },
    flaws: flaws.filter(([has]) => has).map(([, flaw]) => flaw),
  }
}
