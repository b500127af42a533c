import type { AuditCheckShown } from '../../../core/contract.ts'
import type { FakeKiosk } from '../fakeKiosk.ts'
import { NAMES, rows } from '../logRows.ts'
import { CLASSES, PEOPLE } from '../staffLines.ts'
import type { Shot } from './shots.ts'

const DESK = [1366, 768] as const
/** 1366×768 at 125 % */
const NEAR = [1093, 614] as const
const BOTH = 'notices=log-changed,rehearsal-runtime'

/**
 * `press` is what is pressed on the screen, one after the other: the data-test of a button, or
 * `data-test=text` to type. The people and the log stand behind the fake desk in `prepareStaff`.
 */
const STAFF: Readonly<Record<string, string>> = {
  list: '',
  add: 'staff-add',
  'add-missing': 'staff-add,staff-role-class-teacher,staff-pin=123456,staff-save',
  person: 'staff-row-o-long',
  'person-locked': 'staff-row-o-cl',
  'person-changed': 'staff-row-o-long,staff-role-clerk',
  'person-pin': 'staff-row-o-new,staff-reset-pin,staff-pin=131005,staff-pin-again=1,staff-pin-save',
  'person-card': 'staff-row-o-cl,staff-bind',
  'person-has-card': 'staff-row-o-sup',
  'person-unbind': 'staff-row-o-adm,staff-unbind',
  'person-end': 'staff-row-o-cl,staff-end',
  'person-ended': 'staff-row-o-old',
}

const LOG: Readonly<Record<string, string>> = {
  list: '',
  staff: 'log-group-staff',
  filtered: 'log-group-data,log-person=o-cl',
  whole: 'log-check',
}

const ROWS: Readonly<Record<string, number>> = { empty: 0, one: 1 }

export const CHECKS: Readonly<Record<string, AuditCheckShown>> = {
  altered: { kind: 'broken', why: 'altered', seq: 11_203 },
  missing: { kind: 'broken', why: 'missing', seq: 0 },
}

function shots(mark: string, language: string): readonly Shot[] {
  const shot = (name: string, query: string, size: Shot['size']): readonly Shot[] => [
    { name: `${mark}${name}`, query: `${query}&lang=${language}`, size },
  ]
  const each = (screen: string, states: Readonly<Record<string, string>>) =>
    Object.entries(states).flatMap(([state, press]) => [
      ...shot(`${screen}-${state}`, `screen=${screen}&press=${press}`, DESK),
      ...shot(`${screen}-${state}-near`, `screen=${screen}&press=${press}&${BOTH}`, NEAR),
    ])
  return [
    ...each('staff', STAFF),
    ...each('log', LOG),
    ...shot('log-empty', 'screen=log&log=empty', DESK),
    ...shot('log-none', 'screen=log&log=one&press=log-group-data', DESK),
    ...Object.keys(CHECKS).flatMap((check) => [
      ...shot(`log-${check}`, `screen=log&check=${check}&press=log-check`, DESK),
      ...shot(
        `log-${check}-near`,
        `screen=log&check=${check}&press=log-check,log-lift&${BOTH}`,
        NEAR,
      ),
    ]),
  ]
}

export const STAFF_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]

/** The people and the log of the fake desk, before the page is made. */
export function prepareStaff(kiosk: FakeKiosk, asked: URLSearchParams): void {
  kiosk.staff.staff = PEOPLE
  kiosk.staff.classes = CLASSES
  kiosk.staff.entries = rows(ROWS[asked.get('log') ?? ''] ?? 240)
  kiosk.staff.names = NAMES
  // One of those in the rows; the others are of pupils who have gone.
  kiosk.staff.pupils = {
    '8f2c77e1-0d5b-4c6e-9a10-3344556fab12': { name: '欧阳明月', educationIdTail: '1234' },
  }
  kiosk.staff.check = CHECKS[asked.get('check') ?? ''] ?? { kind: 'ok', rows: 12_000 }
}

/** Presses and types as `press` says. */
export async function pressAll(presses: string): Promise<void> {
  for (const one of presses.split(',').filter((each) => each !== '')) {
    const [name, text] = one.split('=')
    const element = await found(name)
    element?.scrollIntoView({ block: 'nearest' })
    if (text === undefined) element?.click()
    else if (isField(element)) {
      element.value = text
      // Where it is typed, what was typed is left as well.
      const events = element instanceof HTMLSelectElement ? ['change'] : ['input', 'change']
      for (const name of events) element.dispatchEvent(new Event(name))
    }
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}

/** A slow computer draws it a moment later. `row@1` is the second of its name. */
async function found(name = ''): Promise<HTMLElement | null> {
  const [test, at = '0'] = name.split('@')
  for (let tries = 0; tries < 20; tries += 1) {
    const element = document.querySelectorAll<HTMLElement>(`[data-test="${test}"]`)[Number(at)]
    if (element !== undefined) return element
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return null
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function isField(element: HTMLElement | null): element is Field {
  return [HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement].some(
    (kind) => element instanceof kind,
  )
}
