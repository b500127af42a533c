import { describe, expect, it } from 'vitest'
import { addDays, beijingMidnight, type CalendarDate } from '../../../core/calendarDate.ts'
import type { CardRead } from '../../../core/cardRead.ts'
import type { CaseWish } from '../../../core/case/caseWish.ts'
import type { CaseAnswer, CaseShown } from '../../../core/caseRequests.ts'
import type { NewCardStage } from '../../../core/newCardRequests.ts'
import { slipFacts } from '../../../electron/papers/facts/slipFacts.ts'
import { identifiersOfCard } from '../../../db/cards.ts'
import { storeCaseAct } from '../../../db/caseActs.ts'
import type { Database } from '../../../db/database.ts'
import { eventsOfStudent } from '../../../db/events.ts'
import { bmac } from '../../core/builders.ts'
import { byClerk } from '../../helpers/newCardActs.ts'
import { openDesk, type OpenDesk } from '../openDesk.ts'

const HOUR = 3_600_000
const date = (text: string): CalendarDate => text as CalendarDate
const morning = (text: string): number => beijingMidnight(date(text)) + 9 * HOUR

/** A chip nobody has on record: the new card's. */
const NEW_CHIP: CardRead = bmac({ number: '1000751234567890', uid: 'A1B2C3D4' })

/** A pupil with a good card, and that card's number. */
function somebody(db: Database): { studentId: string; cardId: string; number: string } {
  const found = db
    .prepare(
      `SELECT student.id AS studentId, card.id AS cardId, value AS number
       FROM student JOIN school ON school.id = school_id AND own = 1 JOIN card ON card.student_id = student.id
       JOIN card_identifier ON card_id = card.id AND kind = 'bmac'
       JOIN photo ON photo.student_id = student.id
       WHERE enrolment = 'enrolled' AND state = 'ACTIVE' ORDER BY student.id LIMIT 1`,
    )
    .get()
  return found as { studentId: string; cardId: string; number: string }
}

async function aCase() {
  const open = await openDesk()
  const { desk, clock } = open
  const pupil = somebody(open.db())
  const { studentId } = pupil
  const ask = (wish: CaseWish): Promise<CaseAnswer> => desk.acts.cases.act(wish)
  async function act(wish: CaseWish): Promise<CaseShown> {
    const answer = await ask(wish)
    if (answer.kind === 'refused') throw new Error(`Refused: ${answer.why}`)
    return answer.page
  }
  const page = (): CaseShown => {
    const shown = desk.acts.cases.page(studentId)
    if (shown === null) throw new Error('Nobody is shown.')
    return shown
  }
  const tap = async (card: CardRead, otherNumber: string | null = null): Promise<string> => {
    await open.laidAtDoor(card, otherNumber)
    return open.taps.at(-1)?.tapId ?? ''
  }
  return { ...open, ...pupil, ask, act, page, tap, at: (text: string) => clock.set(morning(text)) }
}

/** As the city's file tells it. */
function paid(open: OpenDesk, studentId: string, on: string): void {
  const decision = storeCaseAct(open.db(), {
    ...byClerk('city', open.clock.now()),
    command: {
      type: 'payment.told',
      payload: {
        studentId,
        orderId: 'o-city',
        cityNo: 'P-1',
        on: date(on),
        fen: 1_500,
        result: 'paid',
      },
    },
    conditions: {
      ...{ isSupervisor: false, tapped: null, window: () => 'open', clockBehind: false },
      ...{ online: true, mayReactivate: false },
    },
    reason: null,
  })
  expect(decision.kind).toBe('done')
}

/** Received by hand, without a list. */
function arrived(open: OpenDesk, studentId: string, cardId: string): void {
  const decision = storeCaseAct(open.db(), {
    ...byClerk('operator-1', open.clock.now()),
    command: { type: 'card.arrived', payload: { studentId, cardId, identifiers: [] } },
    conditions: {
      ...{ isSupervisor: false, tapped: null, window: () => 'open', clockBehind: false },
      ...{ online: false, mayReactivate: false },
    },
    reason: null,
  })
  expect(decision.kind).toBe('done')
}

