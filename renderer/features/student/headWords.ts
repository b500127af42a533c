import type { CardState } from '../../../core/card.ts'
import type { CaseStage } from '../../../core/case/caseStage.ts'
import type { CardShown, StudentPage } from '../../../core/studentShown.ts'
import { phrase, type DateWriter, type Phrase } from '../../locales/phrase.ts'
import {
  isClaimed,
  moodOf,
  sincePhrase,
  standingOf,
  whyOf,
  type Standing,
  type StandingMood,
} from './standing.ts'

/** What the top of a pupil's page says. */
export interface HeadWords {
  readonly standing: Standing | 'reissue'
  readonly mood: StandingMood
  /** it speaks of the card in the clerk's hand, which is not the one that counts */
  readonly ofScanned: boolean
  readonly title: Phrase
  readonly why: Phrase
  readonly claimed: boolean
  readonly next: Phrase
}

/**
 * The pupil's standing; but who scans an old card holds that one, and must not read that all is well.
 *
 * @param scanned the card that was scanned to find the pupil; null: found otherwise
 */
export function headWords(page: StudentPage, scanned: string | null, dates: DateWriter): HeadWords {
  const standing = standingOf(page)
  const [counts] = page.cards
  const other = page.cards.slice(1).find(({ cardId }) => cardId === scanned)
  // A pupil who has left, and two cards in use, are said whichever card was scanned.
  if (
    counts !== undefined &&
    other !== undefined &&
    other.state !== 'ACTIVE' &&
    standing !== 'gone'
  )
    return {
      standing: other.state,
      mood: 'look',
      ofScanned: true,
      title: phrase(`cardState.${other.state}`),
      why: sincePhrase(other, dates),
      claimed: isClaimed(other),
      next: nextOf(other, counts),
    }
  if (page.reissue !== null && standing !== 'gone' && standing !== 'two-cards')
    return reissueWords(page, page.reissue, dates)
  return {
    standing,
    mood: moodOf(standing),
    ofScanned: false,
    title: phrase(`standing.${standing}.title`),
    why: whyOf(page, dates),
    claimed: standing === 'LOST' && counts !== undefined && isClaimed(counts),
    next: phrase(`standing.${standing}.next`),
  }
}

/** An application for another card goes on: it says more than the card that is gone. */
function reissueWords(
  page: StudentPage,
  { stage, next }: NonNullable<StudentPage['reissue']>,
  dates: DateWriter,
): HeadWords {
  const [counts] = page.cards
  return {
    standing: 'reissue',
    mood: WANTS_A_LOOK.has(stage) ? 'look' : 'info',
    ofScanned: false,
    title: phrase(`caseWords.stage.${stage}`),
    why: whyOf(page, dates),
    claimed: counts !== undefined && isClaimed(counts),
    next: phrase(`caseWords.next.${next}`),
  }
}

const WANTS_A_LOOK: ReadonlySet<CaseStage> = new Set([
  ...(['draft', 'disputed', 'payment-unknown', 'card-failed', 'on-hold'] as const),
])

const COMING: readonly CardState[] = ['WITH_TEACHER', 'ARRIVED', 'ORDERED', 'FAILED']

/** What becomes of a card that does not count hangs on the one that does. */
function nextOf(other: CardShown, counts: CardShown): Phrase {
  if (COMING.includes(other.state)) return phrase(`standing.${other.state}.next`)
  if (counts.state === 'ACTIVE') return phrase('scannedNext.inUse')
  return phrase(COMING.includes(counts.state) ? 'scannedNext.coming' : 'scannedNext.none')
}
