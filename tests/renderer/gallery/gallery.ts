import type { DeskState, Notice, ReaderView } from '../../../core/deskState.ts'
import type { DeskErrorCode } from '../../../core/errors.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings.ts'
import type { TapLine, TapShown } from '../../../core/tapShown.ts'
import { MONDAY, openDesk } from '../builders.ts'
import { DEVICES, TESTED } from '../deviceBuilders.ts'
import { EVERY_TAP, FakeKiosk } from '../fakeKiosk.ts'
import { PUPILS } from '../pupils.ts'
import { found, SCANS } from './answers.ts'
import { prepareArrival } from './arrivalShots.ts'
import { layCards, prepareBinding } from './bindingShots.ts'
import { prepareCalendar } from './calendarShots.ts'
import { prepareCare } from './careShots.ts'
import { openCase, prepareCases, signPad } from './caseShots.ts'
import { prepareLists } from './listsShots.ts'
import { prepareNewCards } from './newCardShots.ts'
import { preparePacks } from './preparePacks.ts'
import { prepareNames, showNames } from './namesShots.ts'
import { showPaper } from './showPaper.ts'
import { showPayments } from './showPayments.ts'
import { prepareRoll } from './rollShots.ts'
import { prepareWork } from './workShots.ts'
import { prepareYearTaps } from './yearTapShots.ts'
import { prepareSigning, signingState } from './signInShots.ts'
import { prepareStaff, pressAll } from './staffShots.ts'
import { usePlace } from '../../../renderer/stores/place.ts'
import { useScan } from '../../../renderer/stores/scan.ts'
import { useSearch } from '../../../renderer/stores/search.ts'
import portrait from './portrait.svg?raw'

/**
 * The real page on a fake desk, by URL: ?tap=lost&lang=en&readers=none&notices=key-exception
 * &trouble=db-ruined&screen=settings&recent=8&mode=real&clock=off&devices=bad&tested=m1
 * &find=twins&enter=on&scan=unknown-number&pupil=lost&card=c-1&whole=on
 * &locked=idle&people=many&first=yes&roles=clerk&privacy=on: see signInShots.ts
 * &care=lost&rules=due&basis=missing&brought=occupied: see careShots.ts
 * &calendar=stages: see calendarShots.ts
 * &cases=school: see workShots.ts
 * &names=on&called=单喆: see namesShots.ts
 * &newcards=none: see newCardShots.ts
 * &roll=first&file=wide&compare=many&work=storing&taken=changed-meanwhile: see rollShots.ts
 * &tapped=done: see yearTapShots.ts
 * &case=lost&behind=with-undo&refused=listed&signed=yes: see caseShots.ts
 * &pack=on: see packShots.ts
 * &arrival=differs&payments=on: see arrivalShots.ts
 * &lists=empty: see listsShots.ts
 * &paper=pages: see paperShots.ts
 * &class=done&binding=bound-to-other&laid=unknown-card&then=binding-undo: see bindingShots.ts
 * &check=altered&log=empty&press=staff-add,staff-name=li
 */
const asked = new URLSearchParams(location.search)
const word = (name: string) => asked.get(name) ?? ''

const READERS: Record<string, readonly ReaderView['state'][]> = {
  '': ['ready'],
  none: [],
  down: [],
  reading: ['reading'],
  lying: ['card-lying'],
  on: ['card-on'],
  error: ['error'],
}

