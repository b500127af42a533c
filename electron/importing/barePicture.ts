import { bareJpeg } from './bareJpeg.ts'
import { barePng } from './barePng.ts'
import { bareWebp } from './bareWebp.ts'

/**
 * The picture alone: where and when it was taken, and with what, is not kept of a child.
 *
 * @returns null when it is no JPEG, PNG or WEBP, or is cut off: then nobody knows what is in it
 */
export const barePicture = (bytes: Uint8Array): Uint8Array | null =>
  bareJpeg(bytes) ?? barePng(bytes) ?? bareWebp(bytes)
