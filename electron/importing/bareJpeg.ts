import { orientationIn, orientationSegment } from './exif.ts'
import { joined, startsWith } from './joined.ts'

/** One marker with what belongs to it (ITU-T T.81, annex B); a scan with the picture behind it. */
interface Segment {
  readonly marker: number
  readonly bytes: Uint8Array
}

const [SOI, EOI, SOS, COM] = [0xd8, 0xd9, 0xda, 0xfe] as const
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef] as const
const END = Uint8Array.of(0xff, EOI)

/**
 * A JPEG without what was written into it beside the picture: camera, place, time, a smaller picture,
 * words, and whatever lies behind its end. How the camera was held stays, else it would be shown lying.
 *
 * @returns null when it is none, or is not whole
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const segments = segmentsOf(bytes)
  if (segments === null) return null
  const [head, rest] = [segments.filter(isJfif).slice(0, 1), segments.filter(isPicture)]
  const orientation = orientationOf(segments)
  return joined([
    bytes.subarray(0, 2),
    ...head.map(withoutThumbnail),
    ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
    ...rest.map((segment) => segment.bytes),
    END,
  ])
}

function orientationOf(segments: readonly Segment[]): number {
  for (const { marker, bytes } of segments) {
    const orientation = marker === APP1 ? orientationIn(bytes.subarray(4)) : null
    if (orientation !== null) return orientation
  }
  return 1
}

const isJfif = ({ marker, bytes }: Segment): boolean =>
  marker === APP0 && bytes.length >= 18 && startsWith(bytes.subarray(4), 'JFIF\0')

/** Version, unit and density; then would come a small picture, which may be of before the face was cut out. */
const withoutThumbnail = ({ bytes }: Segment): Uint8Array =>
  joined([Uint8Array.of(0xff, APP0, 0, 16), bytes.subarray(4, 16), Uint8Array.of(0, 0)])

/** What it takes to draw it: of all that programs add, the colours alone. */
function isPicture({ marker, bytes }: Segment): boolean {
  if (marker === APP2) return startsWith(bytes.subarray(4), 'ICC_PROFILE\0')
  if (marker === APP14) return startsWith(bytes.subarray(4), 'Adobe')
  return marker !== COM && (marker < APP0 || marker > APP15)
}

/** null: it does not go from marker to marker up to its end, or has no picture in it */
function segmentsOf(bytes: Uint8Array): readonly Segment[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null
  const segments: Segment[] = []
  for (let at = 2; bytes[at] === 0xff;) {
    const marker = bytes[at + 1]
    if (marker === EOI) return segments.some((one) => one.marker === SOS) ? segments : null
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = marker === undefined ? null : endOf(bytes, at, marker)
    if (marker === undefined || end === null) return null
    segments.push({ marker, bytes: bytes.subarray(at, end) })
    at = end
  }
  return null
}

/** null: it is cut off */
function endOf(bytes: Uint8Array, at: number, marker: number): number | null {
  if (standsAlone(marker)) return at + 2
  const [high, low] = [bytes[at + 2], bytes[at + 3]]
  if (high === undefined || low === undefined) return null
  const end = at + 2 + high * 256 + low
  if (end < at + 4 || end > bytes.length) return null
  return marker === SOS ? endOfScan(bytes, end) : end
}

/** In a scan, FF is a marker where neither 0 nor a number of restart follows it. */
function endOfScan(bytes: Uint8Array, start: number): number | null {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) return null
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at
  }
  return null
}

const standsAlone = (marker: number): boolean =>
  marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
