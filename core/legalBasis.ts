import type { EpochMs } from './calendarDate.ts'

/**
 * By what right the school processes a pupil's data (PIPL 13). What follows is material for a lawyer,
 * who must confirm it (hardening.md 3.1); what is not settled is marked [U].
 *
 * - `statutory-duty` PIPL 13(1)(3): keeping the roll and issuing student cards is the school's duty.
 *   Recorded once for the school, the consent of a pupil is then more than is asked. [U] whether that
 *   holds for sensitive data (PIPL 28, 29) without separate consent.
 * - `consent` PIPL 13(1)(1): of the guardian below 14 (PIPL 31), and separate, not within another
 *   consent (PIPL 29: all data of a pupil below 14 are sensitive, PIPL 28).
 */
export type Ground = 'statutory-duty' | 'consent'

/** Of what form a record is, and which text it was recorded under. No text of its own: nothing to type. */
interface Recorded {
  /** number of the processing-rules text in force then, 1, 2, … */
  readonly rulesVersion: number
  readonly recordedAt: EpochMs
  /** null: nobody was signed in */
  readonly recordedBy: string | null
}

/** What the school has recorded once for all its pupils. */
export interface SchoolBasis extends Recorded {
  readonly ground: Ground
}

/** What is recorded of one pupil. */
export type PupilBasis = Recorded &
  (
    | { readonly kind: 'guardian-consent'; readonly separate: boolean }
    | { readonly kind: 'own-consent'; readonly separate: boolean }
    | { readonly kind: 'withdrawn' }
  )

/**
 * The desk keeps no birth date (domain.md 5.1), so age is presumed from the grade: who begins grade 1
 * is six by 31 August, so everybody is 14 when grade 9 begins. Before it, and in no grade, a pupil
 * counts as below 14, which asks for more. [U] for pupils who skipped a grade.
 */
export type AgeBand = 'below-14' | 'from-14'

const FIRST_GRADE_FROM_14 = 9

/** @param grade 1–12, or null in no class */
export function ageBandOf(grade: number | null): AgeBand {
  return grade !== null && grade >= FIRST_GRADE_FROM_14 ? 'from-14' : 'below-14'
}

/** What a pupil's data rest on where the school asks for consent. */
export type BasisNeed = 'guardian-consent' | 'own-consent'

export type BasisState =
  /** by the school's duty, or by the pupil's own record */
  | { readonly kind: 'recorded'; readonly by: 'school' | 'pupil' }
  | { readonly kind: 'missing'; readonly need: 'school-basis' | BasisNeed }
  | { readonly kind: 'needs-renewal'; readonly why: RenewalReason; readonly need: RenewalNeed }
  /** `dutyRemains`: only what rested on consent must go (PIPL 15) */
  | { readonly kind: 'withdrawn'; readonly at: EpochMs; readonly dutyRemains: boolean }

type RenewalNeed = 'school-basis' | BasisNeed

export type RenewalReason =
  /** a newer processing-rules text is in force */
  | 'rules-changed'
  /** the guardian's, and the pupil is 14 by now. [U] whether theirs is needed then */
  | 'of-age'
  /** given within another consent, where a separate one is asked for */
  | 'not-separate'

export interface BasisFacts {
  /** null: the school has recorded nothing yet */
  readonly school: SchoolBasis | null
  readonly pupil: PupilBasis | null
  readonly age: AgeBand
  /** number of the processing-rules text in force */
  readonly rulesVersion: number
}

/** Where a pupil's legal basis stands. A withdrawal is said before everything else. */
export function basisState({ school, pupil, age, rulesVersion }: BasisFacts): BasisState {
  const duty = school?.ground === 'statutory-duty'
  if (pupil?.kind === 'withdrawn')
    return { kind: 'withdrawn', at: pupil.recordedAt, dutyRemains: duty }
  if (school === null) return { kind: 'missing', need: 'school-basis' }
  if (school.rulesVersion < rulesVersion)
    return { kind: 'needs-renewal', why: 'rules-changed', need: 'school-basis' }
  if (duty) return { kind: 'recorded', by: 'school' }

  const need: BasisNeed = age === 'below-14' ? 'guardian-consent' : 'own-consent'
  const notTheirs = age === 'below-14' && pupil?.kind === 'own-consent' // only a guardian can (PIPL 31)
  if (pupil === null || notTheirs) return { kind: 'missing', need }
  const why = renewalReason(pupil, age, rulesVersion)
  return why === null ? { kind: 'recorded', by: 'pupil' } : { kind: 'needs-renewal', why, need }
}

function renewalReason(
  pupil: Exclude<PupilBasis, { readonly kind: 'withdrawn' }>,
  age: AgeBand,
  rulesVersion: number,
): RenewalReason | null {
  if (pupil.rulesVersion < rulesVersion) return 'rules-changed'
  if (pupil.kind === 'guardian-consent' && age === 'from-14') return 'of-age'
  return age === 'below-14' && !pupil.separate ? 'not-separate' : null
}

/** The pupil's data must go: nothing carries them any more (PIPL 47(1)(3)). */
export function mustDelete(state: BasisState): boolean {
  return state.kind === 'withdrawn' && !state.dutyRemains
}
