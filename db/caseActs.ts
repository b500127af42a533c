import { beijingDate } from '../core/calendarDate.ts'
import { openApplicationIn, type CaseState } from '../core/case/caseState.ts'
import type { CaseCommand, CaseCommandType } from '../core/case/commands.ts'
import type { CaseContext, CaseDecision, CaseRefusal } from '../core/case/decided.ts'
import { decideCase } from '../core/case/decideCase.ts'
import type { CaseEvent } from '../core/case/events.ts'
import { beginNow } from '../core/case/orderedCard.ts'
import { byRollOfItsDay, rollOfItsDay } from '../core/case/rollOfItsDay.ts'
import type { CaseActMade } from '../core/case/undoCase.ts'
import type { AuditKind } from '../core/audit.ts'
import type { RecordConfirmation } from '../core/confirmation.ts'
import { byAct, storeAct, type ActToStore, type ByAct } from './acts.ts'
import { openApplicationOf } from './applications.ts'
import { showOnLists } from './arrivedOn.ts'
import { cardsNumbered } from './cards.ts'
import { showCaseEvents } from './caseEvents.ts'
import { caseOf } from './cases.ts'
import type { Database } from './database.ts'
import { actMade, eventsOfAct } from './events.ts'

/** What the desk adds to the case and the command before an act is decided. */
export type CaseConditions = Omit<CaseContext, 'at' | 'operatorId' | 'today' | 'chipOf'>

/**
 * An act on a pupil's case: decided, queued, shown and logged in one transaction.
 *
 * @param order `reason`: why, where the act takes one
 * @throws DeskError; then nothing was done
 */
export function storeCaseAct(
  db: Database,
  order: ActToStore & {
    readonly command: CaseCommand
    readonly conditions: CaseConditions
    readonly reason: string | null
  },
): CaseDecision {
  const { command, conditions, reason } = order
  const { studentId } = command.payload
  const act = byAct(order)
  return storeAct(
    db,
    order,
    'The act was not stored',
    () => {
      const made = command.type === 'case.undone' ? caseActMade(db, command.payload) : null
      const chipOf =
        'identifiers' in command.payload ? cardsNumbered(db, command.payload.identifiers) : []
      const context = { ...conditions, ...act, today: beijingDate(act.at), chipOf }
      return decideCase(caseOf(db, studentId), command, context, made)
    },
    ({ events }) => ({
      command: asStored(db, command, conditions),
      show(by) {
        showCaseEvents(db, studentId, events, by)
        showOnLists(db, command, events, by)
      },
      audit: { kind: auditKindOf(command), studentId, about: aboutOf(command), reason },
    }),
  )
}

/** With what it was decided by that no later reader could know: a supervisor who did it, the roll of the day. */
function asStored(
  db: Database,
  command: CaseCommand,
  { isSupervisor }: CaseConditions,
): CaseCommand {
  if (command.type === 'reissue.applied' && command.payload.waiver !== null)
    return { ...command, payload: { ...command.payload, agreed: isSupervisor } }
  if (!BY_THE_ROLL.includes(command.type)) return command
  const roll = rollOfItsDay(caseOf(db, command.payload.studentId))
  return { ...command, payload: { ...command.payload, roll } } as CaseCommand
}

/** By another roll they come to something else, and are not always refused. */
const BY_THE_ROLL: readonly CaseCommandType[] = [
  ...(['payment.told', 'card.returned', 'card.voided'] as const),
  ...(['application.transferred', 'application.held'] as const),
]

/** Whose act it was and what it came to; another pupil's is none, and so is what was no act on a case. */
function caseActMade(
  db: Database,
  { undoes, studentId }: { readonly undoes: string; readonly studentId: string },
): CaseActMade | null {
  const made = actMade(db, undoes)
  if (made?.event.studentId !== studentId || !isCaseCommand(made.type)) return null
  const events = eventsOfAct(db, undoes).map(({ event }) => event as CaseEvent)
  return { type: made.type, at: made.at, operatorId: made.operatorId, events }
}

const isCaseCommand = (type: string | null): type is CaseCommandType =>
  type !== null && Object.hasOwn(CASE_AUDIT, type)

/**
 * 制卡信息 is confirmed: what was paid for already goes into production now, counted from this day. Inside the
 * transaction of the confirmation, and of one that is found again: by whatever roll, it was confirmed then.
 */
export function beginOnceConfirmed(
  db: Database,
  { studentId, version, outcome }: RecordConfirmation,
  act: ByAct,
): void {
  if (outcome.kind !== 'confirmed') return
  begin(db, { ...caseOf(db, studentId), standing: { kind: 'confirmed', version } }, studentId, act)
}

