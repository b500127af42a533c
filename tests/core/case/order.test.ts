import { describe, expect, it } from 'vitest'
import { caseStage } from '../../../core/case/caseStage.ts'
import type { CaseState } from '../../../core/case/caseState.ts'
import type { OrderState } from '../../../core/case/feeOrder.ts'
import { exceptionsOf } from '../../../core/case/exceptions.ts'
import { ORDER_TRANSITIONS } from '../../../core/case/feeOrder.ts'
import { caseOn } from '../../../core/case/pastWindow.ts'
import { act, applied, refusalOf } from './acts.ts'
import { after, date, order, reissue, RENAMED } from './builders.ts'

const withOrder = (state: OrderState, part: Partial<CaseState> = {}) =>
  applied({ orders: [order(state)], ...part })
const to = (state: 'PENDING' | 'PAYING' | 'UNKNOWN' | 'CANCELLED') =>
  act('order.moved', { to: state })

describe('an order', () => {
  it('is opened at the fee of its application, and by nobody’s cash', () => {
    expect(after(applied(), act('order.opened')).orders).toMatchObject([
      { state: 'CREATED', fee: { fen: 1_500, basis: '京发改[2007]623号' }, channel: 'app' },
    ])
    expect(refusalOf(applied(), act('order.opened', { channel: 'cash_agent' }))).toBe('channel-off')
  })

  it.each([
    ['pending', RENAMED],
    ['nothing was said', null],
  ])('waits for 制卡信息: %s', (_, standing) => {
    expect(refusalOf(applied({ standing }), act('order.opened'))).toBe('not-confirmed')
  })

  it.each([
    ['CREATED', 'order-open'],
    ['PENDING', 'order-open'],
    ['PAYING', 'order-open'],
    ['USER_DONE', 'order-open'],
    ['UNKNOWN', 'order-open'],
    ['CONFIRMED', 'paid-already'],
    ['CANCELLED', 'done'],
    ['FAILED', 'done'],
    ['REFUND_PENDING', 'done'],
    ['REFUNDED', 'done'],
  ] as const)('beside one that is %s: %s', (state, why) => {
    expect(refusalOf(withOrder(state), act('order.opened', { orderId: 'o-2' }))).toBe(why)
  })

  it('is not for an application that is over, in production, or a newcomer’s', () => {
    for (const one of [
      reissue({ state: 'WITHDRAWN' }),
      reissue({ state: 'IN_PRODUCTION' }),
      reissue({ kind: 'new', reissue: null }),
    ])
      expect(refusalOf(applied({ applications: [one] }), act('order.opened'))).toBe(
        'no-application',
      )
  })

  it('moves at the desk along its table alone', () => {
    const froms = [...new Set(ORDER_TRANSITIONS.map(({ from }) => from)), 'REFUNDED'] as const
    for (const from of froms)
      for (const next of ['PENDING', 'PAYING', 'UNKNOWN', 'CANCELLED'] as const) {
        const may = MAY[from]?.includes(next) ?? false
        expect([from, next, refusalOf(withOrder(from), to(next)) === 'done']).toEqual([
          ...[from, next, may],
        ])
      }
  })

  it('is not cancelled while somebody pays', () => {
    expect(refusalOf(withOrder('PAYING'), to('CANCELLED'))).toBe('being-paid')
  })
})

/** What the desk may do by hand (domain.md 5.4). */
const MAY: Partial<Record<OrderState, readonly string[]>> = {
  CREATED: ['PENDING', 'PAYING', 'CANCELLED'],
  PENDING: ['PAYING', 'CANCELLED'],
  PAYING: ['PENDING', 'UNKNOWN'],
  USER_DONE: ['UNKNOWN'],
}

