import { assertNever } from './assertNever.ts'
import { cardInTheWay, type KnownCard } from './binding.ts'
import type { EpochMs } from './calendarDate.ts'
import type { ConfirmationStanding } from './confirmation.ts'
import { noSlip, type ByWhomAndWhen } from './ownAct.ts'
import type { Enrolment } from './student.ts'

/** 制卡 for newcomers: no loss, no fee (domain.md 5.3). */
export type ApplicationKind = 'new'

/** 申请 (domain.md 5.3). At most one of a pupil is open, which is SUBMITTED. */
export interface Application {
  readonly applicationId: string
  readonly studentId: string
  readonly kind: ApplicationKind
  /**
   * - `WITHDRAWN` by whoever opened it, or on the pupil's wish
   * - `CLOSED`    the pupil has the card
   *
   * What the city makes of it (制卡中) comes from the city, never from the desk's clock.
   */
  readonly state: 'SUBMITTED' | 'WITHDRAWN' | 'CLOSED'
  readonly stateAt: EpochMs
  readonly openedAt: EpochMs
  readonly openedBy: string | null
  /** the 制卡名单 it went to the city with; null: with none yet */
  readonly listId: string | null
  /** the card that closed it; null: none has */
  readonly cardId: string | null
}

export interface OpenApplication {
  readonly applicationId: string
  readonly studentId: string
  readonly kind: ApplicationKind
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
  | (OfApplication & { readonly type: 'application-opened'; readonly kind: ApplicationKind })
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

export type ListingRefusal = 'not-open' | 'listed' | 'pupil-left' | 'not-confirmed'

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
  if (application?.state !== 'SUBMITTED') return refused('not-open')
  if (application.listId !== null) return refused('listed')
  const { applicationId, studentId, openedAt: at, openedBy: operatorId } = application
  const why = slip ? noSlip({ at, operatorId }, context) : null
  return why === null
    ? done({ type: 'application-withdrawn', applicationId, studentId })
    : refused(why)
}

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

/** Who has a card needs none: the application closes, and opens again where that was a slip. */
export function afterCard(now: Application, { cardId, to, from, at }: CardMoved): Application {
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