function desk(): DeskState {
  if (word('trouble') === 'opening') return { kind: 'opening', why: 'start' }
  if (word('trouble') === 'restoring') return { kind: 'opening', why: 'restoring' }
  if (word('trouble') !== '')
    return {
      kind: 'trouble',
      code: word('trouble') as DeskErrorCode,
      place: 'C:\\Users\\desk\\AppData\\Roaming\\student-card-desk\\data',
    }
  const real = word('mode') === 'real'
  const open = openDesk({
    mode: real ? 'real' : 'rehearsal',
    schoolName: real ? '北京市东城区示例小学' : '演练校',
    clock: { offsetMs: real ? 0 : MONDAY - Date.now(), settable: !real },
    notices: word('notices') === '' ? [] : (word('notices').split(',') as Notice[]),
    settings: {
      ...DEFAULT_SETTINGS,
      language: word('lang') === 'en' ? 'en' : 'zh-CN',
      clearAfterSeconds: 60,
      muted: word('muted') !== '',
    },
    readers: {
      service: word('readers') === 'down' ? 'down' : 'up',
      readers: (READERS[word('readers')] ?? []).map((state) => ({
        name: 'ACS ACR122U 00',
        state,
        rehearsal: false,
      })),
    },
  })
  return signingState(open, asked)
}

function lineOf(tap: TapShown, index: number): TapLine {
  return {
    tapId: `old-${index}`,
    at: MONDAY - index * 190_000,
    reader: tap.reader,
    verdict: tap.verdict.kind,
    studentId: tap.person?.studentId ?? null,
    name: tap.person?.name ?? null,
    className: tap.person?.className ?? null,
    educationIdTail: tap.person?.educationIdTail ?? null,
  }
}

const kiosk = new FakeKiosk(desk())
const many = Object.values(EVERY_TAP)
kiosk.recent = Array.from({ length: Number(word('recent') || '9') }, (_, index) =>
  lineOf(many[index % many.length] as TapShown, index + 1),
)
kiosk.devices = DEVICES[(word('devices') || 'good') as keyof typeof DEVICES]
kiosk.photo = {
  mime: 'image/svg+xml',
  bytes: new Uint8Array(new TextEncoder().encode(portrait)),
}
kiosk.found = found(word('find'))
kiosk.scanned = SCANS[word('scan')] ?? kiosk.scanned
kiosk.page = PUPILS[word('pupil')] ?? null
prepareStaff(kiosk, asked)
prepareCare(kiosk, asked)
prepareCalendar(kiosk, asked)
prepareNames(kiosk, asked)
prepareBinding(kiosk, asked)
prepareRoll(kiosk, asked)
prepareYearTaps(kiosk, asked)
prepareLists(kiosk, asked)
prepareNewCards(kiosk, asked)
prepareCases(kiosk, asked)
prepareWork(kiosk, asked)
prepareArrival(kiosk, asked)
preparePacks(kiosk, asked)
prepareSigning(kiosk, asked)
Object.defineProperty(window, 'kiosk', { value: kiosk })

function find(enter: boolean): void {
  const search = useSearch()
  search.want()
  void search.type('zhang').then(() => enter && search.enter())
}

await import('../../../renderer/main.ts')

const settled = () => new Promise((resolve) => setTimeout(resolve, 200))
await settled()
const press = (name: string) =>
  document.querySelector<HTMLElement>(`[data-test="${name}"]`)?.click()
if (word('screen') !== '') press(`nav-${word('screen')}`)
if (word('clock') !== '') press('adjust-clock')
await settled()
if (word('tested') !== '') kiosk.tested(TESTED[word('tested') as keyof typeof TESTED])
const tap = EVERY_TAP[word('tap')]
if (tap) kiosk.tap(tap)
await settled()
if (word('find') !== '' && word('screen') !== 'binding') find(word('enter') !== '')
if (word('scan') !== '') void useScan().look('20131234')
if (word('pupil') !== '') usePlace().openStudent('s-1', word('card') || null)
await openCase(asked)
await settled()
if (word('whole') !== '') press('show-education-id')
await settled()
if (word('whole') !== '') press('look-parent-asks')
await settled()
if (word('names') !== '') await showNames()
await settled()
showPaper(asked)
showPayments(asked)
await settled()
await pressAll(word('press'))
await layCards(kiosk, asked)
signPad(asked)
await settled()
document.body.dataset['shown'] = 'yes'
