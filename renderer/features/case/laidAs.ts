import type { PersonShown, TapShown } from '../../../core/tapShown.ts'
import type { VerdictKind } from '../../../core/verdict.ts'
import type { CaseShown } from '../../../core/caseRequests.ts'
import type { Doing, Offer } from './doing.ts'

/** The acts for which a card is laid down, and what its tap then says of it. */
const WAITS_FOR: Readonly<Partial<Record<Doing, readonly VerdictKind[]>>> = {
  'lift-loss': ['lost'],
  reactivate: ['replaced'],
  'claim-found': ['found-held'],
  'hand-over': ['not-handed-over', 'unknown-card'],
  'close-pack': ['not-handed-over', 'unknown-card'],
}

/** What a card leads to that is laid down before anybody has chosen. */
const LEADS_TO: Readonly<Partial<Record<VerdictKind, readonly Doing[]>>> = {
  lost: ['lift-loss'],
  'found-held': ['claim-found'],
  'not-handed-over': ['hand-over', 'close-pack'],
  replaced: ['take-found'],
}

/** What lies on the reader, to somebody who looks at this pupil's case. */
export type LaidAs =
  /** it can be the card that is waited for: the desk proves it */
  | { readonly kind: 'fits' }
  /** this pupil's, and not the one that is waited for */
  | { readonly kind: 'own'; readonly verdict: VerdictKind }
  | { readonly kind: 'of-another'; readonly person: PersonShown }
  /** not read, or of a card nobody is named by */
  | { readonly kind: 'nobody'; readonly verdict: VerdictKind }

export function laidAs(
  { person, verdict: { kind: verdict } }: TapShown,
  studentId: string,
  doing: Doing | null,
): LaidAs {
  const waited = doing === null ? [] : (WAITS_FOR[doing] ?? [])
  if (person !== null && person.studentId !== studentId) return { kind: 'of-another', person }
  // A new card may bring a chip nobody has on record yet: then nobody is named by it.
  if (waited.includes(verdict)) return { kind: 'fits' }
  return person === null ? { kind: 'nobody', verdict } : { kind: 'own', verdict }
}

/** What can be done with the very card that was laid down stands before the same with another one. */
export function laidFirst(
  offers: readonly Offer[],
  { cards }: CaseShown,
  laid: TapShown | null,
): readonly Offer[] {
  const tail = laid?.numberTail ?? null
  const theirs = cards.find((card) => tail !== null && card.tail === tail)?.cardId
  const rank = ({ target }: Offer): number => (target === theirs ? 0 : 1)
  return offers.toSorted((a, b) => rank(a) - rank(b))
}

export const leadsTo = ({ verdict }: TapShown): readonly Doing[] => LEADS_TO[verdict.kind] ?? []
