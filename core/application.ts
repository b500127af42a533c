import { assertNever } from './assertNever.ts'
import { cardInTheWay, type KnownCard } from './binding.ts'
import type { CalendarDate, EpochMs } from './calendarDate.ts'
import type { Fee } from './case/fee.ts'
import type { ConfirmationStanding } from './confirmation.ts'
import { noSlip, type ByWhomAndWhen } from './ownAct.ts'
import type { Enrolment } from './student.ts'

/** `new`: for newcomers, no loss, no fee; `reissue`: 补卡, for a card that is lost or broken (domain.md 5.3). */
export type ApplicationKind = 'new' | 'reissue'

/**
 * What is stored of 申请 (domain.md 5.3). Where a SUBMITTED one stands (waits for 制卡信息, for the window, for
 * the money) is derived: the clock never writes a row.
 */
export type ApplicationState =
  | 'DRAFT' // 待同意: a waived fee is proposed, and a supervisor has not agreed
  | 'SUBMITTED'
  | 'IN_PRODUCTION' // 制卡中
  | 'SHIPPED_TO_DISTRICT' // 已到区中心
  | 'ARRIVED' // 到校待领
  | 'HANDED_OVER' // 已领
  | 'CLOSED' // 办结: the pupil has the card
  | 'WITHDRAWN' // 撤回: found again, or on the pupil's wish
  | 'REJECTED' // 市级退回: photo or data
  | 'ON_HOLD' // 暂缓
  | 'EXPIRED_UNPAID' // 逾期未缴
  | 'TRANSFERRED' // 随学籍转出

/** What a 补卡 is for. */
export interface Reissue {
  /** the card that is lost or broken */
  readonly oldCardId: string
  readonly cause: 'lost' | 'damaged'
  readonly fee: Fee
}

/** 申请 (domain.md 5.3). At most one of a pupil is open (core/case/applicationStates.ts). */
export interface Application {
  readonly applicationId: string
  readonly studentId: string
  readonly kind: ApplicationKind
  readonly state: ApplicationState
  readonly stateAt: EpochMs
  readonly openedAt: EpochMs
  readonly openedBy: string | null
  /** the 制卡名单 it went to the city with; null: with none yet */
  readonly listId: string | null
  /** the card that is made, or that closed it; null: none yet */
  readonly cardId: string | null
  /** null: it is for a newcomer */
  readonly reissue: Reissue | null
  /** the 20 working days are counted from the day after; null: not in production yet */
  readonly producedFrom: CalendarDate | null
  /** when its card came to the school; null: it has not */
  readonly arrivedAt: EpochMs | null
  /** where an application ON_HOLD goes back to; null: it is not on hold */
  readonly heldFrom: ApplicationState | null
}

/** For a newcomer; a 补卡 is applied for in core/case/reissue.ts. */
export interface OpenApplication {
  readonly applicationId: string
  readonly studentId: string
  readonly kind: 'new'
}

export interface WithdrawApplication {
  readonly applicationId: string
  readonly studentId: string
  /** taken back by whoever opened it, within five minutes; else somebody has said why */
  readonly slip: boolean
}

/** All of them go to the city in one list; which these are was decided one by one. */
export interface ListApplications {
  readonly listId: string
  readonly applicationIds: readonly string[]
}

interface OfApplication {
  readonly applicationId: string
  readonly studentId: string
}

export type ApplicationEvent =
  | (OfApplication & { readonly type: 'application-opened'; readonly kind: 'new' })
  | (OfApplication & { readonly type: 'application-withdrawn' })
  | (OfApplication & { readonly type: 'application-listed'; readonly listId: string })

export type OpeningRefusal =
  | 'pupil-unknown'
  | 'pupil-left'
  | 'application-open'
  /** one pupil, one card (domain.md 5.2) */
  | 'pupil-holds-card'
  /** a card is lost, broken or on its way: that one is dealt with first */
  | 'pupil-awaits-card'

export type WithdrawalRefusal =
  /** there is none, or it is over */
  | 'not-open'
  /** the city has it */
  | 'listed'
  | 'somebody-elses'
  | 'too-late'

export type ListingRefusal =
  | 'not-open'
  | 'listed'
  | 'pupil-left'
  | 'not-confirmed'
  /** a 补卡 with a fee: the payment brings it to the city */
  | 'to-be-paid'

export type Decided<Refusal> =
  | { readonly kind: 'done'; readonly event: ApplicationEvent }
  | { readonly kind: 'refused'; readonly why: Refusal }

const refused = <Refusal>(why: Refusal): Decided<Refusal> => ({ kind: 'refused', why })
const done = (event: ApplicationEvent): Decided<never> => ({ kind: 'done', event })

