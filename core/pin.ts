import { parseCalendarDate } from './calendarDate.ts'

/**
 * Why a PIN is not taken. The trivial ones are what a guesser tries first, and ten tries are what a
 * guesser has.
 */
export type PinRefusal =
  | 'too-short'
  | 'too-long'
  | 'all-same' // 000000
  | 'straight-run' // 123456, 654321, 567890
  | 'repeated' // 121212, 123123
  | 'date' // 20131005, 131005

export type PinCheck =
  { readonly kind: 'fits' } | { readonly kind: 'refused'; readonly reason: PinRefusal }

const PIN_DIGITS = { least: 6, most: 12 } as const
/** Characters of a passphrase; the upper end only keeps a pasted page out. */
const PASSPHRASE = { least: 12, most: 128 } as const

/** One secret however it was typed: a Chinese input method gives full-width digits. */
export function normalisedPin(typed: string): string {
  return typed.normalize('NFKC')
}

/** May this be somebody's PIN? 6–12 digits, or a passphrase of at least 12 characters. */
export function checkPin(typed: string): PinCheck {
  const reason = refusal(normalisedPin(typed))
  return reason === null ? { kind: 'fits' } : { kind: 'refused', reason }
}

function refusal(pin: string): PinRefusal | null {
  // Digits alone are never a passphrase: 18 of them are an identity number.
  const onlyDigits = /^\d*$/.test(pin)
  const { least, most } = onlyDigits ? PIN_DIGITS : PASSPHRASE
  const characters = [...pin]
  if (characters.length < least) return 'too-short'
  if (characters.length > most) return 'too-long'
  if (new Set(characters).size === 1) return 'all-same'
  if (isStraightRun(characters, onlyDigits)) return 'straight-run'
  if (/^(.+?)\1+$/su.test(pin)) return 'repeated'
  return isDate(pin) ? 'date' : null
}

/** Up or down by one; digits go round as they lie on a keyboard: 7 8 9 0 1. */
function isStraightRun(characters: readonly string[], digits: boolean): boolean {
  const codes = characters.map((one) => one.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, n) => code - (codes[n] ?? 0))
  const all = (step: number): boolean =>
    steps.every((one) => one === step || (digits && one === -9 * step))
  return all(1) || all(-1)
}

function isDate(pin: string): boolean {
  const [, year, month, day] = /^((?:19|20)?\d{2})(\d{2})(\d{2})$/.exec(pin) ?? []
  if (year === undefined) return false
  const years = year.length === 4 ? [year] : [`19${year}`, `20${year}`]
  return years.some((one) => parseCalendarDate(`${one}-${month}-${day}`) !== null)
}

/** Where the system keeps no keys, digits alone are too few: hardening.md 3.4. @param pin one that fits */
export function isPassphrase(pin: string): boolean {
  return !/^\d*$/.test(normalisedPin(pin))
}
