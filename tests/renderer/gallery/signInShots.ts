import { encode } from 'uqr'
import type { DeskState, LockedDesk, OpenDesk } from '../../../core/deskState.ts'
import type { Settings } from '../../../core/settings.ts'
import type { LockReason, PinAnswer, SheetAnswer } from '../../../core/signIn.ts'
import type { Role } from '../../../core/staff.ts'
import { firstRunDesk, lockedDesk } from '../builders.ts'
import type { FakeKiosk } from '../fakeKiosk.ts'
import { SHEET } from '../fakeSigning.ts'
import { MANY_PEOPLE, STAFF } from '../people.ts'
import type { Shot } from './shots.ts'

const DESK = [1366, 768] as const
/** 1366×768 at 125 % */
const NEAR = [1093, 614] as const
const BOTH = 'notices=key-exception,rehearsal-runtime'

const WRONG = 'pin=123,sign-in'
const PEOPLE =
  'administrator-name=赵磊,administrator-pin=730255,administrator-pin-again=730255,' +
  'supervisor-name=张静,supervisor-pin=482916,supervisor-pin-again=482916'
const TO_SHEET = `${PEOPLE},first-run-next`
const TYPED = 'sheet-characters=春眠不觉 晓处闻啼 鸟夜來风'

/** What stands in the URL, by state. */
const STATES: Readonly<Record<string, string>> = {
  'locked-asked': 'locked=asked',
  'locked-start': 'locked=start&people=nobody-last',
  'locked-idle-real': 'locked=idle&mode=real',
  'locked-many': 'locked=system&people=many',
  'locked-nobody': 'locked=start&people=none&mode=real',
  'locked-other-card': 'locked=asked&card=other',
  'locked-card': 'locked=asked&mode=real&people=cards&card=helper',
  'locked-sheet-needed': 'locked=start&mode=real&needed=on',
  'locked-wrong': `locked=asked&press=${WRONG}`,
  ...Object.fromEntries(
    ['wait', 'needs-supervisor', 'card-first', 'key-store-changed', 'key-ruined', 'ended'].map(
      (kind) => [`locked-${kind}`, `locked=asked&mode=real&answer=${kind}&press=${WRONG}`],
    ),
  ),
  'sheet-empty': 'locked=start&mode=real&press=with-sheet',
  'sheet-unknown': `locked=start&mode=real&sheet=unknown-character&press=with-sheet,${TYPED},sheet-pin=730255,sheet-pin-again=730255,sheet-open`,
  'sheet-wrong': `locked=start&mode=real&sheet=wrong-sheet&press=with-sheet,${TYPED},sheet-person=new,sheet-name=赵磊,sheet-pin=730255,sheet-pin-again=730255,sheet-open`,
  'first-people': 'first=yes',
  'first-faults': 'first=yes&press=administrator-pin=123456,supervisor-pin=121212,first-run-next',
  'first-typed': `first=yes&press=alone,${PEOPLE}`,
  'first-exception': 'first=no',
  'first-exception-faults': 'first=no&press=administrator-pin=730255,first-run-next',
  'first-sheet': `first=yes&press=${TO_SHEET}`,
  'first-sheet-printed': `first=yes&press=${TO_SHEET},print-sheet`,
  'first-sheet-renewed': `first=yes&press=${TO_SHEET},first-run-back,supervisor-name=王芳,first-run-next`,
  'first-check': `first=yes&press=${TO_SHEET},first-run-next`,
  'first-check-wrong': `first=yes&press=${TO_SHEET},first-run-next,asked-3=春,asked-11=眠,asked-20=不,first-run-confirm`,
  'desk-menu': 'press=person-menu',
  'desk-purpose': 'press=purpose',
  'desk-change-pin': 'press=person-menu,change-pin,pin-now=1,new-pin=131005',
  'desk-confirm': 'screen=settings&refuse=re-auth-needed&press=kiosk',
  'desk-second': 'screen=settings&refuse=second-person-needed&press=kiosk',
  'desk-private': 'privacy=on&tap=valid',
  'desk-private-found': 'privacy=on&find=twins',
  'desk-private-student': 'privacy=on&pupil=twin',
  'desk-clerk': 'roles=clerk&tap=valid',
  'desk-clerk-settings': 'roles=clerk&screen=settings',
  'desk-helper': 'roles=check-in-helper',
  'desk-administrator': 'roles=administrator',
}

function shots(mark: string, language: string): readonly Shot[] {
  return Object.entries(STATES).flatMap(([name, query]) => [
    { name: `${mark}at-${name}`, query: `${query}&lang=${language}`, size: DESK },
    { name: `${mark}at-${name}-near`, query: `${query}&lang=${language}&${BOTH}`, size: NEAR },
  ])
}

export const SIGN_IN_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]

const ANSWERS: Readonly<Record<string, PinAnswer>> = {
  wait: { kind: 'wait', ms: 245_000 },
  ...Object.fromEntries(
    (['needs-supervisor', 'card-first', 'key-store-changed', 'key-ruined', 'ended'] as const).map(
      (kind) => [kind, { kind }],
    ),
  ),
}

const SHEETS: Readonly<Record<string, SheetAnswer>> = {
  'unknown-character': { kind: 'unknown-character', character: '來', at: 11 },
  'wrong-sheet': { kind: 'wrong-sheet' },
}

/** The desk as the URL wants it, made of an open one. */
export function signingState(open: OpenDesk, asked: URLSearchParams): DeskState {
  const word = (name: string) => asked.get(name) ?? ''
  const settings: Settings = { ...open.settings, privacyMode: word('privacy') !== '' }
  if (word('first') !== '')
    return { ...firstRunDesk(word('first') === 'yes'), settings } as DeskState
  if (word('locked') !== '')
    return lockedDesk({ ...locked(open, word), why: word('locked') as LockReason })
  const roles = word('roles') === '' ? open.operator.roles : (word('roles').split(',') as Role[])
  return { ...open, settings, operator: { ...open.operator, roles } }
}

function locked(open: OpenDesk, word: (name: string) => string): Partial<LockedDesk> {
  const { mode, readers, clock, notices, settings } = open
  const known = { mode, readers, clock, notices, settings }
  const all = word('people') === 'many' ? MANY_PEOPLE : Object.values(STAFF)
  const people = (word('people') === 'none' ? [] : all).map((one) => ({
    ...one,
    needsCard: word('people') === 'cards' && one.roles.includes('check-in-helper'),
    rehearsalPin: mode === 'real' ? null : one.rehearsalPin,
  }))
  const card = word('card')
  return {
    ...known,
    people,
    last: word('people') === 'nobody-last' ? null : STAFF.clerk.id,
    card: card === '' ? null : card === 'other' ? 'other' : { operatorId: card },
    sheetNeeded: word('needed') !== '',
  }
}

export function prepareSigning(kiosk: FakeKiosk, asked: URLSearchParams): void {
  const { data: qr } = encode(SHEET.characters, { ecc: 'M', border: 0 })
  let made = 0
  Object.defineProperty(kiosk.signing, 'sheet', {
    get: () => ({ ...SHEET, qr, fingerprint: `7c1e90a${(made += 1)}` }),
  })
  kiosk.signing.pinAnswer = ANSWERS[asked.get('answer') ?? ''] ?? null
  kiosk.signing.sheetAnswer = SHEETS[asked.get('sheet') ?? ''] ?? { kind: 'opened' }
  const refused = asked.get('refuse')
  if (refused !== null) kiosk.refuse.set('settings.change', refused as 're-auth-needed')
}
