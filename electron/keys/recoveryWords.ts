import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/simplified-chinese.js'

/** What was typed from the paper. */
export type RecoveredKey =
  | { readonly kind: 'key'; readonly privateKey: Uint8Array }
  /** in no word list, at this place, counted from 1 */
  | { readonly kind: 'unknown-character'; readonly character: string; readonly at: number }
  | { readonly kind: 'wrong-length'; readonly length: number }
  /** each is a known character, but not these together: misread, or in another order */
  | { readonly kind: 'wrong-checksum' }

const LENGTH = 24
const KNOWN = new Set(wordlist)

/**
 * The private half of a recovery pair as 24 characters to be kept on paper: BIP 39, its simplified
 * Chinese list of 2,048 common characters.
 * @param privateKey 32 bytes
 */
export function recoveryWords(privateKey: Uint8Array): string {
  if (privateKey.length !== 32) throw new RangeError('A recovery key has 32 bytes.')
  return entropyToMnemonic(privateKey, wordlist).replaceAll(' ', '')
}

/**
 * And back, however it was spaced. The checksum has 8 bits: one mistake in 256 passes it, and is told
 * by the box, which knows whose it is (`wrong-key` of sealedBox.ts).
 */
export function keyOfWords(typed: string): RecoveredKey {
  const characters = [...typed.replaceAll(/\s/gu, '')]
  const unknown = characters.findIndex((one) => !KNOWN.has(one))
  const character = characters[unknown]
  if (character !== undefined) return { kind: 'unknown-character', character, at: unknown + 1 }
  if (characters.length !== LENGTH) return { kind: 'wrong-length', length: characters.length }
  try {
    return { kind: 'key', privateKey: mnemonicToEntropy(characters.join(' '), wordlist) }
  } catch {
    return { kind: 'wrong-checksum' }
  }
}