/** The roll or a photo says again what was confirmed. Inside the transaction of that act. */
export function beginOnceRollAgrees(db: Database, studentId: string, act: ByAct): void {
  // Of a whole roll few have one, and a case is gathered from six tables.
  if (openApplicationOf(db, studentId) === null) return
  begin(db, caseOf(db, studentId), studentId, act)
}

function begin(db: Database, state: CaseState, studentId: string, act: ByAct): void {
  const application = openApplicationIn(state)
  if (application === null) return
  const events = beginNow(state, application, beijingDate(act.at))
  if (events.length > 0) showCaseEvents(db, studentId, events, act)
}

const auditKindOf = ({ type }: CaseCommand): AuditKind => CASE_AUDIT[type]

/** The row of the log, by command. */
const CASE_AUDIT: Readonly<Record<CaseCommand['type'], AuditKind>> = {
  'loss.reported': 'loss-reported',
  'loss.lifted': 'loss-lifted',
  'replaced.reactivated': 'replaced-reactivated',
  'card.found': 'card-found',
  'found.claimed': 'found-claimed',
  'card.damaged': 'card-damaged',
  'card.returned': 'card-returned',
  'card.voided': 'card-voided',
  'two-cards.settled': 'two-cards-settled',
  'reissue.applied': 'reissue-applied',
  'waiver.decided': 'waiver-decided',
  'reissue.withdrawn': 'application-withdrawn',
  'application.held': 'application-held',
  'application.transferred': 'application-transferred',
  'order.opened': 'order-opened',
  'order.moved': 'order-moved',
  'order.claimed': 'payment-claimed',
  'payment.told': 'payment-told',
  'application.told': 'city-told',
  'card.arrived': 'card-arrived',
  'card.handed-over': 'card-handed-over',
  'pack.taken': 'pack-taken',
  'pack.closed': 'pack-closed',
  'case.undone': 'case-undone',
}

export const CASE_COMMANDS = Object.keys(CASE_AUDIT) as readonly CaseCommandType[]

/** An id, never a name or a number of a person. */
function aboutOf({ type, payload }: CaseCommand): string {
  if (type === 'case.undone') return payload.undoes
  if (type === 'application.told') return payload.word
  if ('cardId' in payload) return payload.cardId
  return 'orderId' in payload ? payload.orderId : payload.applicationId
}

/**
 * Found again after a loss. What was done stands: the conditions it was decided under (the card on the reader, a
 * supervisor, an open window) were met then, and are not asked for again; the case itself is.
 */
export function replayCaseAct(db: Database, command: CaseCommand, act: ByAct): void {
  const { studentId } = command.payload
  const tapped = 'cardId' in command.payload ? command.payload.cardId : null
  const context: CaseContext = {
    ...{ at: act.at, operatorId: act.operatorId, today: beijingDate(act.at) },
    ...{
      isSupervisor: !isProposal(command),
      tapped,
      chipOf: [],
      window: () => 'open',
      clockBehind: false,
    },
    ...{ online: true, mayReactivate: true },
  }
  const made = command.type === 'case.undone' ? caseActMade(db, command.payload) : null
  // It was in time when it was made.
  const by = made === null ? context : { ...context, at: made.at, operatorId: made.operatorId }
  const roll = 'roll' in command.payload ? command.payload.roll : undefined
  const here = caseOf(db, studentId)
  const state = roll === undefined ? here : byRollOfItsDay(here, roll, context.today)
  const now = decideCase(state, command, by, made)
  // The roll may have gone on since: what was handed over or paid for was so by the roll of its day.
  const decision =
    now.kind === 'refused' && OF_THE_ROLL.includes(now.why)
      ? decideCase({ ...state, ...BY_THE_ROLL_OF_ITS_DAY }, command, by, made)
      : now
  if (decision.kind === 'refused') return
  showCaseEvents(db, studentId, decision.events, act)
  showOnLists(db, command, decision.events, act)
}

const isProposal = (command: CaseCommand): boolean =>
  command.type === 'reissue.applied' && command.payload.agreed === false

const OF_THE_ROLL: readonly CaseRefusal[] = ['pupil-left', 'data-changed', 'not-confirmed']
const BY_THE_ROLL_OF_ITS_DAY: Pick<CaseState, 'pupil' | 'standing'> = {
  pupil: { enrolment: { kind: 'enrolled' } },
  standing: { kind: 'confirmed', version: 1 },
}
