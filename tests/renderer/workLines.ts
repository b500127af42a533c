import { addDays, beijingDate } from '../../core/calendarDate.ts'
import type { CaseStage } from '../../core/case/caseStage.ts'
import { nextStep } from '../../core/case/nextStep.ts'
import type { CaseLineShown } from '../../core/caseRequests.ts'
import { MONDAY } from './builders.ts'
import { aCaseLine } from './caseShown.ts'

const today = beijingDate(MONDAY)

/** A line as it stands in a list, with what a test says of it. */
export function workLine(
  stage: CaseStage,
  n: number,
  part: Partial<CaseLineShown> = {},
): CaseLineShown {
  const line = { ...aCaseLine(stage, n), ...part }
  if (part.next !== undefined) return line
  const isOverdue = line.overdueBy > 0
  return {
    ...line,
    next: nextStep(stage, {
      ...{ isTold: line.order === 'PENDING', isOverdue, hasApplication: true },
    }),
  }
}

const made = (n: number, inDays: number, overdueBy = 0): CaseLineShown =>
  workLine('in-production', n, {
    ...{ promised: { date: addDays(today, inDays), certain: true }, overdueBy },
    className: n % 2 === 0 ? '五年级1班' : '二年级3班',
  })

/** In the order the desk gives them. */
export const inOrder = (lines: readonly CaseLineShown[]): readonly CaseLineShown[] =>
  lines.toSorted((a, b) => b.overdueBy - a.overdueBy || a.since - b.since)

/** A school's usual October: some in every list, many to pay. */
const LINES: readonly CaseLineShown[] = [
  workLine('lost', 1),
  workLine('lost', 2, { className: '一年级1班', educationIdTail: null }),
  workLine('damaged', 3, { className: '六年级4班' }),
  workLine('awaiting-info', 4),
  workLine('disputed', 5, { name: '欧阳明月', className: '四年级2班' }),
  workLine('paid-confirmed', 6),
  workLine('to-notify', 7, { order: 'CREATED', orderId: 'o-7' }),
  workLine('to-notify', 8, { name: '阿卜杜热合曼·买买提', className: '一年级1班' }),
  workLine('to-notify', 9, { className: '五年级1班' }),
  workLine('payable', 10),
  workLine('payable', 11, { className: '二年级3班' }),
  workLine('paid-claimed', 12, {
    exceptions: [{ kind: 'claim-unconfirmed', orderId: 'o-12', days: 16 }],
  }),
  workLine('payment-unknown', 13, {
    exceptions: [{ kind: 'payment-unknown', orderId: 'o-13' }],
  }),
  made(14, -6, 4),
  made(15, -1, 1),
  made(16, 3),
  made(17, 3),
  made(18, 8),
  made(19, 15),
  workLine('card-failed', 20, { exceptions: [{ kind: 'card-failed', cardId: 'c-1' }] }),
  workLine('arrived', 21, { daysHere: 4 }),
  workLine('arrived', 22, { daysHere: 41, className: '六年级4班' }),
  workLine('with-teacher', 23, { daysHere: 2 }),
  workLine('on-hold', 24, { exceptions: [{ kind: 'on-hold', applicationId: 'a-1' }] }),
  workLine('found-held', 25),
  workLine('left', 26, {
    exceptions: [{ kind: 'left-with-application', applicationId: 'a-2' }],
  }),
  workLine('arrived', 27, {
    ...{ stage: null, next: null, exceptions: [{ kind: 'holds-two' }] },
  }),
]

export const SCHOOL_LINES = inOrder(LINES)

/** Cards promised, by day, of those lines. */
export const SCHOOL_DUE = [
  { date: addDays(today, -6), cards: 1 },
  { date: addDays(today, -1), cards: 1 },
  { date: addDays(today, 3), cards: 2 },
  { date: addDays(today, 8), cards: 1 },
  { date: addDays(today, 15), cards: 12 },
] as const
