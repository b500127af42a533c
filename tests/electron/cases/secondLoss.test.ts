import { describe, expect, it } from 'vitest'
import type { NewCardStage } from '../../../core/newCardRequests.ts'
import { slipFacts } from '../../../electron/papers/facts/slipFacts.ts'
import { aCase, arrived, NEW_CHIP, paid } from './caseDesk.ts'

describe('a case beside the straight way', () => {
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
})
