import type { BindingAnswer, ClassToBind } from '../../../core/bindingShown.ts'
import { person } from '../builders.ts'
import { EVERY_TAP, type FakeKiosk } from '../fakeKiosk.ts'
import { bound, CLASS, refusal } from '../fakeBinding.ts'
import { found, line, TWINS } from '../pupils.ts'
import type { Shot } from './shots.ts'
import { pressAll } from './staffShots.ts'

const DESK = [1366, 768] as const
const LARGE = [1920, 1080] as const
/** 1366×768 at 125 % */
const NEAR = [1093, 614] as const
const BOTH = 'notices=key-exception,rehearsal-runtime'

const CHOSEN = `press=binding-class=${CLASS.classId}`
/** A card that lay there first, and whose it is. */
const FOUND = 'laid=unknown-card&then=binding-find=20000017'
const OTHERS = `${CHOSEN}&binding=bound-to-other&laid=unknown-card`

const STATES: Readonly<Record<string, string>> = {
  choose: '',
  lay: CHOSEN,
  has: `${CHOSEN}&then=binding-row`,
  bound: `${CHOSEN}&laid=unknown-card`,
  'bound-one-number': `${CHOSEN}&binding=one-number&laid=unknown-card`,
  undone: `${CHOSEN}&laid=unknown-card&then=binding-undo`,
  'not-undone': `${CHOSEN}&undo=too-late&laid=unknown-card&then=binding-undo`,
  refused: `${CHOSEN}&binding=storage-card&laid=unknown-card`,
  holds: `${CHOSEN}&binding=pupil-holds-card&laid=unknown-card`,
  failed: `${CHOSEN}&refused=binding.bind:db-full&laid=unknown-card`,
  whose: 'laid=unknown-card',
  nobody: `find=&${FOUND}`,
  several: `find=twins&${FOUND}`,
  confirm: `find=one&${FOUND}`,
  known: 'laid=valid',
  'known-other': 'laid=wrong-school',
  others: `roles=clerk&${OTHERS}`,
  'take-over': `roles=supervisor&${OTHERS}&then=binding-take-over`,
  'take-over-missing': `roles=supervisor&${OTHERS}&then=binding-take-over,binding-take-over-yes`,
  'all-done': `class=done&${CHOSEN}`,
  long: `class=long&${CHOSEN}&laid=unknown-card`,
  private: `privacy=on&${CHOSEN}&laid=unknown-card`,
}

function shots(mark: string, language: string): readonly Shot[] {
  const sizes = { '': DESK, '-large': LARGE, '-near': NEAR } as const
  return Object.entries(STATES).flatMap(([name, query]) =>
    Object.entries(sizes).map(([end, size]) => ({
      name: `${mark}binding-${name}${end}`,
      query: `screen=binding&${query}&lang=${language}${end === '-near' ? `&${BOTH}` : ''}`,
      size,
    })),
  )
}

export const BINDING_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]

const LONG = '阿卜杜热合曼·买买提艾力江·吐尔逊'
const NAMES = ['陈可欣', '李雷', '王小明', '欧阳明月', '𬎆㛃龘', '张伟', '赵一', '单𬭎喆']

/** Forty pupils, a third of whom hold a card. */
function classOf(cards: (at: number) => 'ACTIVE' | null, first = '李雷'): ClassToBind {
  const pupils = Array.from({ length: 40 }, (_, at) =>
    line({
      ...{ studentId: `s-${at + 1}`, educationIdTail: String(1_001 + at), card: cards(at) },
      name: at === 13 ? first : (NAMES[at % NAMES.length] ?? ''),
    }),
  )
  return { ...CLASS, pupils }
}

const CLASSES = {
  '': classOf((at) => (at < 13 ? 'ACTIVE' : null)),
  done: classOf(() => 'ACTIVE'),
  long: classOf((at) => (at < 13 ? 'ACTIVE' : null), LONG),
} as const

function answerOf(word: string, name: string): BindingAnswer {
  const holder = person({ studentId: 's-14', name })
  if (word === '') return bound({ person: holder })
  if (word === 'one-number') return bound({ person: holder, numbers: 1 })
  const owner = word === 'bound-to-other' ? person({ name: '韩梅梅' }) : null
  const stands = owner !== null || word === 'pupil-holds-card'
  return refusal(word as Parameters<typeof refusal>[0], {
    ...{ owner, cardTail: stands ? '5678' : null, cardState: stands ? 'ACTIVE' : null },
  })
}

/** The class of the fake desk and what comes of a card, before the page is made. */
export function prepareBinding(kiosk: FakeKiosk, asked: URLSearchParams): void {
  const word = (name: string) => asked.get(name) ?? ''
  const { binding } = kiosk
  binding.list = CLASSES[word('class') as keyof typeof CLASSES] ?? CLASSES['']
  binding.answer = answerOf(word('binding'), binding.list.pupils[13]?.name ?? '')
  if (word('undo') !== '') binding.undone = { kind: 'refused', why: 'too-late' }
  if (word('screen') !== 'binding' || word('find') === '') return
  kiosk.found = found(
    word('find') === 'twins' ? TWINS : [line({ studentId: 's-9', name: '赵一', card: null })],
  )
}

/** Cards are laid down once a class is chosen; then somebody presses a button. */
export async function layCards(kiosk: FakeKiosk, asked: URLSearchParams): Promise<void> {
  const tap = EVERY_TAP[asked.get('laid') ?? '']
  if (tap) kiosk.tap({ ...tap, tapId: 'laid' })
  await new Promise((resolve) => setTimeout(resolve, 200))
  await pressAll(asked.get('then') ?? '')
}
