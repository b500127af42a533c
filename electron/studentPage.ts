import { openApplicationOf } from '../db/applications.ts'
import { cardDataNow } from '../db/cardData.ts'
import { standingNow } from '../db/confirmationRows.ts'
import type { Database } from '../db/database.ts'
import { eventsOfStudent } from '../db/events.ts'
import { getCardFare } from '../db/cardFares.ts'
import { cardsOfStudent, identifiersOfCard } from '../db/cards.ts'
import { caseOf } from '../db/cases.ts'
import { basisStateOf } from '../db/legalBasis.ts'
import { ownPupil, studentsNamed } from '../db/students.ts'
import { tapsOfStudent } from '../db/taps.ts'
import { beijingDate, type EpochMs } from '../core/calendarDate.ts'
import type { Card, CardIdentifier, IdentifierKind } from '../core/card.ts'
import { inOrderOfCount } from '../core/cardThatCounts.ts'
import { newCardStanding, type NewCardStanding } from '../core/newCardStanding.ts'
import type { DeskEvent } from '../core/deskEvents.ts'
import { RULES_VERSION } from '../core/processingRules.ts'
import type { Student } from '../core/student.ts'
import type { CardShown, StudentLine, StudentPage, TimelineEntry } from '../core/studentShown.ts'
import { stepOfAct, timeline, TIMELINE_LENGTH } from '../core/timeline.ts'
import { validities } from '../core/validity.ts'
import { caseFacts, dayFacts } from './cases/caseFacts.ts'
import type { DeskDay } from './cases/caseParts.ts'
import { personShown, studentLine, tail, wholeEducationId } from './shown.ts'

/**
 * Everything the desk may show of one pupil; null: not one of the own school.
 *
 * @param clockBehind `now` is not to be believed: no fee window is told open by it
 */
export function studentPage(
  db: Database,
  studentId: string,
  now: EpochMs,
  clockBehind: boolean,
): StudentPage | null {
  const student = ownPupil(db, studentId)
  if (student === null) return null
  const cards = inOrderOfCount(cardsOfStudent(db, studentId)).map((card) => ({
    card,
    numbers: identifiersOfCard(db, card.id),
  }))
  const counts = cards[0]?.card ?? null
  const fare = counts === null ? null : getCardFare(db, counts.id)
  return {
    person: personShown(student),
    enrolment: student.enrolment,
    cards: cards.map(({ card, numbers }) => cardShown(card, numbers)),
    validities:
      counts === null ? null : validities(fare?.fare ?? null, counts, student, beijingDate(now)),
    transitReadAt: fare?.readAt ?? null,
    application: applicationOfPage(db, studentId),
    reissue: reissueOfPage(db, studentId, { today: beijingDate(now), clockBehind }),
    basis: basisStateOf(db, studentId, RULES_VERSION) ?? {
      kind: 'missing',
      need: 'school-basis',
    },
    sameName: othersNamed(db, student),
  }
}

/** What happened with a pupil of the own school and their cards, newest first; null: not one of them. */
export function historyOf(db: Database, studentId: string): readonly TimelineEntry[] | null {
  const student = ownPupil(db, studentId)
  if (student === null) return null
  const cards = inOrderOfCount(cardsOfStudent(db, studentId))
  const tails = new Map(cards.map(({ id }) => [id, cardTail(identifiersOfCard(db, id))]))
  const tailOf = (cardId: string | null): string | null => tails.get(cardId ?? '') ?? null
  const events = eventsOfStudent(db, studentId, TIMELINE_LENGTH)
  const isTold = (card: Card): boolean => events.some(({ event }) => broughtThere(event, card))
  return timeline(
    tapsOfStudent(db, studentId, TIMELINE_LENGTH).map(({ cardId, ...tap }) => ({
      kind: 'tap',
      ...tap,
      cardTail: tailOf(cardId),
    })),
    [
      ...cards
        .filter((card) => !isTold(card))
        .map(({ id, state, stateSince: at, stateBy: by }) => ({
          ...{ kind: 'card' as const, at, state, by },
          cardTail: tailOf(id),
        })),
      ...events.flatMap(({ event, at }) => stepOfAct(event, at) ?? []),
    ],
    student.enrolment,
  )
}

/** The act by which a card came into its state has a line of its own. */
function broughtThere(event: DeskEvent, { id, state }: Card): boolean {
  return event.type === 'card-state-changed' && event.cardId === id && event.to === state
}

/** The whole 教育ID of a pupil of the own school; elsewhere it is a tail. */
export function educationIdOf(db: Database, studentId: string): string | null {
  const student = ownPupil(db, studentId)
  return student === null ? null : wholeEducationId(student)
}

function applicationOfPage(db: Database, studentId: string): NewCardStanding | null {
  const application = openApplicationOf(db, studentId)
  const now = cardDataNow(db, studentId)
  if (application?.kind !== 'new' || now === null) return null
  return newCardStanding(application, standingNow(db, application, now.data), now.data)
}

function reissueOfPage(db: Database, studentId: string, on: DeskDay): StudentPage['reissue'] {
  if (openApplicationOf(db, studentId)?.kind !== 'reissue') return null
  const { stage, next } = caseFacts(db, caseOf(db, studentId), dayFacts(db, on))
  return stage === null || next === null ? null : { stage, next }
}

function othersNamed(db: Database, { id, name }: Student): readonly StudentLine[] {
  return studentsNamed(db, name)
    .filter((one) => one.id !== id)
    .map((one) => studentLine(one, cardsOfStudent(db, one.id)))
}

function cardShown(card: Card, numbers: readonly CardIdentifier[]): CardShown {
  const { id: cardId, state, stateSince, stateBy, faceValidTo, faceSchool } = card
  return {
    cardId,
    state,
    stateSince,
    stateBy,
    faceValidTo,
    faceSchool,
    numbers: KINDS.flatMap((kind) =>
      numbers.filter((one) => one.kind === kind).map(({ value }) => ({ kind, tail: tail(value) })),
    ),
  }
}

/** The chip's number first: its tail is what the verdict of a tap shows. */
const KINDS: readonly IdentifierKind[] = ['bmac', 't-union', 'printed', 'uid']

/** The tail a card goes by in a line. */
function cardTail(numbers: readonly CardIdentifier[]): string | null {
  const [first] = KINDS.flatMap((kind) => numbers.filter((one) => one.kind === kind))
  return first === undefined ? null : tail(first.value)
}
