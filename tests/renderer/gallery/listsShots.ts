import type { FakeKiosk } from '../fakeKiosk.ts'
import { line } from '../pupils.ts'
import type { Shot } from './shots.ts'

const DESK = [1366, 768] as const
const LARGE = [1920, 1080] as const
/** 1366×768 at 125 % */
const NEAR = [1093, 614] as const

const CLASS = 'screen=binding&lists=class&press=binding-class=c-3-2'

const STATES: Readonly<Record<string, string>> = {
  class: CLASS,
  'class-export': `${CLASS},export-class`,
  'class-teacher': `roles=class-teacher&${CLASS},export-class`,
  'class-whole': `${CLASS},export-class,list-names-whole`,
  'class-reason': `${CLASS},export-class,list-names-whole,list-go`,
  'class-saved': `${CLASS},export-class,list-go`,
  progress: `${CLASS},print-progress`,
  'progress-saved': `${CLASS},print-progress,list-go`,
  roll: 'screen=roll&press=export-roll',
  empty: 'screen=roll&lists=empty&press=export-roll,list-which=without-photo,list-go',
  'called-off': 'screen=roll&lists=called-off&press=export-roll,list-go',
  full: 'screen=roll&lists=full&press=export-roll,list-go',
  changes: 'screen=roll&press=export-roll-changes',
  names: 'screen=roll&press=roll-part-names,export-names',
  taps: 'recent=12&press=export-taps',
  pin: 'screen=roll&lists=pin&press=export-roll,list-names-whole,list-reason=报教委,list-go',
}

function shots(mark: string, language: string): readonly Shot[] {
  const sizes = { '': DESK, '-large': LARGE, '-near': NEAR } as const
  return Object.entries(STATES).flatMap(([name, query]) =>
    Object.entries(sizes).map(([end, size]) => ({
      name: `${mark}lists-${name}${end}`,
      query: `${query}&lang=${language}`,
      size,
    })),
  )
}

export const LISTS_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]

/** What becomes of a list on the fake desk, and a class as long as they are. */
export function prepareLists(kiosk: FakeKiosk, asked: URLSearchParams): void {
  const word = asked.get('lists') ?? ''
  const { lists, binding } = kiosk
  if (word === 'empty') lists.saved = { kind: 'empty' }
  if (word === 'called-off') lists.saved = { kind: 'called-off' }
  if (word === 'full') kiosk.refuse.set('list.export', 'db-full')
  if (word === 'pin') kiosk.refuse.set('list.export', 're-auth-needed')
  if (word === 'class') {
    const pupils = Array.from({ length: 40 }, (_, at) =>
      line({
        ...{ studentId: `s-${at}`, name: NAMES[at % NAMES.length] ?? '' },
        ...{ educationIdTail: String(at).padStart(4, '0'), card: at % 4 === 1 ? null : 'ACTIVE' },
      }),
    )
    binding.list = { ...binding.list, pupils }
    lists.saved = {
      kind: 'saved',
      names: ['三年级2班班级名单（脱敏）-2026-10-12.xlsx'],
      folder: '文档',
    }
  }
}

const NAMES = ['陈可欣', '李雷', '王小明', '欧阳子涵', '单𬭎喆', '赵一宁']
