import { ARRIVAL_SHOTS } from './arrivalShots.ts'
import { BINDING_SHOTS } from './bindingShots.ts'
import { CALENDAR_SHOTS } from './calendarShots.ts'
import { CARE_SHOTS } from './careShots.ts'
import { CASE_SHOTS } from './caseShots.ts'
import { LISTS_SHOTS } from './listsShots.ts'
import { NEW_CARD_SHOTS } from './newCardShots.ts'
import { NAMES_SHOTS } from './namesShots.ts'
import { SIGN_IN_SHOTS } from './signInShots.ts'
import { PAPER_SHOTS } from './paperShots.ts'
import { PACK_SHOTS } from './packShots.ts'
import { PUPIL_SHOTS } from './pupilShots.ts'
import { ROLL_SHOTS } from './rollShots.ts'
import { WORK_SHOTS } from './workShots.ts'
import { YEAR_TAP_SHOTS } from './yearTapShots.ts'
import { STAFF_SHOTS } from './staffShots.ts'
import { DEVICES, TESTED } from '../deviceBuilders.ts'
import { EVERY_TAP } from '../fakeKiosk.ts'

export interface Shot {
  readonly name: string
  readonly query: string
  readonly size: readonly [number, number]
}

const DESK = [1366, 768] as const
const SMALL = [1280, 720] as const
const LARGE = [1920, 1080] as const

const VERDICTS = Object.keys(EVERY_TAP)
const READERS = ['', 'none', 'down', 'reading', 'lying', 'on', 'error']
const BOTH = 'notices=key-exception,rehearsal-runtime'

export const SHOTS: readonly Shot[] = [
  ...VERDICTS.map((kind) => ({ name: `verdict-${kind}`, query: `tap=${kind}`, size: DESK })),
  ...VERDICTS.map((kind) => ({
    name: `en-verdict-${kind}`,
    query: `tap=${kind}&lang=en`,
    size: DESK,
  })),
  ...READERS.map((state) => ({
    name: `waiting-${state || 'ready'}`,
    query: `readers=${state}`,
    size: DESK,
  })),
  { name: 'waiting-empty', query: 'recent=0', size: DESK },
  { name: 'waiting-many', query: 'recent=50', size: DESK },
  { name: 'waiting-real', query: 'mode=real', size: DESK },
  { name: 'waiting-notices', query: `readers=none&${BOTH}`, size: DESK },
  { name: 'en-waiting', query: 'lang=en&readers=none', size: DESK },
  { name: 'rehearsal', query: 'screen=rehearsal', size: DESK },
  { name: 'rehearsal-verdict', query: 'screen=rehearsal&tap=lost', size: DESK },
  { name: 'rehearsal-clock', query: 'clock=on', size: DESK },
  { name: 'en-rehearsal-clock', query: 'clock=on&lang=en', size: DESK },
  { name: 'settings', query: 'screen=settings', size: DESK },
  { name: 'en-settings', query: 'screen=settings&lang=en', size: DESK },
  ...Object.keys(DEVICES).map((state) => ({
    name: `devices-${state}`,
    query: `screen=devices&devices=${state}`,
    size: DESK,
  })),
  ...Object.keys(TESTED).map((result) => ({
    name: `devices-tested-${result}`,
    query: `screen=devices&tested=${result}`,
    size: DESK,
  })),
  { name: 'en-devices-bad', query: 'screen=devices&devices=bad&tested=mute&lang=en', size: DESK },
  { name: 'en-devices-testing', query: 'screen=devices&devices=testing&lang=en', size: DESK },
  ...PUPIL_SHOTS,
  ...WORK_SHOTS,
  ...NEW_CARD_SHOTS,
  ...SIGN_IN_SHOTS,
  ...STAFF_SHOTS,
  ...ROLL_SHOTS,
  ...YEAR_TAP_SHOTS,
  ...CASE_SHOTS,
  ...ARRIVAL_SHOTS,
  ...PACK_SHOTS,
  ...CARE_SHOTS,
  ...BINDING_SHOTS,
  ...CALENDAR_SHOTS,
  ...NAMES_SHOTS,
  ...LISTS_SHOTS,
  ...PAPER_SHOTS,
  { name: 'start', query: 'screen=start', size: DESK },
  { name: 'en-start', query: 'screen=start&lang=en', size: DESK },
  { name: 'opening', query: 'trouble=opening', size: DESK },
  { name: 'restoring', query: 'trouble=restoring', size: DESK },
  { name: 'trouble-db-ruined', query: 'trouble=db-ruined', size: DESK },
  { name: 'en-trouble-key-missing', query: 'trouble=key-missing&lang=en', size: DESK },
  ...['valid', 'long-name', 'lost', 'chip-mismatch', 'transit-expired'].flatMap((kind) => [
    { name: `small-${kind}`, query: `tap=${kind}&${BOTH}`, size: SMALL },
    { name: `large-${kind}`, query: `tap=${kind}&mode=real`, size: LARGE },
  ]),
  { name: 'small-en-long-name', query: `tap=long-name&lang=en&${BOTH}`, size: SMALL },
  { name: 'small-waiting', query: BOTH, size: SMALL },
  { name: 'small-settings', query: `screen=settings&${BOTH}`, size: SMALL },
  { name: 'large-waiting', query: 'mode=real', size: LARGE },
]
