import { readCardNumber } from './rollFileNumber.ts'

/** Why a number somebody typed is none that stands on a card. */
export type CardNumberFault = 'card-number-malformed' | 'identity-number-in-column'

export type TypedCardNumber =
  | { readonly kind: 'read'; readonly value: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault'; readonly why: CardNumberFault }

/** The number at the foot of a card as somebody typed it, by the rule of the files: blanks between its digits count for nothing. */
export function readTypedCardNumber(text: string): TypedCardNumber {
  const read = readCardNumber(text)
  if (read.kind === 'read') return read
  if (read.kind === 'empty' || read.what.kind === 'card-number-missing') return { kind: 'none' }
  const isIdentity = read.what.kind === 'identity-number-in-column'
  return {
    kind: 'fault',
    why: isIdentity ? 'identity-number-in-column' : 'card-number-malformed',
  }
}
