import { assertNever } from '../../../core/assertNever.ts'
import type { BasisState, PupilBasis } from '../../../core/legalBasis.ts'
import { phrase, type DateWriter, type Phrase } from '../../locales/phrase.ts'

/** `quiet`: all is as it should be, and nobody has to look at it. */
export interface BasisWords {
  readonly quiet: boolean
  readonly state: Phrase
  /** why, or what to do; null: nothing to say */
  readonly why: Phrase | null
  /** what may be recorded next; null: nothing, at this page */
  readonly act: PupilBasis['kind'] | null
}

/** Where the legal basis of a pupil stands, in the words of the page. */
export function basisWords(basis: BasisState, dates: DateWriter): BasisWords {
  switch (basis.kind) {
    case 'recorded':
      return {
        quiet: true,
        state: phrase(`basis.recorded.${basis.by}`),
        why: null,
        act: 'withdrawn',
      }
    case 'missing':
      return {
        quiet: false,
        state: phrase(`basis.missing.${basis.need}`),
        why: basis.need === 'school-basis' ? phrase('basis.bySchool') : null,
        act: basis.need === 'school-basis' ? null : basis.need,
      }
    case 'needs-renewal':
      return {
        quiet: false,
        state: phrase('basis.renewal'),
        why: phrase(`basis.why.${basis.why}`),
        act: basis.need === 'school-basis' ? null : basis.need,
      }
    case 'withdrawn':
      return {
        quiet: false,
        state: phrase('basis.withdrawn', { day: dates.day(basis.at) }),
        why: phrase(basis.dutyRemains ? 'basis.dutyRemains' : 'basis.mustGo'),
        act: 'guardian-consent',
      }
    default:
      return assertNever(basis)
  }
}
