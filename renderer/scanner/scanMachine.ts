import { altText, charsetOf } from './altNumbers.ts'
import { characterOf, numpadDigit, type Stroke } from './keyCharacter.ts'

/**
 * Tells a scanner that types from a person who types, by pace alone (cards.md 5: people need more than
 * 30 ms a key, scanners less than 10). Pure: keys with their times in, the text of a scan out.
 */
export const PACE = {
  /** ms a key, on average over the burst */
  perKey: 30,
  /** ms without a key end a burst: a scanner without a suffix has finished */
  pause: 100,
  fewestKeys: 6,
} as const

/** A character, or the number that was typed with Alt held down. */
type Piece = string | { readonly alt: string }

export interface Burst {
  readonly pieces: readonly Piece[]
  /** the keys that carried text, by their places, or by what they wrote where none is told */
  readonly keys: readonly string[]
  readonly startedAt: number
  readonly lastAt: number
  /** digits since Alt went down; null: it is up */
  readonly alt: string | null
  /** it is a scan: nobody types like this */
  readonly known: boolean
}

export const SILENCE: Burst = {
  pieces: [],
  keys: [],
  startedAt: -Infinity,
  lastAt: -Infinity,
  alt: null,
  known: false,
}

/** What is to be done about a key. */
export type Hearing =
  /** a person's, as far as can be told: it may go where it was going */
  | { readonly kind: 'let' }
  /** so close behind another that no person pressed it, and perhaps no scan either: it must press no button */
  | { readonly kind: 'hasty' }
  /** part of a scan: the page must not see it */
  | { readonly kind: 'keep' }
  /** the last key of a scan: kept, too */
  | { readonly kind: 'scan'; readonly text: string }

export interface Heard {
  readonly burst: Burst
  readonly hearing: Hearing
}

const LET = { kind: 'let' } as const
const KEEP = { kind: 'keep' } as const
const HASTY = { kind: 'hasty' } as const

const SILENT_KEYS = /^(Shift|Control|Meta|Alt)(Left|Right)$|^CapsLock$|^NumLock$/
const ALT_KEYS = /^Alt(Left|Right)$/
const END_KEYS = /^(Numpad)?Enter$|^Tab$/

export function keyDown(before: Burst, stroke: Stroke): Heard {
  const burst = stroke.at - before.lastAt > PACE.pause ? SILENCE : before
  if (stroke.repeat) return burst.known ? { burst, hearing: KEEP } : nothing()
  if (ALT_KEYS.test(stroke.code)) return altDown(burst, stroke.at)
  if (SILENT_KEYS.test(stroke.code)) return { burst, hearing: LET }
  if (END_KEYS.test(stroke.code)) return ended(burst, stroke.at)
  const character = stroke.control ? null : characterOf(stroke)
  // A character of no use inside a scan (a control sign as Ctrl+J) is left out of it.
  if (character === null) return burst.known ? { burst, hearing: KEEP } : nothing()
  return burst.alt !== null || stroke.alt
    ? altDigit(burst, stroke)
    : wrote(burst, stroke, character)
}

export function keyUp(burst: Burst, code: string, at: number): Heard {
  const hearing = burst.known ? KEEP : LET
  if (!ALT_KEYS.test(code) || burst.alt === null) return { burst, hearing }
  return { burst: { ...withAlt(burst), lastAt: at }, hearing }
}

/** After a pause: the text of a scan that had no suffix; null when it was none. */
export function afterPause(burst: Burst): string | null {
  const text = burst.known ? textOf(burst) : ''
  return text === '' ? null : text
}

function nothing(): Heard {
  return { burst: SILENCE, hearing: LET }
}

function altDown(burst: Burst, at: number): Heard {
  const held = { ...burst, alt: burst.alt ?? '', lastAt: at }
  return { burst: held, hearing: burst.known ? KEEP : LET }
}

function altDigit(burst: Burst, stroke: Stroke): Heard {
  const digit = numpadDigit(stroke.code)
  if (digit === null) return burst.known ? { burst, hearing: KEEP } : nothing()
  return grown({ ...burst, alt: (burst.alt ?? '') + digit }, stroke)
}

function wrote(burst: Burst, stroke: Stroke, character: string): Heard {
  const hasty = stroke.code === 'Space' && follows(burst, stroke.at)
  const heard = grown({ ...burst, pieces: [...burst.pieces, character] }, stroke)
  return hasty && !heard.burst.known ? { ...heard, hearing: HASTY } : heard
}

function grown(burst: Burst, { at, code, key }: Stroke): Heard {
  const startedAt = burst.keys.length === 0 ? at : burst.startedAt
  const next = { ...burst, startedAt, lastAt: at, keys: [...burst.keys, code || key] }
  const known = burst.known || isScan(next)
  return { burst: { ...next, known }, hearing: known ? KEEP : LET }
}

/** A key held down whose repeats were not marked is all the same. */
function isScan({ keys, startedAt, lastAt }: Burst): boolean {
  return (
    keys.length >= PACE.fewestKeys &&
    lastAt - startedAt <= PACE.perKey * (keys.length - 1) &&
    keys.some((key) => key !== keys[0])
  )
}

function ended(burst: Burst, at: number): Heard {
  if (!burst.known) return { burst: SILENCE, hearing: follows(burst, at) ? HASTY : LET }
  const text = textOf(burst)
  // Still known, with nothing in it: a second suffix (CR and LF) right behind must press no button either.
  const over = { ...SILENCE, startedAt: at, lastAt: at, known: true }
  return { burst: over, hearing: text === '' ? KEEP : { kind: 'scan', text } }
}

function follows(burst: Burst, at: number): boolean {
  return burst.keys.length > 0 && at - burst.lastAt <= PACE.perKey
}

function withAlt(burst: Burst): Burst {
  const pieces = burst.alt ? [...burst.pieces, { alt: burst.alt }] : burst.pieces
  return { ...burst, pieces, alt: null }
}

function textOf(burst: Burst): string {
  const { pieces } = withAlt(burst)
  const numbers = pieces.filter((piece) => typeof piece !== 'string').map(({ alt }) => Number(alt))
  const charset = charsetOf(numbers)
  const words: string[] = []
  let run: number[] = []
  for (const piece of pieces) {
    if (typeof piece !== 'string') run.push(Number(piece.alt))
    else {
      words.push(altText(run, charset), piece)
      run = []
    }
  }
  return [...words, altText(run, charset)].join('').trim()
}
