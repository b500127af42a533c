import { WORK_LISTS } from '../../../core/case/workLists.ts'
import type { FakeKiosk } from '../fakeKiosk.ts'
import { SCHOOL_DUE, SCHOOL_LINES, workLine } from '../workLines.ts'
import type { Shot } from './shots.ts'

const DESK = [1366, 768] as const
const SMALL = [1280, 720] as const
const LARGE = [1920, 1080] as const
/** 1366×768 at 125 % */
const NEAR = [1093, 614] as const

const SIZES = { '': DESK, '-small': SMALL, '-large': LARGE, '-near': NEAR } as const

const STATES: Readonly<Record<string, string>> = {
  today: 'screen=today&cases=school',
  'today-told': 'screen=today&cases=school&press=call-told',
  'today-next-month': 'screen=today&cases=school&calendar=announced&press=today-after',
  'today-few': 'screen=today&cases=few&calendar=announced',
  'today-empty': 'screen=today&cases=none',
  'today-private': 'screen=today&cases=school&privacy=on',
  ...Object.fromEntries(
    WORK_LISTS.map((list) => [`work-${list}`, `screen=cases&cases=school&press=work-${list}`]),
  ),
  'work-private': 'screen=cases&cases=school&privacy=on&press=work-to-pay',
  'work-filtered': 'screen=cases&cases=school&press=work-to-pay,work-filter=一年级',
  'work-no-match': 'screen=cases&cases=school&press=work-to-pay,work-filter=王二',
  'work-many': 'screen=cases&cases=many&press=work-to-pay',
  'work-empty': 'screen=cases&cases=none&press=work-to-pay',
}

const ALL_SIZES = new Set(['today', 'work-to-pay', 'work-in-production', 'work-exceptions'])

function shots(mark: string, language: string): readonly Shot[] {
  return Object.entries(STATES).flatMap(([name, query]) =>
    Object.entries(ALL_SIZES.has(name) ? SIZES : { '': DESK }).map(([end, size]) => ({
      ...{ name: `${mark}${name}${end}`, query: `${query}&lang=${language}`, size },
    })),
  )
}

export const WORK_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]

/** The cases of the fake desk, before the page is made. */
export function prepareWork(kiosk: FakeKiosk, asked: URLSearchParams): void {
  const { cases } = kiosk
  const which = asked.get('cases')
  if (which === 'none') cases.lines = []
  if (which === 'few') cases.lines = [workLine('arrived', 1, { daysHere: 1 })]
  if (which === 'many')
    cases.lines = Array.from({ length: 128 }, (_, n) => workLine('to-notify', n))
  if (which !== 'school') return
  cases.lines = SCHOOL_LINES
  cases.today = { promised: SCHOOL_DUE, measured: { median: 18, longest: 24, n: 12 } }
}