describe('the window', () => {
  it.each(['closed', 'unsure'] as const)('%s: nobody begins to pay', (window) => {
    expect(refusalOf(withOrder('PENDING'), to('PAYING'), { window: () => window })).toBe(
      'window-closed',
    )
  })

  it('5.7-13 closed by a holiday: the order stays pending, and is payable on 10-12 again', () => {
    const holiday = (on: string) => (on === '2026-10-12' ? 'open' : 'closed')
    const pending = withOrder('PENDING')
    const inHoliday = { today: date('2026-10-05'), window: holiday }
    expect(refusalOf(pending, to('PAYING'), inHoliday)).toBe('window-closed')
    expect(caseStage(pending, holiday('2026-10-05'))).toBe('awaiting-window')
    expect(caseStage(pending, holiday('2026-10-12'))).toBe('payable')
    expect(after(pending, to('PAYING'), { window: holiday }).orders).toMatchObject([
      { state: 'PAYING' },
    ])
  })

  it('5.7-14 closes while the parent pays: unknown until the feed, and no second order', () => {
    const closed = { window: () => 'closed' as const, today: date('2026-10-14') }
    const unknown = after(withOrder('PAYING'), to('UNKNOWN'), closed)
    expect(caseStage(unknown, 'closed')).toBe('payment-unknown')
    expect(refusalOf(unknown, act('order.opened', { orderId: 'o-2' }), closed)).toBe('order-open')
    expect(refusalOf(unknown, to('CANCELLED'), closed)).toBe('order-not-so')
    expect(refusalOf(unknown, act('order.claimed'), closed)).toBe('order-not-so')
    const fed = after(unknown, act('payment.told'), closed)
    expect(fed.orders).toMatchObject([{ state: 'CONFIRMED' }])
    const failed = after(unknown, act('payment.told', { result: 'failed' }), closed)
    expect(refusalOf(failed, act('order.opened', { orderId: 'o-2' }), closed)).toBe('done')
  })

  describe('5.7-14 passed midnight while the parent was paying', () => {
    const rule = (on: string) =>
      ['2026-10-12', '2026-10-13', '2026-10-19'].includes(on) ? 'open' : 'closed'
    const by = (today: string) => ({ today: date(today), window: rule })
    const paying = withOrder('PAYING')

    it.each([
      ['2026-10-12', 'paying'], // the day itself
      ['2026-10-13', 'paying'], // Tuesday: the same window
      ['2026-10-14', 'payment-unknown'], // Wednesday
      ['2026-10-19', 'payment-unknown'], // the next window is another
    ] as const)('on %s it is %s, though nobody wrote it', (today, stage) => {
      const now = caseOn(paying, by(today))
      expect(caseStage(now, rule(today))).toBe(stage)
      expect(exceptionsOf(now, date(today)).map(({ kind }) => kind)).toEqual(
        stage === 'paying' ? [] : ['payment-unknown'],
      )
    })

    it.each(['2026-10-14', '2026-10-19'])('on %s there is no way to a second order', (today) => {
      for (const next of ['PENDING', 'PAYING', 'CANCELLED'] as const)
        expect(refusalOf(paying, to(next), by(today))).toBe('payment-unknown')
      expect(refusalOf(paying, act('order.claimed'), by(today))).toBe('payment-unknown')
      expect(refusalOf(paying, act('order.opened', { orderId: 'o-2' }), by(today))).toBe(
        'order-open',
      )
      expect(refusalOf(paying, to('UNKNOWN'), by(today))).toBe('done')
    })

    it('until the city tells: it came, or another may be opened', () => {
      expect(after(paying, act('payment.told'), by('2026-10-14')).orders).toMatchObject([
        { state: 'CONFIRMED' },
      ])
      const failed = after(paying, act('payment.told', { result: 'failed' }), by('2026-10-14'))
      expect(refusalOf(failed, act('order.opened', { orderId: 'o-2' }))).toBe('done')
    })

    it('within the window it goes back and is claimed as before', () => {
      expect(refusalOf(paying, to('PENDING'), by('2026-10-13'))).toBe('done')
      expect(refusalOf(paying, act('order.claimed'), by('2026-10-13'))).toBe('done')
    })
  })

  it('5.7-21 is not opened by a clock behind what the city last said', () => {
    expect(refusalOf(withOrder('PENDING'), to('PAYING'), { clockBehind: true })).toBe(
      'clock-behind',
    )
  })

  it('5.7-16 another name since the confirmation: nobody pays until it is confirmed anew', () => {
    const renamed = withOrder('PENDING', { standing: RENAMED })
    expect(refusalOf(renamed, to('PAYING'))).toBe('not-confirmed')
    expect(caseStage(renamed, 'open')).toBe('awaiting-info')
  })
})

describe('【已完成支付】', () => {
  it.each(['CREATED', 'PENDING', 'PAYING'] as const)('is a claim, of an order %s', (state) => {
    expect(after(withOrder(state), act('order.claimed')).orders).toMatchObject([
      { state: 'USER_DONE', paidOn: '2026-10-12' },
    ])
  })

  it('starts no production: the city confirms it', () => {
    const claimed = after(withOrder('PENDING'), act('order.claimed'))
    expect(claimed.applications).toMatchObject([{ state: 'SUBMITTED', cardId: null }])
  })

  it('is of a day on which it could be paid, or only the parent knows', () => {
    const claim = act('order.claimed', { paidOn: date('2026-10-09') })
    const on = (window: 'open' | 'closed' | 'unsure') =>
      refusalOf(withOrder('PENDING'), claim, { window: () => window })
    expect([on('closed'), on('unsure'), on('open')]).toEqual(['window-closed', 'done', 'done'])
  })

  it('is of no day to come', () => {
    const tomorrow = act('order.claimed', { paidOn: date('2026-10-13') })
    expect(refusalOf(withOrder('PENDING'), tomorrow)).toBe('in-the-future')
  })
})
