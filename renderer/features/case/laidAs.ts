import type { PersonShown, TapShown } from '../../../core/tapShown.ts'
import type { VerdictKind } from '../../../core/verdict.ts'
import type { Doing } from './doing.ts'

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

export const leadsTo = ({ verdict }: TapShown): readonly Doing[] => LEADS_TO[verdict.kind] ?? []
