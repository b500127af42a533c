import { LOOK_ALIKE_GROUPS } from './lookAlikeGroups.ts'

/** What tells a character from its look-alikes. */
export type Tell =
  /** 日字旁 */
  | { readonly kind: 'radical'; readonly part: string }
  | { readonly kind: 'part'; readonly at: PartPlace; readonly part: string }
  /** 其, beside 琪 and 淇 */
  | { readonly kind: 'no-radical' }
  | { readonly kind: 'stroke'; readonly how: StrokeTell }

export type PartPlace = 'left' | 'right' | 'top' | 'below' | 'inside'

/** Ways of writing; their words stand in renderer/locales. */
export const STROKE_TELLS = [
  ...(['open', 'half-open', 'closed', 'narrow', 'wide'] as const), // 己 已 巳 日 曰
  ...(['upper-long', 'lower-long', 'one-bar', 'two-bars'] as const), // 末 未 兀 元
  ...(['empty', 'inner-bar', 'inner-dot'] as const), // 戊 戌 戍
  ...(['left-high', 'right-high', 'apart'] as const), // 人 入 八
  ...(['no-dot', 'with-dot', 'dot-below', 'dot-above'] as const), // 大 斥 太 犬
  ...(['top-slant', 'top-flat', 'hooked'] as const), // 千 干 于
  ...(['through-top', 'through-below', 'through-both', 'not-through'] as const), // 由 甲 申 田
  ...(['dot-end', 'hook-end'] as const), // 贝 见
  ...(['no-bar', 'with-bar', 'no-upright', 'with-upright'] as const), // 师 帅 候 侯
  ...(['no-slant', 'with-slant'] as const), // 李 季
] as const

export type StrokeTell = (typeof STROKE_TELLS)[number]

/** Two look-alikes, and what tells each apart; null: nothing short can be said. */
export interface LookAlike {
  readonly left: Tell | null
  readonly right: Tell | null
}

const PLACES: Readonly<Record<string, PartPlace>> = {
  '<': 'left',
  '>': 'right',
  '^': 'top',
  _: 'below',
  '.': 'inside',
}

/** In which groups a character stands, and what tells it apart in each. */
const GROUPS_OF: ReadonlyMap<string, ReadonlyMap<number, Tell | null>> = index()

function index(): ReadonlyMap<string, ReadonlyMap<number, Tell | null>> {
  const found = new Map<string, Map<number, Tell | null>>()
  for (const [group, text] of LOOK_ALIKE_GROUPS.entries())
    for (const item of text.split(' ')) {
      const [character = '', ...rest] = item
      const groups = found.get(character) ?? new Map<number, Tell | null>()
      found.set(character, groups.set(group, tellOf(rest.join(''))))
    }
  return found
}

/** As core/lookAlikeGroups.ts writes it. */
function tellOf(text: string): Tell | null {
  if (text === '') return null
  if (text === '-') return { kind: 'no-radical' }
  const [sign = '', ...rest] = text
  if (sign === ':') return { kind: 'stroke', how: rest.join('') as StrokeTell }
  const at = PLACES[sign]
  return at === undefined
    ? { kind: 'radical', part: text }
    : { kind: 'part', at, part: rest.join('') }
}

/** Whether the eye takes one for the other; null: not that we know, or they are the same. */
export function lookAlike(left: string, right: string): LookAlike | null {
  if (left === right) return null
  const ofRight = GROUPS_OF.get(right)
  for (const [group, tell] of GROUPS_OF.get(left) ?? [])
    if (ofRight?.has(group)) return { left: tell, right: ofRight.get(group) ?? null }
  return null
}
