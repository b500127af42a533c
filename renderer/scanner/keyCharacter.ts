/** A key going down, as the browser tells of it; `at` is the event's own time in ms. */
export interface Stroke {
  readonly at: number
  /** the place of the key on the keyboard: the same under every input method */
  readonly code: string
  /** under a Chinese input method `Process`, whatever was pressed: not to be relied on */
  readonly key: string
  readonly shift: boolean
  readonly alt: boolean
  readonly control: boolean
  readonly repeat: boolean
}

/** [plain, with shift] on a US keyboard, which is what scanners pretend to be. */
const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  Digit0: ['0', ')'],
  Digit1: ['1', '!'],
  Digit2: ['2', '@'],
  Digit3: ['3', '#'],
  Digit4: ['4', '$'],
  Digit5: ['5', '%'],
  Digit6: ['6', '^'],
  Digit7: ['7', '&'],
  Digit8: ['8', '*'],
  Digit9: ['9', '('],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  IntlBackslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadDecimal: ['.', '.'],
  NumpadDivide: ['/', '/'],
  NumpadMultiply: ['*', '*'],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
}

const LETTER = /^Key([A-Z])$/
const NUMPAD = /^Numpad([0-9])$/

/** The character a key stands for; null for keys that write nothing. */
export function characterOf({ code, key, shift }: Stroke): string | null {
  const letter = LETTER.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  const sign = SIGNS[code]
  if (sign !== undefined) return sign[shift ? 1 : 0]
  // Without a place: software, or a scanner, that sends characters and no keys.
  if (code === '') return [...key].length === 1 ? key : null
  return numpadDigit(code)
}

/** The digit of a key of the numeric pad, with NumLock or without. */
export function numpadDigit(code: string): string | null {
  return NUMPAD.exec(code)?.[1] ?? null
}
