import {
  activeCards,
  cardIn,
  dataChanged,
  hasLeft,
  openApplicationIn,
  type CaseCard,
  type CaseState,
} from './caseState.ts'
import type { CaseCommands } from './commands.ts'
import type { Collector } from './collector.ts'
import {
  applicationMoved,
  done,
  moved,
  refused,
  type CaseContext,
  type CaseDecision,
  type CaseRefusal,
} from './decided.ts'
import type { CaseEvent } from './events.ts'
import { cancelOpen } from './unpaid.ts'

/** 领卡 in one gesture: the chip is proven and bound, who took it and what became of the old card is kept. */
export function handOver(
  state: CaseState,
  command: CaseCommands['card.handed-over'],
  context: CaseContext,
): CaseDecision {
  const { cardId, identifiers, collector, signature, oldCard, reason } = command
  const card = cardIn(state, cardId)
  const why = notToBeGiven(state, card, ['ARRIVED', 'WITH_TEACHER'], reason !== null, context)
  if (card === null || why !== null) return refused(why ?? 'card-unknown')
  const unproven = notProven(card, context)
  if (unproven !== null) return refused(unproven)
  return done(
    { ...collected(card, collector), oldCard, signature },
    ...given(state, card, identifiers),
  )
}

/** 班主任代领: out of the desk, not yet in the pupils' hands. */
export function takePack(
  state: CaseState,
  { cardId, teacher, signature }: CaseCommands['pack.taken'],
  context: CaseContext,
): CaseDecision {
  const card = cardIn(state, cardId)
  const why = notToBeGiven(state, card, ['ARRIVED'], false, context)
  if (card === null || why !== null) return refused(why ?? 'card-unknown')
  return done(moved(card, 'WITH_TEACHER'), {
    ...collected(card, { kind: 'class-teacher', name: teacher }),
    ...{ oldCard: null, signature },
  })
}

/** Each card of a pack: given by a tap, by the teacher's tick, or brought back. */
export function closePack(
  state: CaseState,
  { cardId, how, identifiers, oldCard }: CaseCommands['pack.closed'],
  context: CaseContext,
): CaseDecision {
  const card = cardIn(state, cardId)
  if (card?.state !== 'WITH_TEACHER') return refused('not-with-teacher')
  if (how === 'back') return done(moved(card, 'ARRIVED'))
  const why = notToBeGiven(state, card, ['WITH_TEACHER'], false, context)
  if (why !== null) return refused(why)
  const unproven = how === 'tap' ? notProven(card, context) : null
  if (unproven !== null) return refused(unproven)
  return done(
    { ...collected(card, { kind: 'student' }), oldCard, signature: null },
    ...given(state, card, how === 'tap' ? identifiers : []),
  )
}

/** Of a card that came without numbers the tap is the first to tell them: they may be no other card's. */
function notProven({ cardId }: CaseCard, { tapped, chipOf }: CaseContext): CaseRefusal | null {
  if (tapped !== cardId) return 'chip-not-proven'
  return chipOf.some((other) => other !== cardId) ? 'chip-of-another' : null
}

function notToBeGiven(
  state: CaseState,
  card: CaseCard | null,
  from: readonly CaseCard['state'][],
  overrides: boolean,
  { isSupervisor }: CaseContext,
): CaseRefusal | null {
  if (card === null) return 'card-unknown'
  if (!from.includes(card.state))
    return card.state === 'ACTIVE' ? 'handed-over-already' : 'not-arrived'
  if (state.pupil === null) return 'pupil-unknown'
  if (hasLeft(state)) return 'pupil-left'
  if (openApplicationIn(state)?.state === 'ON_HOLD') return 'on-hold'
  // Its face shows the former name: a supervisor decides (domain.md 5.7-16).
  if (dataChanged(state) && !(overrides && isSupervisor)) return 'data-changed'
  return null
}

/**
 * The card is in use; those it takes the place of are not any more, so that two are never good. Nobody pays for it
 * from now on: an order that may be paid is the city's to tell of (domain.md 5.7-14).
 */
function given(
  state: CaseState,
  card: CaseCard,
  identifiers: CaseCommands['card.handed-over']['identifiers'],
): readonly CaseEvent[] {
  const { cardId, studentId } = card
  const application = openApplicationIn(state)
  const old = replacedBy(state, card)
  const numbers: readonly CaseEvent[] =
    identifiers.length === 0 ? [] : [{ type: 'card-identified', cardId, studentId, identifiers }]
  const ends: readonly CaseEvent[] =
    application?.state === 'ARRIVED' && application.cardId === cardId
      ? [...cancelOpen(state, application), applicationMoved(application, 'HANDED_OVER')]
      : []
  return [...old.map((one) => moved(one, 'REPLACED')), moved(card, 'ACTIVE'), ...numbers, ...ends]
}

/** Whoever applied for it, here or in the app: a new card takes the place of every one the pupil had. */
function replacedBy(state: CaseState, { cardId }: CaseCard): readonly CaseCard[] {
  const appliedFor = openApplicationIn(state)?.reissue?.oldCardId
  return state.cards.filter((one) => {
    if (one.cardId === cardId) return false
    if (one.state !== 'DAMAGED') return ['ACTIVE', 'LOST', 'FOUND_HELD'].includes(one.state)
    // One that came broken was in nobody's hands: it goes back to the district.
    return one.before !== 'ARRIVED' || one.cardId === appliedFor
  })
}

const collected = ({ cardId, studentId }: CaseCard, collector: Collector) =>
  ({ type: 'collected', cardId, studentId, collector }) as const

/** Is there an old card to be asked about? */
export function oldCardOf(state: CaseState): CaseCard | null {
  const oldId = openApplicationIn(state)?.reissue?.oldCardId
  const old = oldId === undefined ? null : cardIn(state, oldId)
  const lost = state.cards.find(({ state: of }) => of === 'LOST' || of === 'FOUND_HELD')
  return old ?? activeCards(state)[0] ?? lost ?? null
}
