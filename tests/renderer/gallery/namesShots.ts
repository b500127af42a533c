import { createVNode, render, type App } from 'vue'
import { person } from '../builders.ts'
import { pupil } from '../pupils.ts'
import type { FakeKiosk } from '../fakeKiosk.ts'
import type { Shot } from './shots.ts'

const DESK = [1366, 768] as const
const LARGE = [1920, 1080] as const
/** 1366×768 at 125 % */
const NEAR = [1093, 614] as const

const OPEN = 'pupil=good&press=name-check-open'

const STATES: Readonly<Record<string, string>> = {
  closed: 'pupil=good',
  open: OPEN,
  same: `${OPEN},name-face=张子涵`,
  alike: `${OPEN},name-face=张子函`,
  both: `${OPEN},name-face=张子涵,name-parent=张 紫涵`,
  missing: `${OPEN},name-parent=张涵`,
  swapped: `${OPEN},name-parent=张涵子`,
  rare: `${OPEN},name-parent=单宏哲&called=单𬭎喆`,
  long: `${OPEN},name-face=阿卜杜热合曼・买买提艾力江・吐尔孙&called=阿卜杜热合曼·买买提艾力江·吐尔逊`,
  history: `pupil=good&press=show-history,look-card,name-check-open,name-face=张子函`,
  private: 'pupil=good&privacy=on',
  list: 'names=on',
  'list-odd': 'names=on&press=names-odd',
  'list-variant': 'names=on&press=names-variant',
  'list-typed': 'names=on&press=names-four-byte',
  'list-rare': 'names=on&press=names-rare',
  'list-none': 'names=none',
  'list-private': 'names=on&privacy=on',
}

function shots(mark: string, language: string): readonly Shot[] {
  return Object.entries(STATES).flatMap(([name, query]) => [
    { name: `${mark}names-${name}`, query: `${query}&lang=${language}`, size: DESK },
    { name: `${mark}names-${name}-large`, query: `${query}&lang=${language}`, size: LARGE },
    { name: `${mark}names-${name}-near`, query: `${query}&lang=${language}`, size: NEAR },
  ])
}

export const NAMES_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]

/** The name of the pupil, and the names of the roll. */
export function prepareNames(kiosk: FakeKiosk, asked: URLSearchParams): void {
  const called = asked.get('called')
  if (called !== null) kiosk.page = pupil({ person: person({ name: called }) })
  if (asked.get('names') === 'none') kiosk.names.toCheck = []
}

/** The list stands in no screen of its own: here it lies over the one that is shown. */
export async function showNames(): Promise<void> {
  const { default: NamesToCheck } =
    await import('../../../renderer/features/names/NamesToCheck.vue')
  const root = document.querySelector<HTMLElement & { __vue_app__?: App }>('#app')
  const place = document.createElement('div')
  Object.assign(place.style, {
    position: 'absolute',
    inset: '0',
    padding: '20px 24px',
    background: 'var(--ground)',
  })
  const list = createVNode(NamesToCheck)
  list.appContext = root?.__vue_app__?._context ?? null
  const main = document.querySelector<HTMLElement>('main')
  if (main !== null) main.style.position = 'relative'
  main?.append(place)
  render(list, place)
}
