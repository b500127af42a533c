import { assertNever } from '../core/assertNever.ts'
import type { ClassWanted } from '../core/className.ts'
import type { SearchWord } from '../core/searchQuery.ts'
import { backwards, classWord, SIGN } from './searchSigns.ts'

/** FTS5 expressions for one word, from the nearest to everything; each holds the one before. */
interface Nearness {
  readonly exact: string
  readonly begins: string
  readonly any: string
}

const whole = (word: string): string => `"${word}"`
const beginning = (word: string): string => `"${word}"*`
const either = (...some: readonly string[]): string =>
  some.length === 1 ? (some[0] ?? '') : `(${some.join(' OR ')})`

/** Fewer digits are no tail: a 教育ID is asked for by its last three or four, a card by four. */
const LEAST_ID_TAIL = 3
const LEAST_CARD_TAIL = 4
/** More digits are of a card. Fewer are no beginning of one: all cards begin alike. */
const ID_DIGITS = 8
/** A chip's number is the beginning of the one printed on its card (cards.md 1.6 b). */
const CHIP_DIGITS = 16

/** What to ask the table of words, the nearest first; the last finds all. */
export function matchesOf(words: readonly SearchWord[]): readonly string[] {
  const { exact, begins, any } = ofAll(words)
  return words.length === 0 ? [] : [...new Set([exact, begins, any])]
}

/** The first word that is no class decides what is near: of 三2 张 it is 张. */
function ofAll(words: readonly SearchWord[]): Nearness {
  const near = words.map(nearnessOf)
  const lead = Math.max(
    words.findIndex((word) => word.kind !== 'class'),
    0,
  )
  const all = (kind: keyof Nearness): string =>
    near.map((one, at) => (at === lead ? one[kind] : one.any)).join(' AND ')
  return { exact: all('exact'), begins: all('begins'), any: all('any') }
}

function nearnessOf(word: SearchWord): Nearness {
  switch (word.kind) {
    case 'name':
      return ofName(word.text)
    case 'pinyin':
      return ofName(word.letters)
    case 'digits':
      return ofDigits(word.digits)
    case 'class':
      return ofClass(word.wanted, word.orName)
    case 'mixed':
      return ofMixed(word.parts, word.orClass)
    default:
      return assertNever(word)
  }
}

function ofName(text: string): Nearness {
  const begins = beginning(SIGN.begin + text)
  const later = beginning(text)
  // a single character is the name of a class, but not the beginning of one: 国 is in many names
  const named = [...text].length > 1 ? beginning : whole
  return {
    exact: whole(SIGN.begin + text + SIGN.end),
    begins,
    any: either(begins, later, named(SIGN.class + text)),
  }
}

function ofDigits(digits: string): Nearness {
  const { length } = digits
  const chip = length > CHIP_DIGITS ? [whole(SIGN.card + digits.slice(0, CHIP_DIGITS))] : []
  const [exact, begins] =
    length > ID_DIGITS
      ? [whole(SIGN.card + digits), beginning(SIGN.card + digits)]
      : [whole(digits), beginning(digits)]
  const isIdTail = length >= LEAST_ID_TAIL && length < ID_DIGITS
  const isCardTail = length >= LEAST_CARD_TAIL && length < CHIP_DIGITS
  return {
    exact: either(exact, ...chip),
    begins: either(begins, ...chip),
    any: either(
      begins,
      ...chip,
      ...(isIdTail ? [beginning(SIGN.idTail + backwards(digits))] : []),
      ...(isCardTail ? [beginning(SIGN.cardTail + backwards(digits))] : []),
      whole(SIGN.class + digits),
    ),
  }
}

function ofClass(wanted: ClassWanted, orName: string | null): Nearness {
  const word = classWord(wanted)
  const inClass = wanted.number === null ? beginning(word) : whole(word)
  if (orName === null) return { exact: inClass, begins: inClass, any: inClass }
  const name = ofName(orName)
  return { ...name, any: either(name.any, inClass) }
}

function ofMixed(parts: readonly SearchWord[], orClass: string): Nearness {
  const all = ofAll(parts)
  return { ...all, any: either(all.any, beginning(SIGN.class + orClass)) }
}

/** The whole name and nothing else. @param name as compared (core/searchText.ts) */
export const wholeName = (name: string): string => whole(SIGN.begin + name + SIGN.end)
