import type { PlainTrouble } from './rollFileTroubles.ts'

/** What is wrong with a line of what the city tells. No text of it is in the word. */
export const CITY_TROUBLES = [
  'formula', // nothing computed is believed
  'number-damaged', // 1.10101E+17
  'merged-cell',
  'cell-error',
  'cell-too-long',
  'education-id-missing',
  'education-id-malformed',
  'leading-zero-lost',
  'identity-number-in-column',
  'education-id-twice', // in a list of cards: one pupil, two cards
  'amount-missing',
  'amount-malformed',
  'amount-negative', // and it is no refund
  'date-missing',
  'date-unknown',
  'result-missing',
  'result-unknown',
  'card-number-malformed',
  'card-number-twice',
] as const
export type CityTrouble = (typeof CITY_TROUBLES)[number]

/** A trouble of a cell as one of a line. */
export function cityTrouble(kind: PlainTrouble): CityTrouble {
  return CITY_TROUBLES.find((one) => one === kind) ?? 'cell-error'
}
