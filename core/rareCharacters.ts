import { assertNever } from './assertNever.ts'
import { isInGb2312 } from './gb2312.ts'
import { NAME_DOT, usualOf } from './usualCharacter.ts'
import { standardOf } from './variants.ts'

/** Why a character of a name is worth a look, the gravest first. */
export const WATCH_REASONS = [
  'invisible', // a blank or a mark nobody sees
  'private-use', // of one maker's own, or of no table yet: another computer shows something else
  'compatibility', // looks like the usual one and is stored as another: a radical, an old duplicate
  'odd-dot', // a dot that is not U+00B7
  'sign', // a digit, a bracket, a question mark in place of what was lost
  'latin', // a letter among Chinese characters
  'variant', // traditional or variant form of a standard character
  'four-byte', // outside GBK, four bytes in GB 18030: many systems can neither type nor print it
  'rare', // in GBK and not in GB 2312: old systems and card printers may lack it
] as const

export type WatchReason = (typeof WATCH_REASONS)[number]

export interface WatchedCharacter {
  readonly character: string
  /** U+5586 */
  readonly codePoint: string
  /** 1… in its name */
  readonly place: number
  readonly why: WatchReason
  /** the usual or standard character it stands for; null: none that we know */
  readonly of: string | null
}

const HAN = /[\p{sc=Han}\u{20000}-\u{3FFFF}]/u
const LETTER = /[\p{L}\p{M}]/u
const INVISIBLE = /[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u
const NOBODYS = /[\p{Co}\p{Cs}]/u
/** All of these are in GBK, in two bytes, and have no other form. */
const GBK = /[\u4e00-\u9fa5]/u
/** 〇, 々 and the dot of names in two parts. */
const ORDINARY = /[\u3005\u3007\u00b7]/u

export const isInvisible = (character: string): boolean => INVISIBLE.test(character)

export function codePointOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return `U+${hex.padStart(4, '0')}`
}

/**
 * The characters of a name that keep it from being typed, printed or found. A name wholly in another script
 * is in order as it stands: letters are watched among Chinese characters only.
 */
export function charactersToWatch(name: string): readonly WatchedCharacter[] {
  const characters = [...name]
  const chinese = HAN.test(name)
  return characters.flatMap((character, at) => {
    const why = reasonOf(character, chinese, [characters[at - 1], characters[at + 1]])
    if (why === null) return []
    return [
      {
        character,
        codePoint: codePointOf(character),
        place: at + 1,
        why,
        of: meant(character, why),
      },
    ]
  })
}

function reasonOf(
  character: string,
  chinese: boolean,
  beside: readonly (string | undefined)[],
): WatchReason | null {
  if (GBK.test(character)) return hanReason(character)
  if (isInvisible(character)) return isBetweenWords(character, beside) ? null : 'invisible'
  if (NOBODYS.test(character)) return 'private-use'
  if (ORDINARY.test(character)) return null
  const usual = usualOf(character)
  if (usual === NAME_DOT) return chinese ? 'odd-dot' : null
  if (HAN.test(character)) return usual === character ? hanReason(character) : 'compatibility'
  if (HAN.test(usual)) return 'compatibility'
  if (!chinese) return null
  return LETTER.test(character) ? 'latin' : 'sign'
}

function hanReason(character: string): WatchReason | null {
  if (standardOf(character) !== null) return 'variant'
  if (!GBK.test(character)) return 'four-byte'
  return isInGb2312(character) ? null : 'rare'
}

/** ANNA LEE */
function isBetweenWords(character: string, beside: readonly (string | undefined)[]): boolean {
  return character === ' ' && beside.every((one) => one !== undefined && isForeign(one))
}

const isForeign = (character: string): boolean => LETTER.test(character) && !HAN.test(character)

function meant(character: string, why: WatchReason): string | null {
  switch (why) {
    case 'compatibility':
    case 'odd-dot':
      return usualOf(character)
    case 'variant':
      return standardOf(character)
    case 'invisible':
    case 'private-use':
    case 'sign':
    case 'latin':
    case 'four-byte':
    case 'rare':
      return null
    default:
      return assertNever(why)
  }
}
