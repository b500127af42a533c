import type { FileRefusal, RollProgress } from '../../../core/rollRequests.ts'
import type { DeskErrorCode } from '../../../core/errors.ts'
import type { FakeKiosk } from '../fakeKiosk.ts'
import {
  cardFile,
  cardsPreview,
  MANY,
  NO_SCHOOL,
  NOTHING_NEW,
  photosPreview,
  rollFile,
  rollView,
} from '../rollBuilders.ts'
import type { Shot } from './shots.ts'

const DESK = [1366, 768] as const
const LARGE = [1920, 1080] as const
/** 1366×768 at 125 % */
const NEAR = [1093, 614] as const
const BOTH = 'notices=key-exception,rehearsal-runtime'

const CHECK = 'roll-open,roll-check'
const FIRST = 'roll-school=北京市东城区示例小学'
const LEAVING = 'missing-transferred,missing-on=8月31日'

const STATES: Readonly<Record<string, string>> = {
  view: '',
  'view-none': 'roll=none',
  'view-clerk': 'roles=clerk',
  'view-undo': 'press=roll-undo',
  names: 'press=roll-part-names',
  year: 'press=roll-part-year',
  'year-clerk': 'roles=clerk&press=roll-part-year,go-on-6',
  'year-done': 'press=roll-part-year,school-year-take',
  'transfer-in': 'press=transfer-in-open,pupil-temporary,pupil-go',
  'view-undone': 'press=roll-undo,roll-undo-sure',
  first: 'roll=first',
  'first-missing': 'roll=first&press=roll-open',
  'first-refused': `roll=first&file=web-page&press=${FIRST},roll-open`,
  reading: 'work=reading&press=photos-folder',
  file: 'press=roll-open',
  'file-private': 'privacy=on&press=roll-open',
  'file-missing': 'file=strange&press=roll-open',
  'file-wide': 'file=wide&press=roll-open',
  'file-refused': 'file=old-xls&press=roll-open',
  preview: `press=${CHECK}`,
  'preview-changed': `press=${CHECK},count-changed`,
  'preview-gone': `press=${CHECK},count-gone,${LEAVING}`,
  'preview-gone-future': `press=${CHECK},missing-other,missing-on=2099-01-01`,
  'preview-same-name': `press=${CHECK},count-same-name,without-broken`,
  'preview-broken': `press=${CHECK},count-broken`,
  'preview-many': `compare=many&press=${CHECK}`,
  'preview-nothing': `compare=nothing&press=${CHECK}`,
  'preview-private': `privacy=on&press=${CHECK},count-changed`,
  'preview-clerk': `roles=clerk&press=${CHECK},without-broken`,
  'preview-second': `roles=clerk&refused=roll.take:second-person-needed&press=${CHECK},without-broken,roll-take`,
  'preview-taking': `work=storing&press=${CHECK},without-broken,roll-take`,
  'preview-refused': `taken=changed-meanwhile&press=${CHECK},without-broken,roll-take`,
  taken: `press=${CHECK},without-broken,roll-take`,
  'taken-undo': `press=${CHECK},without-broken,roll-take,roll-undo-this`,
  'cards-file': 'press=cards-open',
  cards: 'press=cards-open,roll-check',
  'cards-fine': 'compare=fine&press=cards-open,roll-check',
  'cards-taken': 'press=cards-open,roll-check,cards-take',
  photos: 'press=photos-folder',
  'photos-fine': 'compare=fine&press=photos-zip',
  'photos-refused': 'file=no-files&press=photos-folder',
  'photos-called-off': 'file=called-off&press=photos-folder',
}

function shots(mark: string, language: string): readonly Shot[] {
  const sizes = { '': DESK, '-large': LARGE, '-near': NEAR } as const
  return Object.entries(STATES).flatMap(([name, query]) =>
    Object.entries(sizes).map(([end, size]) => ({
      name: `${mark}roll-${name}${end}`,
      query: `screen=roll&${query}&lang=${language}${end === '-near' ? `&${BOTH}` : ''}`,
      size,
    })),
  )
}

export const ROLL_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]

const VIEWS = {
  none: rollView({ changes: [], undoable: null, withPhoto: 3_000 }),
  first: NO_SCHOOL,
} as const

const FILES = {
  strange: rollFile({ mapping: [{ heading: '性别', field: 'sex' }], remembered: false }),
  wide: rollFile({
    headings: Array.from({ length: 40 }, (_, at) => (at % 7 === 6 ? '' : `第${at + 1}项`)).concat(
      rollFile().headings,
    ),
    sample: rollFile().sample.map((line) => [...Array<string>(40).fill('演练'), ...line]),
    ...{ mapping: [], remembered: false },
  }),
} as const

const WORK: Readonly<Record<string, RollProgress>> = {
  reading: { at: 'photos', done: 1_240, total: 2_950, canCallOff: true },
  storing: { at: 'index', done: 2_100, total: 3_000, canCallOff: false },
}

/** Roll and files of the fake desk, before the page is made. */
export function prepareRoll(kiosk: FakeKiosk, asked: URLSearchParams): void {
  const word = (name: string) => asked.get(name) ?? ''
  const { roll } = kiosk
  roll.view = VIEWS[word('roll') as keyof typeof VIEWS] ?? rollView()
  const file = word('file')
  if (file !== '') {
    roll.opened = FILES[file as keyof typeof FILES] ?? refused(file)
    roll.photos = refused(file)
  }
  roll.cards = cardFile()
  if (word('compare') === 'many') roll.compared = MANY
  if (word('compare') === 'nothing') roll.compared = NOTHING_NEW
  if (word('compare') === 'fine') {
    roll.comparedCards = cardsPreview({ troubles: [], troubleCount: 0 })
    roll.photos = photosPreview({ faults: [], lines: [], without: 0, replaces: 0 })
  }
  if (word('taken') !== '') roll.taken = { kind: 'refused', why: 'changed-meanwhile' }
  const work = WORK[word('work')]
  if (work) keepWorking(kiosk, work)
  const [name, code] = word('refused').split(':')
  if (name && code) kiosk.refuse.set(name as 'roll.take', code as DeskErrorCode)
}

const refused = (why: string) => ({ kind: 'refused', why: why as FileRefusal }) as const

/** Long work that is never through: told while it is waited for. */
function keepWorking(kiosk: FakeKiosk, at: RollProgress): void {
  const waits = at.at === 'photos' ? 'photos.open' : 'roll.take'
  kiosk.roll.until = () => {
    if (kiosk.asked.at(-1)?.name !== waits) return Promise.resolve()
    setTimeout(() => kiosk.progress(at))
    return new Promise(() => undefined)
  }
}
