import { assertNever } from '../core/assertNever.ts'
import type { ClassWanted } from '../core/className.ts'
import type { SearchWord } from '../core/searchQuery.ts'
import { backwards, classWord, gradeWord, numberWord, SIGN } from './searchSigns.ts'

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

/**
 * What to ask search_word, the nearest first; the last finds all. The first word that is no class
 * decides what is near: of 三2 张 it is 张.
 */
export function matchesOf(words: readonly SearchWord[]): readonly string[] {
  const near = words.map(nearnessOf)
  const leading = words.findIndex((word) => word.kind !== 'class')
  const lead = Math.max(leading, 0)
  const all = (kind: keyof Nearness): string =>
    near.map((one, at) => (at === lead ? one[kind] : one.any)).join(' AND ')
  return near.length === 0 ? [] : [...new Set([all('exact'), all('begins'), all('any')])]
}

function nearnessOf(word: SearchWord): Nearness {
  switch (word.kind) {
    case 'name':
      return ofName(word.text, [...word.text].length > 1)
    case 'pinyin':
      return ofName(word.letters, false)
    case 'digits':
      return ofDigits(word.digits)
    case 'class':
      return ofClass(word.wanted, word.orName)
    default:
      return assertNever(word)
  }
}

function ofName(text: string, orClass: boolean): Nearness {
  const begins = beginning(SIGN.begin + text)
  const later = beginning(text)
  return {
    exact: whole(SIGN.begin + text + SIGN.end),
    begins,
    any: orClass ? either(begins, later, beginning(SIGN.class + text)) : either(begins, later),
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
    ),
  }
}

function ofClass(wanted: ClassWanted, orName: string | null): Nearness {
  const inClass = matchOf(wanted)
  if (orName === null) return { exact: inClass, begins: inClass, any: inClass }
  const name = ofName(orName, true)
  return { ...name, any: either(name.any, inClass) }
}

function matchOf({ grade, number }: ClassWanted): string {
  if (grade === null) return whole(numberWord(number))
  return number === null ? beginning(gradeWord(grade)) : whole(classWord(grade, number))
}

/** The whole name and nothing else. @param name as compared (core/searchText.ts) */
export const wholeName = (name: string): string => whole(SIGN.begin + name + SIGN.end)
