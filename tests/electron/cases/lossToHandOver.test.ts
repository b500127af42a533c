import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendarDate.ts'
import { identifiersOfCard } from '../../../db/cards.ts'
import { eventsOfStudent } from '../../../db/events.ts'
import { bmac } from '../../core/builders.ts'
import { aCase, arrived, date, morning, NEW_CHIP, paid } from './caseDesk.ts'

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
