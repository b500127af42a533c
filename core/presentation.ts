import type { VerdictKind } from './verdict.ts'

/** The four faces of a verdict (look.md 3): never colour alone. */
export type Tone = 'good' | 'look' | 'stop' | 'unsure'

/** green ✓ circle, amber ! triangle, red × octagon, grey ? square */
export type Icon = 'circle-check' | 'triangle-exclamation' | 'octagon-cross' | 'square-question'

/** one rising, two equal, low double, short buzz */
export type Sound = 'rising' | 'two-equal' | 'low-double' | 'buzz'

/** What the clerk does next; its words are in renderer/locales under `nextStep`. */
export type NextStep =
  | 'none'
  | 'return-to-owner' // 找回: the card was reported lost
  | 'use-new-card' // keep the old card back
  | 'hand-over' // 办理领卡 first
  | 'reissue' // 申请补卡
  | 'give-back' // it should lie in the found box: find out how it came here
  | 'check-roll' // ask the 学籍 office
  | 'send-to-own-school'
  | 'look-up-by-id' // 用教育ID查询
  | 'keep-and-tell-supervisor'
  | 'supervisor-chooses' // which of two cards stays
  | 'ask-for-card' // a phone cannot stand for a card
  | 'take-one-out'
  | 'tap-again'

export interface Presentation {
  readonly tone: Tone
  readonly icon: Icon
  readonly sound: Sound
  readonly nextStep: NextStep
}

const ICON: Record<Tone, Icon> = {
  good: 'circle-check',
  look: 'triangle-exclamation',
  stop: 'octagon-cross',
  unsure: 'square-question',
}

const SOUND: Record<Tone, Sound> = {
  good: 'rising',
  look: 'two-equal',
  stop: 'low-double',
  unsure: 'buzz',
}

const FACE: Record<VerdictKind, readonly [Tone, NextStep]> = {
  valid: ['good', 'none'],
  lost: ['stop', 'return-to-owner'],
  replaced: ['stop', 'use-new-card'],
  'not-handed-over': ['look', 'hand-over'],
  void: ['stop', 'reissue'],
  'found-held': ['look', 'give-back'],
  left: ['stop', 'check-roll'],
  'wrong-school': ['stop', 'send-to-own-school'],
  'unknown-card': ['unsure', 'look-up-by-id'],
  'chip-mismatch': ['stop', 'keep-and-tell-supervisor'],
  'holds-two': ['look', 'supervisor-chooses'],
  'face-expired': ['look', 'reissue'],
  'temporary-number': ['unsure', 'ask-for-card'],
  'two-cards': ['unsure', 'take-one-out'],
  unreadable: ['unsure', 'tap-again'],
}

/** Colour, icon, sound and next step of a verdict. */
export function present(kind: VerdictKind): Presentation {
  const [tone, nextStep] = FACE[kind]
  return { tone, icon: ICON[tone], sound: SOUND[tone], nextStep }
}
