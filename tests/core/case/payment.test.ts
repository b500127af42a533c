import { describe, expect, it } from 'vitest'
import { exceptionsOf } from '../../../core/case/exceptions.ts'
import { waived } from '../../../core/case/fee.ts'
import { act, applied, handedOver, produced, refusalOf } from './acts.ts'
import { after, caseState, date, order, reissue, stateOf } from './builders.ts'

const paid = act('payment.told')
const told = (result: 'failed' | 'unknown' | 'refunded') => act('payment.told', { result })
const TODAY = date('2026-10-12')

describe('到账', () => {
  it('of a confirmed application begins production from the day that was told', () => {
    const state = after(applied({ orders: [order('USER_DONE')] }), paid)
    expect(state.orders).toMatchObject([
      { orderId: 'o-1', state: 'CONFIRMED', cityNo: 'city-1', paidOn: '2026-10-12' },
    ])
    expect(state.applications).toMatchObject([
      { state: 'IN_PRODUCTION', cardId: 'a-1.1', producedFrom: '2026-10-12' },
    ])
    expect(stateOf(state, 'a-1.1')).toBe('ORDERED')
  })

  it('before 制卡信息 is confirmed waits for it', () => {
    const state = after(applied({ orders: [order('USER_DONE')], standing: null }), paid)
    expect(state.orders).toMatchObject([{ state: 'CONFIRMED' }])
    expect(state.applications).toMatchObject([{ state: 'SUBMITTED', cardId: null }])
  })

  it('is for the open application, not for an order given up for an earlier one', () => {
    const earlier = reissue({ applicationId: 'a-0', state: 'WITHDRAWN' })
    const cancelled = order('CANCELLED', { orderId: 'o-0', applicationId: 'a-0' })
    const state = after(applied({ applications: [earlier, reissue()], orders: [cancelled] }), paid)
    expect(state.orders).toMatchObject([
      { orderId: 'o-0', state: 'CANCELLED' },
      { orderId: 'o-new', applicationId: 'a-1', state: 'CONFIRMED' },
    ])
  })

  it('of which the desk knew no order makes one', () => {
    const state = after(applied(), paid)
    expect(state.orders).toMatchObject([{ orderId: 'o-new', applicationId: 'a-1', channel: 'app' }])
    expect(state.applications).toMatchObject([{ state: 'IN_PRODUCTION' }])
  })

  it.each(['CREATED', 'PENDING', 'PAYING', 'USER_DONE', 'UNKNOWN', 'CANCELLED', 'FAILED'] as const)(
    'of an order that was %s here is the city’s word',
    (state) => {
      expect(after(applied({ orders: [order(state)] }), paid).orders).toMatchObject([
        { orderId: 'o-1', state: 'CONFIRMED' },
      ])
    },
  )

  it('told twice counts once', () => {
    const once = after(applied({ orders: [order('PENDING')] }), paid)
    expect(refusalOf(once, act('payment.told', { orderId: 'o-other' }))).toBe('told-already')
  })

  it('is of what its order or its application was to cost: a later price changes no order', () => {
    const fee = { version: 0, fen: 1_200, basis: '京发改[2007]623号' }
    const cheap = applied({
      applications: [reissue({ reissue: { oldCardId: 'old', cause: 'lost', fee } })],
    })
    const told = (fen: number) => act('payment.told', { fen })
    expect(after(cheap, told(1_200)).orders).toMatchObject([{ fee, state: 'CONFIRMED' }])
    expect(refusalOf(cheap, told(1_500))).toBe('amount-differs')
    const dear = applied({ orders: [order('PENDING', { fee })] })
    expect([refusalOf(dear, told(1_200)), refusalOf(dear, told(1_500))]).toEqual([
      ...['done', 'amount-differs'],
    ])
  })

  it('of another amount is taken by nobody: somebody looks at it', () => {
    expect(
      refusalOf(applied({ orders: [order('PENDING')] }), act('payment.told', { fen: 1 })),
    ).toBe('amount-differs')
  })

  it('for nothing that was applied for is told to whoever reads the feed', () => {
    expect(refusalOf(caseState(), paid)).toBe('nothing-to-pay-for')
  })

  it('5.7-15 paid twice: both orders kept, the second waits for its refund, one application', () => {
    const twice = after(produced(), act('payment.told', { cityNo: 'city-2' }))
    expect(twice.orders).toMatchObject([
      { orderId: 'o-1', state: 'CONFIRMED', cityNo: 'city-1' },
      { orderId: 'o-new', state: 'REFUND_PENDING', cityNo: 'city-2', fee: { fen: 1_500 } },
    ])
    expect(twice.applications).toEqual(produced().applications)
    expect(exceptionsOf(twice, TODAY)).toEqual([{ kind: 'refund', orderId: 'o-new', fen: 1_500 }])
  })

  it('5.7-15 also by an order the desk had given up, and when the card is handed over', () => {
    const orders = [order('CANCELLED', { orderId: 'o-0' }), ...handedOver().orders]
    const twice = after(handedOver({ orders }), act('payment.told', { cityNo: 'city-2' }))
    expect(twice.orders.map(({ state }) => state)).toEqual(['REFUND_PENDING', 'CONFIRMED'])
  })

  it.each(['WITHDRAWN', 'REJECTED', 'EXPIRED_UNPAID'] as const)(
    'for an application that is %s goes back',
    (state) => {
      const over = applied({ applications: [reissue({ state })], orders: [order('CANCELLED')] })
      const after_ = after(over, paid)
      expect(after_.orders).toMatchObject([{ state: 'REFUND_PENDING' }])
      expect(after_.applications).toMatchObject([{ state }])
    },
  )

  it('for a card that is free goes back', () => {
    const { reissue: of } = reissue()
    const free = of && reissue({ reissue: { ...of, fee: waived(of.fee) } })
    const state = after(applied({ applications: free ? [free] : [] }), paid)
    expect(state.orders).toMatchObject([{ state: 'REFUND_PENDING' }])
  })

  it('for an application on hold is kept, and begins nothing', () => {
    const held = applied({ applications: [reissue({ state: 'ON_HOLD', heldFrom: 'SUBMITTED' })] })
    const state = after(held, paid)
    expect([state.orders[0]?.state, state.applications[0]?.state]).toEqual([
      ...['CONFIRMED', 'ON_HOLD'],
    ])
  })
})

