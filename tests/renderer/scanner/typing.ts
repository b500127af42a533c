import type { Stroke } from '../../../renderer/scanner/keyCharacter.ts'
import {
  afterPause,
  keyDown,
  keyUp,
  SILENCE,
  type Burst,
  type Hearing,
} from '../../../renderer/scanner/scanMachine.ts'

/** A keystroke of a script: a code, `^code` with shift; `Alt:213` the number typed with Alt held, `=张` a character without a key. */
export type Script = readonly string[]

/** The keys that write a text, as a US keyboard would. */
export function keysOf(text: string): Script {
  return [...text].map((sign) => {
    if (/[0-9]/.test(sign)) return `Digit${sign}`
    if (/[a-z]/.test(sign)) return `Key${sign.toUpperCase()}`
    if (/[A-Z]/.test(sign)) return `^Key${sign}`
    const found = SIGNS[sign]
    if (found === undefined) throw new Error(`No key for ${sign}`)
    return found
  })
}

const SIGNS: Readonly<Record<string, string>> = {
  ':': '^Semicolon',
  '/': 'Slash',
  '.': 'Period',
  '?': '^Slash',
  '=': 'Equal',
  '&': '^Digit7',
  '{': '^BracketLeft',
  '}': '^BracketRight',
  '"': '^Quote',
  ',': 'Comma',
  '-': 'Minus',
  _: '^Minus',
  '#': '^Digit3',
  '%': '^Digit5',
  ' ': 'Space',
}

export interface Played {
  /** what was scanned, by suffix or pause */
  readonly scans: readonly string[]
  /** what the machine said of each key that went down */
  readonly hearings: readonly Hearing['kind'][]
}

/**
 * Plays a script to the machine, a key every `pace` ms, then waits.
 * @param pace of each key, or one for all
 */
export function play(
  script: Script,
  pace: number | readonly number[],
  more: Partial<Stroke> = {},
): Played {
  let burst: Burst = SILENCE
  let at = 1_000
  const scans: string[] = []
  const hearings: Hearing['kind'][] = []
  const down = (code: string, part: Partial<Stroke> = {}): void => {
    const stroke = {
      at,
      code,
      key: 'Process',
      shift: false,
      alt: false,
      control: false,
      repeat: false,
    }
    const heard = keyDown(burst, { ...stroke, ...more, ...part })
    burst = heard.burst
    hearings.push(heard.hearing.kind)
    if (heard.hearing.kind === 'scan') scans.push(heard.hearing.text)
  }
  script.forEach((key, index) => {
    at += typeof pace === 'number' ? pace : (pace[index] ?? 0)
    if (key.startsWith('Alt:')) {
      down('AltLeft', { alt: true })
      for (const digit of key.slice(4)) down(`Numpad${digit}`, { alt: true, at: (at += 2) })
      burst = keyUp(burst, 'AltLeft', (at += 2)).burst
    } else if (key.startsWith('=')) down('', { key: key.slice(1) })
    else if (key.startsWith('^')) down(key.slice(1), { shift: true })
    else down(key)
  })
  const left = afterPause(burst)
  return { scans: left === null ? scans : [...scans, left], hearings }
}
