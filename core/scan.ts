import { fold, nameKey } from './searchText.ts'

/** What a scanned code, or a number a reader typed, could mean. Nothing is looked up yet. */
export interface ScannedText {
  /** 8 digits each */
  readonly educationIds: readonly string[]
  /** 16–20 digits each: of a chip, or printed */
  readonly cardNumbers: readonly string[]
  /** upper-case hex, in every order a reader could have typed it; none of them random */
  readonly uids: readonly string[]
  /** the desk keeps no such number: a national 学籍号, or one that was read as a chip's and is random */
  readonly otherNumbers: boolean
  /** as compared (core/searchText.ts); labels and schools may be among them */
  readonly names: readonly string[]
}

/** 全国学籍号: G, L or J and the number of an identity card, which is never looked up. */
const NATIONAL = /[glj]\d{17}[\dx](?!\d)/g
const LABELS = /姓\s*名|学\s*生/g
const DOTS = '·・•‧.'
const NAME = new RegExp(
  `(?:(?![a-z])[\\p{L}\\p{Nl}\\p{Co}\\u{20000}-\\u{3FFFF}])` +
    `(?:(?![a-z])[${DOTS}\\p{L}\\p{Nl}\\p{Co}\\u{20000}-\\u{3FFFF}])+`,
  'gu',
)

/**
 * Takes apart what was scanned, whatever its layout: digits alone, a URL, Chinese text with any
 * separators, JSON. No layout is known for certain (cards.md 5), so every number in it is taken.
 */
export function readScan(text: string): ScannedText {
  const plain = fold(decoded(text)).trim()
  const uids = uidsOf(plain)
  const typedByReader = uids !== null && /[a-f]/.test(plain)
  const numbers = typedByReader ? [] : (plain.replace(NATIONAL, ' ').match(/\d+/g) ?? [])
  const ofLength = (least: number, most: number): readonly string[] => [
    ...new Set(numbers.filter((one) => one.length >= least && one.length <= most)),
  ]
  return {
    educationIds: ofLength(8, 8),
    cardNumbers: ofLength(16, 20),
    uids: (uids ?? []).filter((uid) => !isRandom(uid)),
    otherNumbers: uids !== null || NATIONAL.test(plain),
    names: namesIn(plain),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a % that stands for itself
  }
}

/**
 * A whole text that is a UID as 13.56 MHz readers type it: 4 or 7 bytes in hex, or 10 decimal
 * digits of the 4-byte value; each from either end. null: it is none.
 */
function uidsOf(plain: string): readonly string[] | null {
  const typed = plain.replace(/[\s:-]/g, '')
  const hex = /^(?:[0-9a-f]{8}|[0-9a-f]{14})$/.test(typed) ? typed : decimalUid(typed)
  if (hex === null) return null
  const upper = hex.toUpperCase()
  const fromTheEnd = (upper.match(/../g) ?? []).reverse().join('')
  return upper === fromTheEnd ? [upper] : [upper, fromTheEnd]
}

function decimalUid(typed: string): string | null {
  if (!/^\d{10}$/.test(typed) || Number(typed) > 0xffff_ffff) return null
  return Number(typed).toString(16).padStart(8, '0')
}

/** ISO 14443-3: a 4-byte UID that begins with 08 is made up at each tap and identifies nobody. */
function isRandom(uid: string): boolean {
  return uid.length === 8 && uid.startsWith('08')
}

function namesIn(plain: string): readonly string[] {
  const found = plain.replace(LABELS, ' ').match(NAME) ?? []
  return [...new Set(found.map(nameKey))].filter((name) => [...name].length > 1)
}