describe('another word on a payment', () => {
  it.each(['CREATED', 'PENDING', 'PAYING', 'USER_DONE', 'UNKNOWN'] as const)(
    'an order that is %s has failed, and another may be opened',
    (state) => {
      const failed = after(applied({ orders: [order(state)] }), told('failed'))
      expect(failed.orders).toMatchObject([{ state: 'FAILED' }])
      expect(refusalOf(failed, act('order.opened', { orderId: 'o-2' }))).toBe('done')
    },
  )

  it('a confirmed one is neither failed nor unknown afterwards', () => {
    expect(refusalOf(produced(), told('failed'))).toBe('told-already')
    expect(refusalOf(produced(), told('unknown'))).toBe('told-already')
  })

  it('unknown is a state of its own, told once', () => {
    const unknown = after(applied({ orders: [order('USER_DONE')] }), told('unknown'))
    expect(unknown.orders).toMatchObject([{ state: 'UNKNOWN' }])
    expect(refusalOf(unknown, told('unknown'))).toBe('told-already')
  })

  it('a refund ends what waited for it, and is told once', () => {
    const due = applied({ orders: [order('REFUND_PENDING', { cityNo: 'city-1' })] })
    const back = after(due, told('refunded'))
    expect(back.orders).toMatchObject([{ state: 'REFUNDED' }])
    expect(exceptionsOf(back, TODAY)).toEqual([])
    expect(refusalOf(back, told('refunded'))).toBe('told-already')
  })

  describe('a refund under another number than the payment had', () => {
    const rejected = reissue({ applicationId: 'a-0', state: 'REJECTED' })
    const due = (orderId: string, cityNo: string) =>
      order('REFUND_PENDING', { orderId, applicationId: 'a-0', cityNo })
    const [pays, goesBack] = ['#2026-09-07/1500/1', '#2026-09-20/1500/1']
    const both = { applications: [rejected, reissue()] }
    const waits = applied({ ...both, orders: [due('o-0', pays), order('PENDING')] })
    const refund = act('payment.told', { result: 'refunded', cityNo: goesBack })
    const another = act('payment.told', { result: 'refunded', cityNo: '#2026-09-21/1500/1' })

    it('is of the one that waits for it, not of the one that is to be paid', () => {
      expect(after(waits, refund).orders).toMatchObject([
        { orderId: 'o-0', state: 'REFUNDED', cityNo: pays },
        { orderId: 'o-1', state: 'PENDING', cityNo: null },
      ])
    })

    it('told again is known, and so is the payment: nothing happens twice', () => {
      const back = after(waits, refund)
      expect(refusalOf(back, refund)).toBe('told-already')
      expect(refusalOf(back, act('payment.told', { cityNo: pays }))).toBe('told-already')
    })

    it('is of nothing where none waits, or several do: somebody looks at it', () => {
      const none = applied({ ...both, orders: [order('PENDING')] })
      expect(refusalOf(none, refund)).toBe('no-order')
      const two = applied({ ...both, orders: [due('o-0', pays), due('o-2', 'city-2')] })
      expect(refusalOf(two, refund)).toBe('no-order')
      expect(refusalOf(after(waits, refund), another)).toBe('no-order')
    })
  })

  it('of no order at all is of nothing', () => {
    expect(refusalOf(applied(), told('failed'))).toBe('no-order')
  })
})
