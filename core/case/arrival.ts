import type { DeskEvent } from '../deskEvents.ts'
import {
  cardFor,
  cardIn,
  isHere,
  openApplicationIn,
  type CaseCard,
  type CaseState,
} from './caseState.ts'
import type { CaseCommands } from './commands.ts'
import {
  applicationMoved,
  done,
  moved,
  refused,
  type CaseContext,
  type CaseDecision,
} from './decided.ts'
import type { CaseEvent } from './events.ts'
import { applicationMay } from './applicationStates.ts'

/**
 * 到卡: a card lies at school, which is a fact whatever the desk knew of it. The one that is on its way to the
 * pupil has arrived; where none is, the city made one the desk had not heard of.
 */
export function receiveCard(
  state: CaseState,
  { cardId, studentId, identifiers }: CaseCommands['card.arrived'],
  { chipOf }: CaseContext,
): CaseDecision {
  if (state.pupil === null) return refused('pupil-unknown')
  const known = cardIn(state, cardId) ?? onItsWay(state)
  if (known !== null) {
    if (isHere(known)) return refused('arrived-already')
    if (known.state !== 'ORDERED' && known.state !== 'RETURNED')
      return refused('handed-over-already')
  }
  const id = known?.cardId ?? cardId
  if (chipOf.some((other) => other !== id)) return refused('chip-of-another')
  const comes: CaseEvent =
    known === null
      ? { type: 'card-made', cardId, studentId, state: 'ARRIVED' }
      : moved(known, 'ARRIVED')
  const numbers: readonly CaseEvent[] =
    identifiers.length === 0
      ? []
      : [{ type: 'card-identified', cardId: id, studentId, identifiers }]
  return done(comes, ...numbers, ...awaited(state, id))
}

/** The card that came by this act; null: none did. */
export function cardThatCame(events: readonly DeskEvent[]): string | null {
  for (const event of events) {
    if (event.type === 'card-made' && event.state === 'ARRIVED') return event.cardId
    if (event.type === 'card-state-changed' && event.to === 'ARRIVED') return event.cardId
  }
  return null
}

/** The card that is made for the open application, else for the last that moved with the roll; null: none is. */
export function onItsWay(state: CaseState): CaseCard | null {
  const open = openApplicationIn(state)
  const card = open === null ? null : cardFor(state, open)
  if (card?.state === 'ORDERED' || card?.state === 'RETURNED') return card
  const gone = state.applications.findLast(({ state: of }) => of === 'TRANSFERRED')
  const made = gone === undefined ? null : cardFor(state, gone)
  // What was sent on is the new school's; only what is still being made may come here.
  return made?.state === 'ORDERED' ? made : null
}

function awaited(state: CaseState, cardId: string): readonly CaseEvent[] {
  const application = openApplicationIn(state)
  if (application === null || !applicationMay(application.state, 'ARRIVED')) return []
  if (isHere(cardFor(state, application))) return []
  const { applicationId, studentId } = application
  const assigned: readonly CaseEvent[] =
    application.cardId === cardId
      ? []
      : [{ type: 'card-assigned', applicationId, studentId, cardId, before: application.cardId }]
  // What is on hold stays so: the card lies at school until somebody decides.
  if (application.state === 'ON_HOLD') return assigned
  return [...assigned, applicationMoved(application, 'ARRIVED')]
}