describe('from a loss to the hand-over', () => {
  it('the case stands where it should at each step, and says what is next', async () => {
    const desk = await aCase()
    const { studentId, cardId, act, page, at, tap } = desk
    at('2026-09-30')
    expect([page().stage, page().next, page().holder]).toEqual([null, null, 'HOLDS_ONE'])

    let now = await act({
      ...{ act: 'report-loss', studentId, cardId, where: '345 路车上' },
      reportedAt: morning('2026-09-29'),
    })
    expect([now.stage, now.next, now.holder]).toEqual(['lost', 'apply', 'LOST_NO_REPLACEMENT'])

    now = await act({ act: 'apply', studentId, oldCardId: cardId, cause: 'lost', waiver: null })
    expect([now.stage, now.next]).toEqual(['awaiting-info', 'confirm-data'])
    const applicationId = now.application?.applicationId ?? ''
    expect(now.application?.fee).toEqual({ version: 1, fen: 1_500, basis: '京发改[2007]623号' })
    expect(await desk.ask({ act: 'open-order', studentId, applicationId, channel: 'app' })).toEqual(
      { kind: 'refused', why: 'not-confirmed' },
    )

    const said = desk.desk.acts.newCards.say(applicationId, now.application?.data?.mark ?? '', {
      ...{ kind: 'confirmed', said: { by: 'student' } },
    })
    expect(said).toEqual({ kind: 'recorded' })
    expect([page().stage, page().next]).toEqual(['to-order', 'open-order'])

    now = await act({ act: 'open-order', studentId, applicationId, channel: 'desk_assisted' })
    expect([now.stage, now.next]).toEqual(['awaiting-window', 'notify'])
    const orderId = now.orders[0]?.orderId ?? ''
    expect(now.window).toMatchObject({ kind: 'opens', from: '2026-10-12' })
    now = await act({ act: 'move-order', studentId, orderId, to: 'PENDING' })
    expect([now.stage, now.next]).toEqual(['awaiting-window', 'wait-window'])

    // The Monday and Tuesday of 国庆 are no window.
    at('2026-10-05')
    expect(page().windowToday).toBe('unsure')
    expect(await desk.ask({ act: 'move-order', studentId, orderId, to: 'PAYING' })).toEqual({
      ...{ kind: 'refused', why: 'window-closed' },
    })

    at('2026-10-12')
    expect([page().stage, page().next]).toEqual(['payable', 'claim-payment'])
    now = await act({ act: 'claim-payment', studentId, orderId, paidOn: date('2026-10-12') })
    expect([now.stage, now.next]).toEqual(['paid-claimed', 'wait-payment'])

    paid(desk, studentId, '2026-10-12')
    now = page()
    expect([now.stage, now.next]).toEqual(['in-production', 'wait-production'])
    expect(now.production?.promised).toEqual({ date: '2026-11-09', certain: true })

    at('2026-11-10')
    expect([page().next, page().production?.overdueBy]).toEqual(['inquire', 1])
    expect(desk.desk.acts.cases.lists('overdue').lines.map((line) => line.studentId)).toEqual([
      studentId,
    ])

    const newCard = now.cards.find(({ state }) => state === 'ORDERED')?.cardId ?? ''
    arrived(desk, studentId, newCard)
    now = page()
    expect([now.stage, now.next, now.holder]).toEqual([
      ...['arrived', 'hand-over', 'ARRIVED_NOT_COLLECTED'],
    ])
    expect(now.oldCard?.cardId).toBe(cardId)

    const tapId = await tap(NEW_CHIP, '3105170012345678901')
    now = await act({
      ...{ act: 'hand-over', studentId, cardId: newCard, tapId, signature: '10,10 20,20' },
      collector: { kind: 'parent', name: '王刚', relation: 'father', phoneTail: '0000' },
      ...{ oldCard: 'still-lost', reason: null },
    })
    expect([now.stage, now.next, now.holder]).toEqual([null, null, 'HOLDS_ONE'])
    expect(now.cards.map(({ state, tail }) => [state, tail])).toEqual([
      ['ACTIVE', '7890'],
      ['REPLACED', desk.number.slice(-4)],
    ])
    // Both its numbers are bound: another reader may ask for the other one first.
    expect(identifiersOfCard(desk.db(), newCard).map(({ kind }) => kind)).toEqual([
      ...['bmac', 't-union', 'uid'],
    ])
    desk.clock.pass(3_000)
    await tap(NEW_CHIP)
    expect(desk.taps.at(-1)?.verdict.kind).toBe('valid')

    // The old card turns up: it proves nothing any more, and is taken in.
    await tap(bmac({ number: desk.number, uid: null }))
    expect(desk.taps.at(-1)?.verdict.kind).toBe('replaced')
    now = await act({ act: 'take-found', studentId, cardId, where: '图书馆' })
    expect(now.exceptions).toEqual([{ kind: 'found-replaced', cardId }])
    expect([now.stage, now.next, now.holder]).toEqual([null, null, 'HOLDS_ONE'])
    now = await act({ act: 'void-card', studentId, cardId, reason: '剪角销毁' })
    expect(now.cards.map(({ state }) => state)).toEqual(['ACTIVE', 'VOID'])
    expect(now.lines.map(({ steps }) => steps[0]?.of)).toEqual([
      ...['card', 'found', 'collected', 'card', 'told', 'claimed', 'order', 'order-opened'],
      ...['applied', 'loss'],
    ])
    expect(eventsOfStudent(desk.db(), studentId, 100).length).toBeGreaterThan(15)
  })

  it('a found card lifts the loss with its own chip on the reader, and ends what is unpaid', async () => {
    const { studentId, cardId, act, ask, at, tap, number, clock } = await aCase()
    at('2026-10-12')
    await act({ act: 'report-loss', studentId, cardId, reportedAt: clock.now(), where: null })
    await act({ act: 'apply', studentId, oldCardId: cardId, cause: 'lost', waiver: null })
    const lift = (tapId: string) =>
      ask({ act: 'lift-loss', studentId, cardId, tapId, reason: null })
    expect(await lift('none')).toEqual({ kind: 'refused', why: 'tap-over' })
    expect(await lift(await tap(NEW_CHIP))).toEqual({ kind: 'refused', why: 'chip-not-proven' })
    const answer = await lift(await tap(bmac({ number, uid: null })))
    if (answer.kind === 'refused') throw new Error(answer.why)
    expect(answer.page.application?.state).toBe('WITHDRAWN')
    expect(answer.page.cards[0]?.state).toBe('ACTIVE')
  })

  it('an act is taken back by who made it for five minutes', async () => {
    const { studentId, cardId, act, ask, page, at, clock } = await aCase()
    at('2026-10-12')
    await act({ act: 'report-loss', studentId, cardId, reportedAt: clock.now(), where: null })
    const cmdId = page().undo?.cmdId ?? ''
    clock.pass(4 * 60_000)
    const back = await act({ act: 'undo', studentId, cmdId })
    expect([back.cards[0]?.state, back.undo]).toEqual(['ACTIVE', null])
    await act({ act: 'report-loss', studentId, cardId, reportedAt: clock.now(), where: null })
    const second = page().undo?.cmdId ?? ''
    clock.pass(6 * 60_000)
    expect(page().undo).toBeNull()
    expect(await ask({ act: 'undo', studentId, cmdId: second })).toEqual({
      ...{ kind: 'refused', why: 'too-late' },
    })
  })

  it('a second loss is paid for anew: what the first one came to is neither its fee nor in its way', async () => {
    const desk = await aCase()
    const { studentId, cardId, act, page, at, tap } = desk
    const lostAndConfirmed = async (lost: string): Promise<string> => {
      const reportedAt = desk.clock.now()
      await act({ act: 'report-loss', studentId, cardId: lost, reportedAt, where: null })
      const { application } = await act({
        ...{ act: 'apply', studentId, oldCardId: lost, cause: 'lost', waiver: null },
      })
      const applicationId = application?.applicationId ?? ''
      desk.desk.acts.newCards.say(applicationId, application?.data?.mark ?? '', {
        ...{ kind: 'confirmed', said: { by: 'student' } },
      })
      return applicationId
    }
    at('2026-09-01')
    await lostAndConfirmed(cardId)
    paid(desk, studentId, '2026-09-01')
    const second = page().cards.find(({ state }) => state === 'ORDERED')?.cardId ?? ''
    arrived(desk, studentId, second)
    at('2026-10-08')
    await act({
      ...{ act: 'hand-over', studentId, cardId: second, tapId: await tap(NEW_CHIP) },
      ...{ signature: '10,10 20,20', oldCard: 'still-lost', reason: null },
      collector: { kind: 'student' },
    })

    at('2026-10-12')
    const applicationId = await lostAndConfirmed(second)
    const now = page()
    expect([now.stage, now.next]).toEqual(['to-order', 'open-order'])
    expect(now.orders).toMatchObject([{ state: 'CONFIRMED', isOfOpen: false }])
    const head = {
      ...{ school: '演练校', contact: null, madeBy: '李老师', madeAt: desk.clock.now() },
      ...{ copy: 0, rehearsal: true },
    }
    expect(slipFacts(now, head, null)?.fee).toMatchObject({ kind: 'due', fen: 1_500 })
    const opened = await act({ act: 'open-order', studentId, applicationId, channel: 'app' })
    expect(opened.orders.map(({ isOfOpen }) => isOfOpen)).toEqual([true, false])
    expect(desk.desk.acts.cases.lists('to-pay').lines).toMatchObject([{ order: 'CREATED' }])
  })

  it('a 补卡 that is paid for is not counted among the cards that go by list; one without a fee goes', async () => {
    const stages = async (waiver: string | null): Promise<readonly unknown[]> => {
      const { studentId, cardId, act, at, clock, desk } = await aCase()
      at('2026-10-12')
      await act({ act: 'report-loss', studentId, cardId, reportedAt: clock.now(), where: null })
      const count = (stage: NewCardStage): number =>
        desk.acts.newCards.view().classes.reduce((sum, { stages: of }) => sum + of[stage], 0)
      const before = { awaiting: count('awaiting-info'), ready: count('to-be-listed') }
      const applied = await act({
        ...{ act: 'apply', studentId, oldCardId: cardId, cause: 'lost', waiver },
      })
      expect(count('awaiting-info') - before.awaiting).toBe(1)
      const { applicationId = '', data } = applied.application ?? {}
      desk.acts.newCards.say(applicationId, data?.mark ?? '', {
        ...{ kind: 'confirmed', said: { by: 'student' } },
      })
      expect(count('awaiting-info') - before.awaiting).toBe(0)
      const ready = count('to-be-listed') - before.ready
      return [ready, await desk.acts.newCards.makeList()]
    }
    expect(await stages(null)).toEqual([0, { kind: 'refused', why: 'nobody' }])
    expect(await stages('低保家庭')).toEqual([1, { kind: 'made', pupils: 1 }])
  })

  it('5.7-14: who was paying on Tuesday is unknown on Wednesday, on the page, the lists and the slip', async () => {
    const desk = await aCase()
    const { studentId, cardId, act, ask, page, at, clock } = desk
    at('2026-10-13')
    await act({ act: 'report-loss', studentId, cardId, reportedAt: clock.now(), where: null })
    const applied = await act({
      ...{ act: 'apply', studentId, oldCardId: cardId, cause: 'lost', waiver: null },
    })
    const { applicationId = '', data } = applied.application ?? {}
    desk.desk.acts.newCards.say(applicationId, data?.mark ?? '', {
      ...{ kind: 'confirmed', said: { by: 'student' } },
    })
    const opened = await act({ act: 'open-order', studentId, applicationId, channel: 'app' })
    const orderId = opened.orders[0]?.orderId ?? ''
    const paying = await act({ act: 'move-order', studentId, orderId, to: 'PAYING' })
    expect([paying.stage, paying.next]).toEqual(['paying', 'claim-payment'])
    at('2026-10-14')
    const now = page()
    expect([now.stage, now.next, now.exceptions]).toEqual([
      ...['payment-unknown', 'wait-payment', [{ kind: 'payment-unknown', orderId }]],
    ])
    const { lines } = desk.desk.acts.cases.lists('exceptions')
    expect(lines.find((line) => line.studentId === studentId)).toMatchObject({
      ...{ stage: 'payment-unknown', order: 'UNKNOWN' },
    })
    // A slip that said when to pay would have it paid twice.
    const head = { school: '', contact: null, madeBy: '', madeAt: clock.now() }
    const slip = slipFacts(now, { ...head, copy: 0, rehearsal: true }, null)
    expect(slip?.fee.kind).toBe('claimed')
    for (const to of ['PENDING', 'CANCELLED'] as const)
      expect(await ask({ act: 'move-order', studentId, orderId, to })).toEqual({
        ...{ kind: 'refused', why: 'payment-unknown' },
      })
  })

  it('today tells who is to be called, and when cards are promised', async () => {
    const desk = await aCase()
    const { studentId, cardId, act, page, at } = desk
    at('2026-10-12')
    await act({ act: 'report-loss', studentId, cardId, reportedAt: desk.clock.now(), where: null })
    const applied = await act({
      act: 'apply',
      studentId,
      oldCardId: cardId,
      cause: 'lost',
      waiver: null,
    })
    const { applicationId = '', data } = applied.application ?? {}
    desk.desk.acts.newCards.say(applicationId, data?.mark ?? '', {
      ...{ kind: 'confirmed', said: { by: 'student' } },
    })
    await act({ act: 'open-order', studentId, applicationId, channel: 'app' })
    const today = desk.desk.acts.cases.today()
    expect(today.calls.map((line) => [line.studentId, line.next])).toEqual([[studentId, 'notify']])
    expect(today.counts['to-pay']).toBe(1)
    paid(desk, studentId, '2026-10-12')
    expect(page().stage).toBe('in-production')
    expect(desk.desk.acts.cases.today().promised).toEqual([
      { date: addDays(date('2026-11-08'), 1), cards: 1 },
    ])
  })
})
