import { beijingDate, type CalendarDate } from '../../../core/calendarDate.ts'
import { feeOn } from '../../../core/case/fee.ts'
import type { CaseShown } from '../../../core/caseRequests.ts'
import type { NextWindow } from '../../../core/nextWindow.ts'
import type {
  PaperHead,
  SlipExpected,
  SlipFacts,
  SlipFee,
  SlipMatter,
  SlipWindow,
} from '../../../core/paper.ts'

/** What the parents' slip says of a case; null: there is no case to tell of. */
export function slipFacts(
  page: CaseShown,
  head: PaperHead,
  arrived: SlipExpected | null,
): SlipFacts | null {
  const registered = registeredOf(page)
  const matter = matterOf(page)
  if (registered === null || matter === null) return null
  const { name, className, educationIdTail } = page.person
  return {
    ...{ ...head, of: 'slip', name, className, educationIdTail, matter, registered },
    fee: feeOf(page, beijingDate(head.madeAt)),
    expected: arrived ?? expectedOf(page),
  }
}

function matterOf({ application, stage }: CaseShown): SlipMatter | null {
  if (application?.isOpen === true && application.cause !== null)
    return { kind: 'reissue', because: application.cause }
  return stage === 'lost' ? { kind: 'loss' } : null
}

function registeredOf({ application, cards, stage }: CaseShown): SlipFacts['registered'] | null {
  if (application?.isOpen === true)
    return { at: application.openedAt, by: application.openedBy ?? '' }
  const lost = stage === 'lost' ? cards.find(({ state }) => state === 'LOST') : undefined
  return lost === undefined ? null : { at: lost.since, by: lost.by ?? '' }
}

function feeOf({ application, orders, window }: CaseShown, today: CalendarDate): SlipFee {
  // Of a loss alone: what a new card would cost.
  const fee = application === null || !application.isOpen ? feeOn(today) : application.fee
  if (fee === null || fee.fen === 0) return { kind: 'waived' }
  const amount = { fen: fee.fen, basis: fee.basis }
  const ofThis = orders.filter(({ isOfOpen }) => isOfOpen)
  const confirmed = ofThis.find(({ state }) => state === 'CONFIRMED')
  if (confirmed !== undefined && confirmed.paidOn !== null)
    return { kind: 'confirmed', on: confirmed.paidOn, ...amount }
  if (ofThis.some(({ state }) => state === 'USER_DONE' || state === 'UNKNOWN'))
    return { kind: 'claimed', ...amount }
  return { kind: 'due', window: slipWindow(window), ...amount }
}

function slipWindow(window: NextWindow): SlipWindow {
  if (window.kind === 'none') return { kind: 'announced' }
  const { opening } = window
  const by =
    opening.by === 'rule'
      ? ({ kind: 'rule' } as const)
      : ({ kind: 'announcement', source: opening.source } as const)
  return window.kind === 'open'
    ? { kind: 'open', last: window.to, by }
    : { kind: 'next', first: window.from, last: window.to, by }
}

function expectedOf({ production }: CaseShown): SlipExpected {
  if (production === null) return { kind: 'not-begun' }
  const { promised, likely, handOut } = production
  return { kind: 'promised', promised, likely, handOut }
}
