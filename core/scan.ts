import { parseCalendarDate } from './calendarDate.ts'
import { fold, nameKey } from './searchText.ts'

/** What a scanned code, or a number a reader typed, could mean. Nothing is looked up yet. */
export interface ScannedText {
  /** 8 digits each */
  readonly educationIds: readonly string[]
  /** 16–20 digits each: of a chip, or printed */
  readonly cardNumbers: readonly string[]
  /** upper-case hex, in every order a reader could have typed it; none of them random */
  readonly uids: readonly string[]
  /** a number the desk does not keep: a 身份证号, a 学籍号, a bar code of goods, a chip's random UID */
  readonly otherNumbers: boolean
  /** as compared (core/searchText.ts); labels and schools may be among them */
  readonly names: readonly string[]
}

/** 全国学籍号, G, L or J and the number of an identity card; or that number alone. */
const NATIONAL = /([glj])?(?<!\d)\d{6}(\d{4})(\d\d)(\d\d)\d{3}[\dx](?!\d)/g
const BIRTH_YEAR = /^(?:19|20)/
/** Fewer digits are a version or a page of a URL, no number of anything. */
const LEAST_DIGITS = 6
const EDUCATION_ID = { least: 8, most: 8 }
const CARD_NUMBER = { least: 16, most: 20 }
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
  const lookedUp = withoutNational(plain)
  const numbers = typedByReader ? [] : [...new Set(lookedUp.match(/\d+/g))]
  const educationIds = numbers.filter((one) => isAs(one, EDUCATION_ID))
  const cardNumbers = numbers.filter((one) => isAs(one, CARD_NUMBER))
  const others = numbers.filter(
    (one) =>
      one.length >= LEAST_DIGITS && !educationIds.includes(one) && !cardNumbers.includes(one),
  )
  return {
    educationIds,
    cardNumbers,
    uids: (uids ?? []).filter((uid) => !isRandom(uid)),
    otherNumbers: uids !== null || lookedUp !== plain || others.length > 0,
    names: namesIn(plain),
  }
}

function isAs(
  { length }: string,
  form: { readonly least: number; readonly most: number },
): boolean {
  return length >= form.least && length <= form.most
}

/** Whose it is, only the city knows. Without a letter it is told from a card's by the day of birth. */
function withoutNational(plain: string): string {
  return plain.replace(
    NATIONAL,
    (whole, letter: string | undefined, year: string, month: string, day: string) => {
      const born = parseCalendarDate(`${year}-${month}-${day}`)
      return letter !== undefined || (born !== null && BIRTH_YEAR.test(year)) ? ' ' : whole
    },
  )
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
