import { PUPILS } from '../pupils.ts'
import { SCANS } from './answers.ts'
import type { Shot } from './shots.ts'

const DESK = [1366, 768] as const
/** other windows; the last two are 1280×720 and 1366×768 at 125 % */
const OTHERS = [
  [1280, 720],
  [1920, 1080],
  [1024, 576],
  [1093, 614],
] as const
const NEAR = [1024, 576] as const
const BOTH = 'notices=key-exception,rehearsal-runtime'

/** Search, scans and pupils' pages, in one language. */
function shots(mark: string, language: string): readonly Shot[] {
  const shot = (name: string, query: string, size: Shot['size'] = DESK): Shot => ({
    name: `${mark}${name}`,
    query: `${query}&lang=${language}`,
    size,
  })
  return [
    ...['many', 'nobody', 'date', 'one'].map((find) => shot(`search-${find}`, `find=${find}`)),
    shot('search-twins', 'find=twins&enter=on'),
    shot('search-over-verdict', 'tap=unknown-card&find=one'),
    ...OTHERS.map((size) => shot(`search-many-${size[0]}`, `find=many&${BOTH}`, size)),
    ...Object.keys(SCANS).map((scan) => shot(`scan-${scan}`, `scan=${scan}`)),
    shot('scan-near', `scan=unknown-number&${BOTH}`, NEAR),
    ...[...Object.keys(PUPILS), 'gone'].map((pupil) =>
      shot(`student-${pupil}`, `pupil=${pupil}&card=c-1`),
    ),
    shot('student-old-card', 'pupil=twin&card=c-0'),
    shot('student-old-card-near', `pupil=twin&card=c-0&${BOTH}`, NEAR),
    ...['twin', 'long'].flatMap((pupil) =>
      OTHERS.map((size) =>
        shot(`student-${pupil}-${size[0]}`, `pupil=${pupil}&whole=on&${BOTH}`, size),
      ),
    ),
    ...['long-name', 'unknown-card', 'lost'].map((kind) =>
      shot(`near-${kind}`, `tap=${kind}`, NEAR),
    ),
  ]
}

export const PUPIL_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]