/** What an opening is decided by. */
export interface OpeningState {
  /** null: not a pupil of the own school, or without 教育ID */
  readonly pupil: { readonly enrolment: Enrolment['kind'] } | null
  /** all cards the pupil has or had */
  readonly cards: readonly KnownCard[]
  /** the open one of the pupil; null: none is */
  readonly open: Application | null
}

export function decideOpening(
  { pupil, cards, open }: OpeningState,
  { applicationId, studentId, kind }: OpenApplication,
): Decided<OpeningRefusal> {
  if (pupil === null) return refused('pupil-unknown')
  if (pupil.enrolment === 'left') return refused('pupil-left')
  if (open !== null) return refused('application-open')
  const inTheWay = cardInTheWay(cards)
  if (inTheWay !== null) return refused(inTheWay.why)
  return done({ type: 'application-opened', applicationId, studentId, kind })
}

/**
 * @param application null: there is none
 * @param slip taken back by whoever opened it; else somebody has said why
 */
export function decideWithdrawal(
  application: Application | null,
  slip: boolean,
  context: ByWhomAndWhen,
): Decided<WithdrawalRefusal> {
  if (application?.state !== 'SUBMITTED' || application.kind !== 'new') return refused('not-open')
  if (application.listId !== null) return refused('listed')
  const { applicationId, studentId, openedAt: at, openedBy: operatorId } = application
  const why = slip ? noSlip({ at, operatorId }, context) : null
  return why === null
    ? done({ type: 'application-withdrawn', applicationId, studentId })
    : refused(why)
}

/** A card that is paid for is made by its payment, and goes with no list. */
export const goesByList = ({ reissue }: Application): boolean => (reissue?.fee.fen ?? 0) === 0

/** May it go to the city now? @param enrolment of its pupil */
export function decideListing(
  application: Application | null,
  enrolment: Enrolment['kind'],
  standing: ConfirmationStanding,
  listId: string,
): Decided<ListingRefusal> {
  if (application?.state !== 'SUBMITTED') return refused('not-open')
  if (application.listId !== null) return refused('listed')
  if (enrolment === 'left') return refused('pupil-left')
  if (!goesByList(application)) return refused('to-be-paid')
  if (standing.kind !== 'confirmed') return refused('not-confirmed')
  const { applicationId, studentId } = application
  return done({ type: 'application-listed', applicationId, studentId, listId })
}

/** @param now as it was; null: there was none. An event of another state of things changes nothing. */
export function applyToApplication(
  now: Application | null,
  event: ApplicationEvent,
  { at, operatorId }: ByWhomAndWhen,
): Application | null {
  switch (event.type) {
    case 'application-opened': {
      const { applicationId, studentId, kind } = event
      return (
        now ?? {
          ...{ applicationId, studentId, kind, state: 'SUBMITTED', stateAt: at },
          ...{ openedAt: at, openedBy: operatorId, listId: null, cardId: null },
          ...{ reissue: null, producedFrom: null, arrivedAt: null, heldFrom: null },
        }
      )
    }
    case 'application-withdrawn':
      return now?.state === 'SUBMITTED' ? { ...now, state: 'WITHDRAWN', stateAt: at } : now
    case 'application-listed':
      return now?.state === 'SUBMITTED' ? { ...now, listId: event.listId } : now
    default:
      return assertNever(event)
  }
}

/** A card became a pupil's, or is theirs no longer. */
export interface CardMoved {
  readonly cardId: string
  /** who has it now; null: nobody known */
  readonly to: string | null
  /** who had it; null: nobody known */
  readonly from: string | null
  readonly at: EpochMs
}

/**
 * A newcomer who has a card needs none: the application closes, and opens again where that was a slip. A 补卡 ends
 * by its hand-over.
 */
export function afterCard(now: Application, { cardId, to, from, at }: CardMoved): Application {
  if (now.kind !== 'new') return now
  if (now.state === 'SUBMITTED' && now.studentId === to)
    return { ...now, state: 'CLOSED', stateAt: at, cardId }
  if (now.state === 'CLOSED' && now.studentId === from && now.cardId === cardId)
    return { ...now, state: 'SUBMITTED', stateAt: at, cardId: null }
  return now
}

/** Where an open application stands. Derived: nothing is written when data or time go on. */
export type ApplicationStage = 'awaiting-info' | 'to-be-listed' | 'listed'

export function stageOf({ listId }: Application, standing: ConfirmationStanding): ApplicationStage {
  if (listId !== null) return 'listed'
  return standing.kind === 'confirmed' ? 'to-be-listed' : 'awaiting-info'
}
