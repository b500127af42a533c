import type { CardState } from '../../../core/card.ts'
import type { NewCardStanding } from '../../../core/newCardStanding.ts'
import type { CardShown, StudentPage } from '../../../core/studentShown.ts'
import { phrase, type DateWriter, type Phrase } from '../../locales/phrase.ts'

/** How a pupil stands with cards, in one word: it has a title and one next step in the locales. */
export type Standing =
  CardState | NewCardStanding | 'no-card' | 'two-cards' | 'face-expired' | 'gone'

/** How urgent it looks: verdict colours stay with verdicts. */
export type StandingMood = 'fine' | 'look' | 'info'

/** The person first, then a card that is applied for, then a double, then the card that counts. */
export function standingOf({ enrolment, cards, validities, application }: StudentPage): Standing {
  const [counts] = cards
  if (enrolment.kind === 'left') return 'gone'
  if (application !== null) return application
  if (counts === undefined) return 'no-card'
  if (cards.filter((card) => card.state === 'ACTIVE').length > 1) return 'two-cards'
  if (counts.state === 'ACTIVE' && validities?.face.kind === 'expired') return 'face-expired'
  return counts.state
}

const CALM: readonly Standing[] = [
  ...(['ORDERED', 'ARRIVED', 'WITH_TEACHER', 'no-card'] as const),
  ...(['awaiting-info', 'to-be-listed', 'listed'] as const),
]

export function moodOf(standing: Standing): StandingMood {
  if (standing === 'ACTIVE') return 'fine'
  return CALM.includes(standing) ? 'info' : 'look'
}

/** Since when and by whom the card that counts, or the pupil, is in this state. */
export function whyOf(page: StudentPage, dates: DateWriter): Phrase {
  const [counts] = page.cards
  if (page.enrolment.kind === 'left' || counts === undefined) return enrolmentPhrase(page, dates)
  return sincePhrase(counts, dates)
}

export function sincePhrase({ stateSince, stateBy }: CardShown, dates: DateWriter): Phrase {
  const day = dates.day(stateSince)
  return stateBy === null
    ? phrase('student.since', { day })
    : phrase('student.sinceBy', { day, by: stateBy })
}

/** A loss the desk was told of is a claim until the city confirms it. */
export function isClaimed({ state, stateBy }: CardShown): boolean {
  return state === 'LOST' && stateBy !== null
}

export function enrolmentPhrase({ enrolment }: StudentPage, dates: DateWriter): Phrase {
  const words = (kind: string, values = {}): Phrase => phrase(`student.enrolment.${kind}`, values)
  switch (enrolment.kind) {
    case 'enrolled':
      return words('enrolled')
    case 'temporary':
      return enrolment.until === null
        ? words('temporary')
        : words('temporaryUntil', { date: dates.date(enrolment.until) })
    case 'suspended':
      return words('suspended', { date: dates.date(enrolment.since) })
    case 'left':
      return leftPhrase(enrolment, words, dates)
  }
}

function leftPhrase(
  { on, why, to }: Extract<StudentPage['enrolment'], { readonly kind: 'left' }>,
  words: (kind: string, values: Readonly<Record<string, string>>) => Phrase,
  dates: DateWriter,
): Phrase {
  const date = dates.date(on)
  if (why === 'graduated') return words('graduated', { date })
  return to === null ? words('left', { date }) : words('leftTo', { date, to })
}
