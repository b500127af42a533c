import { assertNever } from '../../../core/assertNever.ts'
import type { CalendarDate } from '../../../core/calendarDate.ts'
import { present } from '../../../core/presentation.ts'
import type { TapShown } from '../../../core/tapShown.ts'
import type { ValidNote, Verdict } from '../../../core/verdict.ts'
import { phrase, type DateWriter, type Phrase } from '../../locales/phrase.ts'

export interface VerdictPhrases {
  /** two to six large characters */
  readonly title: Phrase
  readonly why: Phrase
  /** the one clear line */
  readonly next: Phrase
}

/** Everything said of a verdict. A new kind does not compile until it has its words. */
export function verdictPhrases(tap: TapShown, dates: DateWriter): VerdictPhrases {
  return { title: titleOf(tap.verdict), why: whyOf(tap.verdict, dates), next: nextOf(tap) }
}

/** A report of ours is a claim until the city confirms it; what came from the city is not. */
export function isClaim(verdict: Verdict): boolean {
  return verdict.kind === 'lost' && verdict.by !== null
}

export function notePhrase(note: ValidNote, dates: DateWriter): Phrase {
  switch (note.kind) {
    case 'face-of-former-school':
      return phrase('note.face-of-former-school', { school: note.school })
    case 'temporary-enrolment':
      return note.until === null
        ? phrase('note.temporary-enrolment')
        : phrase('note.temporary-until', { date: dates.date(note.until) })
    case 'suspended':
      return phrase('note.suspended', { date: dates.date(note.since) })
    default:
      return assertNever(note)
  }
}

function titleOf(verdict: Verdict): Phrase {
  return verdict.kind === 'void'
    ? phrase(`verdict.void.${verdict.state}.title`)
    : phrase(`verdict.${verdict.kind}.title`)
}

function whyOf(verdict: Verdict, dates: DateWriter): Phrase {
  switch (verdict.kind) {
    case 'lost':
      return verdict.by === null
        ? phrase('verdict.lost.why', { day: dates.day(verdict.since) })
        : phrase('verdict.lost.claim', { day: dates.day(verdict.since), by: verdict.by })
    case 'replaced':
    case 'found-held':
      return phrase(`verdict.${verdict.kind}.why`, { day: dates.day(verdict.since) })
    case 'not-handed-over':
      return phrase(`verdict.not-handed-over.${verdict.state}`)
    case 'void':
      return phrase(`verdict.void.${verdict.state}.why`)
    case 'left':
      return leftWhy(verdict.on, verdict.to, dates)
    case 'wrong-school':
      return verdict.school === null
        ? phrase('verdict.wrong-school.why')
        : phrase('verdict.wrong-school.school', { school: verdict.school })
    case 'face-expired':
      return phrase('verdict.face-expired.why', { date: dates.date(verdict.on) })
    case 'unreadable':
      return phrase(`verdict.unreadable.${verdict.why}`)
    case 'valid':
    case 'unknown-card':
    case 'chip-mismatch':
    case 'holds-two':
    case 'temporary-number':
    case 'two-cards':
      return phrase(`verdict.${verdict.kind}.why`)
    default:
      return assertNever(verdict)
  }
}

function leftWhy(on: CalendarDate | null, to: string | null, dates: DateWriter): Phrase {
  if (on === null) return phrase('verdict.left.why')
  return to === null
    ? phrase('verdict.left.on', { date: dates.date(on) })
    : phrase('verdict.left.to', { date: dates.date(on), to })
}

/** The step of core/presentation.ts, in nearer words where the state asks for them. */
function nextOf(tap: TapShown): Phrase {
  const nearer = nearerStep(tap)
  return phrase(
    nearer === null ? `nextStep.${present(tap.verdict.kind).nextStep}` : `nextStepOf.${nearer}`,
  )
}

function nearerStep({ verdict, person }: TapShown): string | null {
  switch (verdict.kind) {
    case 'valid':
      return person?.hasPhoto === true ? null : 'noPhoto'
    case 'not-handed-over':
      return verdict.state === 'ARRIVED' ? null : verdict.state
    case 'void':
      return verdict.state === 'RETURNED' ? verdict.state : null
    case 'face-expired':
      return verdict.kind
    case 'unreadable':
      return verdict.why === 'reader' ? verdict.why : null
    default:
      return null
  }
}
