import { expect, it } from 'vitest'
import { countPrint } from '../../../db/paperPrints.ts'
import { caseLists, todayShown } from '../../../electron/cases/caseLists.ts'
import { casePage } from '../../../electron/cases/casePage.ts'
import { deskDay } from '../../../electron/cases/caseParts.ts'
import { slipFacts } from '../../../electron/papers/facts/slipFacts.ts'
import type { OpenSchool } from '../../../electron/school.ts'
import { studentPage } from '../../../electron/studentPage.ts'
import { date } from '../../core/case/builders.ts'
import { aCaseDesk, doCase, MONDAY, PUPIL } from '../../helpers/caseActs.ts'
import { say } from '../../helpers/newCardActs.ts'

const WEEK = 7 * 86_400_000

/** A pupil who is to pay, as everything tells it that shows a window; the log ends on Monday 2026-10-12. */
function told(now: number, rehearsal: OpenSchool['rehearsal'] = null) {
  const db = aCaseDesk()
  doCase(db, 'loss.reported', {
    ...{ cardId: 'card-1', reportedAt: MONDAY - 4 * WEEK, where: null, by: 'desk' },
  })
  doCase(db, 'reissue.applied', {
    ...{ applicationId: 'a-1', oldCardId: 'card-1', cause: 'lost', waiver: null },
  })
  say(db, 'a-1')
  doCase(db, 'order.opened', { orderId: 'o-1', applicationId: 'a-1', channel: 'app' })
  doCase(db, 'order.moved', { orderId: 'o-1', to: 'PENDING' })
  const slip = { paper: 'slip', about: 'a-1', studentId: PUPIL } as const
  countPrint(db, slip, date('2026-10-13'), MONDAY)
  const school = { data: { db }, rehearsal } as unknown as OpenSchool
  const day = deskDay(school, { now: () => now } as never)
  const page = casePage(db, PUPIL, day, { at: now, operatorId: 'operator-1' })
  if (page === null) throw new Error('There is no page.')
  const head = { school: '', contact: null, madeBy: '', madeAt: now, copy: 0, rehearsal: false }
  return {
    page,
    lists: caseLists(db, day, 'to-pay'),
    today: todayShown(db, day),
    fee: slipFacts(page, head, null)?.fee,
    record: studentPage(db, PUPIL, now, day.clockBehind),
  }
}

it('5.7-21 by a clock set back no window is told open: on the page, the lists, the slip', () => {
  const { page, lists, today, fee, record } = told(MONDAY - 3 * WEEK)
  expect([page.stage, page.next, page.windowToday, page.window]).toEqual([
    ...['awaiting-window', 'wait-window', 'unsure', { kind: 'none', skipped: null }],
  ])
  // Whether the slip in their hands still holds, nobody can say by it.
  expect(page.exceptions).toEqual([])
  expect(lists.lines).toMatchObject([{ stage: 'awaiting-window', next: 'wait-window' }])
  expect(today.calls).toEqual([])
  expect(fee).toMatchObject({ kind: 'due', window: { kind: 'announced' } })
  expect(record?.reissue).toEqual({ stage: 'awaiting-window', next: 'wait-window' })
})

it.each([
  ['by a clock that goes on', MONDAY + WEEK, null],
  ['in a rehearsal, whose clock is set freely', MONDAY - 3 * WEEK, {} as OpenSchool['rehearsal']],
] as const)('%s it is told', (_, now, rehearsal) => {
  const { page, today, fee } = told(now, rehearsal)
  expect([page.stage, page.windowToday, page.window.kind]).toEqual(['payable', 'open', 'open'])
  expect(page.exceptions).toMatchObject([{ kind: 'slip-outdated' }])
  expect(today.calls).toHaveLength(1)
  expect(fee).toMatchObject({ kind: 'due', window: { kind: 'open' } })
})
