import { align, turned, type Aligned, type Costs } from './alignment.ts'
import { assertNever } from './assertNever.ts'
import { lookAlike, type LookAlike } from './lookAlike.ts'
import { codePointOf, isInvisible } from './rareCharacters.ts'
import { fold } from './searchText.ts'
import { usualOf } from './usualCharacter.ts'
import { variantsOfEachOther, type WhichStandard } from './variants.ts'

/** One character of a name that is compared: a code point, because what is not seen counts, too. */
export interface NameCharacter {
  readonly character: string
  /** 1… in its name */
  readonly place: number
  /** U+6674 */
  readonly codePoint: string
  /** with tones: qíng */
  readonly readings: readonly string[]
}

/** How two characters in the same place differ, the likeliest cause first. */
export type Difference =
  /** they look the same and are stored as two */
  | { readonly kind: 'code' }
  | { readonly kind: 'variant'; readonly standard: WhichStandard }
  | (LookAlike & {
      readonly kind: 'look-alike'
      /** they are typed by the same letters, too; null: they are not */
      readonly reading: string | null
    })
  /** typed by the same letters */
  | { readonly kind: 'homophone'; readonly reading: string }
  | { readonly kind: 'other' }

/** One place of two names laid beside each other. */
export type NamePiece =
  | { readonly kind: 'same'; readonly left: NameCharacter; readonly right: NameCharacter }
  | {
      readonly kind: 'changed'
      readonly left: NameCharacter
      readonly right: NameCharacter
      readonly difference: Difference
    }
  /** only the left name has it */
  | { readonly kind: 'missing'; readonly left: NameCharacter }
  /** only the right name has it */
  | { readonly kind: 'extra'; readonly right: NameCharacter }
  /** two neighbours that changed their places */
  | {
      readonly kind: 'swapped'
      readonly left: readonly [NameCharacter, NameCharacter]
      readonly right: readonly [NameCharacter, NameCharacter]
    }

/** All readings of a character, with tones; none where it has no known one. */
export type ReadingsOf = (character: string) => readonly string[]

/**
 * Two names beside each other, character by character, with the fewest and likeliest differences. Turned
 * round they differ in the same places.
 *
 * @param left as it should be
 * @param right as it was printed or typed
 */
export function compareNames(
  left: string,
  right: string,
  readingsOf: ReadingsOf,
): readonly NamePiece[] {
  const ours = charactersOf(left, readingsOf)
  const theirs = charactersOf(right, readingsOf)
  // Which of several equally good alignments is taken shall not hang on who stands left.
  const aligned =
    left <= right ? align(ours, theirs, COSTS) : align(theirs, ours, COSTS).map(turned)
  return aligned.map(pieceOf)
}

const COSTS: Costs<NameCharacter> = {
  pair(left, right) {
    const difference = differenceOf(left, right)
    if (difference === null) return 0
    return difference.kind === 'other' ? 3 : 2
  },
  alone: ({ character }) => (isInvisible(character) ? 1 : 2),
  swap: 2,
}

function charactersOf(name: string, readingsOf: ReadingsOf): readonly NameCharacter[] {
  return [...name].map((character, at) => ({
    character,
    place: at + 1,
    codePoint: codePointOf(character),
    readings: readingsOf(character),
  }))
}

function pieceOf(aligned: Aligned<NameCharacter>): NamePiece {
  switch (aligned.kind) {
    case 'pair': {
      const difference = differenceOf(aligned.left, aligned.right)
      return difference === null
        ? { ...aligned, kind: 'same' }
        : { ...aligned, kind: 'changed', difference }
    }
    case 'left-only':
      return { kind: 'missing', left: aligned.left }
    case 'right-only':
      return { kind: 'extra', right: aligned.right }
    case 'swapped':
      return aligned
    default:
      return assertNever(aligned)
  }
}

/** null: they are the same */
function differenceOf(left: NameCharacter, right: NameCharacter): Difference | null {
  if (left.character === right.character) return null
  if (meant(left.character) === meant(right.character)) return { kind: 'code' }
  const standard = variantsOfEachOther(left.character, right.character)
  if (standard !== null) return { kind: 'variant', standard }
  const reading = sharedReading(left.readings, right.readings)
  const alike = lookAlike(left.character, right.character)
  if (alike !== null) return { kind: 'look-alike', ...alike, reading }
  return reading === null ? { kind: 'other' } : { kind: 'homophone', reading }
}

/** Two blanks are one to the eye. */
const meant = (character: string): string => (isInvisible(character) ? '' : usualOf(character))

/** Said alike, or at least typed by the same letters: then without tones. */
function sharedReading(left: readonly string[], right: readonly string[]): string | null {
  return firstShared(left, right) ?? firstShared(left.map(fold), right.map(fold))
}

function firstShared(left: readonly string[], right: readonly string[]): string | null {
  return left.filter((one) => right.includes(one)).toSorted()[0] ?? null
}
