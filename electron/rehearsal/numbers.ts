/**
 * Numbers of the rehearsal, unique by construction: `scatter` sends each ordinal to another place
 * of its space. All are computed, none is taken from a person or a card, so there is no list of
 * real numbers that they could be, or would have to be, checked against.
 */

/**
 * A shuffle of 0 … high × low − 1 that needs no memory: each round moves one half by an amount
 * that only the other half decides, so it can be undone and no two ordinals meet.
 */
function scatter(ordinal: number, seed: number, high: number, low: number): number {
  let upper = Math.floor(ordinal / low) % high
  let lower = ordinal % low
  for (let round = 1; round <= 3; round++) {
    upper = (upper + mixed(lower, seed + round)) % high
    lower = (lower + mixed(upper, seed - round)) % low
  }
  return upper * low + lower
}

function mixed(value: number, key: number): number {
  let hash = Math.imul(value ^ Math.imul(key, 0x85ebca6b), 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
  return (hash ^ (hash >>> 13)) >>> 0
}

const digits = (value: number, length: number): string => String(value).padStart(length, '0')
const hex = (value: number, length: number): string =>
  value.toString(16).toUpperCase().padStart(length, '0')

/**
 * 教育ID: 8 digits. Most begin with 3–9; one in a hundred with 0, and some look like a date,
 * which is what a birth-date password looks like (domain.md 5.1). `00…` and 2012 are left to cast.ts.
 */
export function educationId(person: number, seed: number): string {
  if (person % 97 === 5) return `0${1_000_000 + scatter(person, seed, 900, 10_000)}`
  if (person % 211 === 7) return dateLike(Math.floor(person / 211))
  return String(30_000_000 + scatter(person, seed, 7_000, 10_000))
}

const DAYS_2013_TO_2019 = 2556

function dateLike(nth: number): string {
  const day = (nth * 37) % DAYS_2013_TO_2019
  return new Date(Date.UTC(2013, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '')
}

/** 16 digits, 10007510… or 10007511… */
export function bmacNumber(card: number, seed: number): string {
  return `1000751${digits(scatter(card, seed, 20_000, 10_000), 9)}`
}

/** 19 digits of Beijing's T-Union issue. */
export function tUnionNumber(card: number, seed: number): string {
  return `31051700${digits(scatter(card, seed, 10_000_000, 10_000), 11)}`
}

/** A printed number is longer than the chip's, which is its beginning (cards.md 1.6 b). */
export function printedNumber(chipNumber: string, card: number, seed: number): string {
  return `${chipNumber}${digits(mixed(card, seed) % 10_000, 4)}`
}

/** First bytes of 4-byte UIDs: never 08 (random) nor 88 (cascade tag). */
const FIRST_BYTES = ['1A', '5C', '93', 'A3', 'D7', 'EE']

/** A fixed UID as a reader gives it: 7 bytes beginning 04, or 4 bytes. */
export function fixedUid(card: number, seed: number, bytes: 4 | 7): string {
  const unique = hex(scatter(card, seed, 0x1000, 0x1000), 6)
  return bytes === 4
    ? `${FIRST_BYTES[card % FIRST_BYTES.length] ?? '1A'}${unique}`
    : `04${hex(mixed(card, seed) % 0x10000, 4)}80${unique}`
}
