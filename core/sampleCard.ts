import type { CardFamily } from './cardRead.ts'
import type { VerdictKind } from './verdict.ts'

/**
 * The sample cards of the rehearsal school, one for each thing a tap can mean and for the cases
 * of domain.md 5.7 that a clerk should have seen once. Their titles are in renderer/locales.
 */
export type SampleId =
  | 'valid'
  | 'valid-rare-name'
  | 'valid-long-name'
  | 'valid-polyphone'
  | 'valid-t-union'
  | 'valid-m1'
  | 'valid-former-school'
  | 'valid-temporary'
  | 'valid-suspended'
  | 'valid-transit-expired'
  | 'same-name-1'
  | 'same-name-2'
  | 'lost'
  | 'replaced'
  | 'ordered'
  | 'arrived'
  | 'with-teacher'
  | 'damaged'
  | 'void'
  | 'found-held'
  | 'transferred'
  | 'graduated'
  | 'wrong-school'
  | 'unknown'
  | 'chip-mismatch'
  | 'holds-two'
  | 'face-expired'
  | 'phone'
  | 'other-cpu'
  | 'two-cards'
  | 'pulled-away'
  | 'garbage'

/** A card to tap by clicking. */
export interface SampleCard {
  readonly id: SampleId
  readonly family: CardFamily | null
  /** what the desk must answer: the tour and the tests hold it to that */
  readonly expect: VerdictKind
  readonly name: string | null
  readonly className: string | null
}
