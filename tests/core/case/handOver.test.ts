import { describe, expect, it } from 'vitest'
import { caseStep } from '../../../core/case/caseStep.ts'
import type { Collector } from '../../../core/case/collector.ts'
import { exceptionsOf } from '../../../core/case/exceptions.ts'
import { oldCardOf } from '../../../core/case/handOver.ts'
import { act, applied, arrived, handedOver, laid, refusalOf, SUPERVISOR } from './acts.ts'
import {
  after,
  card,
  caseState,
  date,
  decide,
  eventsOf,
  LEFT,
  order,
  reissue,
  RENAMED,
  stateOf,
} from './builders.ts'

const give = act('card.handed-over')
const on = laid('a-1.1')

describe('领卡', () => {
  it.each(['LOST', 'DAMAGED', 'FOUND_HELD', 'ACTIVE'] as const)(
    'puts the new card into use and replaces the old one, which was %s',
    (state) => {
      const cards = [card('old', state), card('a-1.1', 'ARRIVED')]
      const given = after(arrived({ cards }), give, on)
      expect([stateOf(given, 'a-1.1'), stateOf(given, 'old')]).toEqual(['ACTIVE', 'REPLACED'])
      expect(given.applications).toMatchObject([{ state: 'HANDED_OVER' }])
    },
  )

  it.each(['LOST', 'DAMAGED', 'FOUND_HELD'] as const)(
    'replaces a card that is %s also where the new one was applied for in the app',
    (state) => {
      const came = caseState({ cards: [card('old', state), card('a-1.1', 'ARRIVED')] })
      const given = after(came, give, on)
      expect([stateOf(given, 'a-1.1'), stateOf(given, 'old')]).toEqual(['ACTIVE', 'REPLACED'])
      expect(refusalOf(given, act('loss.lifted'), laid())).toBe('replaced')
    },
  )

  it('leaves one that came broken: it goes back to the district', () => {
    const second = after(arrived(), act('card.damaged', { cardId: 'a-1.1' }))
    const here = after(second, act('card.arrived', { cardId: 'a-1.2', identifiers: [] }))
    const given = after(here, act('card.handed-over', { cardId: 'a-1.2' }), laid('a-1.2'))
    expect(given.cards.map(({ state }) => state)).toEqual(['REPLACED', 'DAMAGED', 'ACTIVE'])
  })

  it.each(['RETURNED', 'VOID', 'LEFT'] as const)('leaves an old card that is %s', (state) => {
    const cards = [card('old', state), card('a-1.1', 'ARRIVED')]
    expect(stateOf(after(arrived({ cards }), give, on), 'old')).toBe(state)
  })

  it('needs the chip of this very card', () => {
    expect(refusalOf(arrived(), give)).toBe('chip-not-proven')
    expect(refusalOf(arrived(), give, laid('old'))).toBe('chip-not-proven')
    expect(refusalOf(arrived(), give, { ...on, chipOf: ['of-another-pupil'] })).toBe(
      'chip-of-another',
    )
  })

  it('is done once', () => {
    expect(refusalOf(handedOver(), give, on)).toBe('handed-over-already')
  })

  it.each(['ORDERED', 'FAILED', 'LOST', 'DAMAGED', 'RETURNED', 'VOID'] as const)(
    'is not of a card that is %s',
    (state) => {
      expect(refusalOf(arrived({ cards: [card('a-1.1', state)] }), give, on)).toBe('not-arrived')
    },
  )

  it.each(['CREATED', 'PENDING'] as const)(
    'cancels an order that is %s: nobody pays for what is handed over',
    (state) => {
      const given = after(arrived({ orders: [order(state)] }), give, on)
      expect(given.orders).toMatchObject([{ state: 'CANCELLED' }])
      const lost = after(given, act('loss.reported', { cardId: 'a-1.1' }))
      const again = act('reissue.applied', { applicationId: 'a-2', oldCardId: 'a-1.1' })
      expect(refusalOf(lost, again)).toBe('done')
    },
  )

  it.each(['PAYING', 'USER_DONE', 'UNKNOWN'] as const)(
    '5.7-14 leaves an order that is %s: the money may have come, and the city tells',
    (state) => {
      const given = after(arrived({ orders: [order(state)] }), give, on)
      expect(given.orders).toMatchObject([{ state }])
    },
  )

  it('leaves the order of an application it does not end', () => {
    const orders = [order('PENDING', { applicationId: 'a-0' })]
    expect(after(arrived({ orders }), give, on).orders).toEqual(orders)
  })

  it('of a pupil without an application, or a newcomer, ends nothing else', () => {
    const state = caseState({ cards: [card('a-1.1', 'ARRIVED')] })
    expect(after(state, give, on).cards).toMatchObject([{ state: 'ACTIVE' }])
  })

  it('5.7-9 is not to a pupil who has left', () => {
    expect(refusalOf(arrived({ pupil: LEFT }), give, on)).toBe('pupil-left')
  })

  it('waits while the application is on hold', () => {
    const held = after(arrived(), act('application.held'), SUPERVISOR)
    expect(refusalOf(held, give, on)).toBe('on-hold')
  })
})

describe('5.7-16 a name corrected after 制卡确认', () => {
  const renamed = arrived({ standing: RENAMED })
  const decided = act('card.handed-over', { reason: '家长先领用' })

  it('flags a card in production: its face will show the former name', () => {
    const flags = exceptionsOf(renamed, date('2026-10-12'))
    expect(flags).toEqual([{ kind: 'data-changed', applicationId: 'a-1' }])
  })

  it('is handed over only by a supervisor who says why', () => {
    expect(refusalOf(renamed, give, on)).toBe('data-changed')
    expect(refusalOf(renamed, decided, on)).toBe('data-changed')
    expect(refusalOf(renamed, give, { ...on, ...SUPERVISOR })).toBe('data-changed')
    expect(refusalOf(renamed, decided, { ...on, ...SUPERVISOR })).toBe('done')
  })

  it('goes into no class pack', () => {
    expect(refusalOf(renamed, act('pack.taken'), SUPERVISOR)).toBe('data-changed')
  })

  it('before production it is confirmed anew, and flagged nowhere', () => {
    expect(exceptionsOf(applied({ standing: RENAMED }), date('2026-10-12'))).toEqual([])
  })
})

describe('5.7-19 the collector is not the student', () => {
  const mother: Exclude<Collector, { readonly kind: 'class-teacher' }> = {
    ...{ kind: 'parent', name: '李红', relation: 'mother', phoneTail: '1234' },
  }
  const command = act('card.handed-over', { collector: mother, oldCard: 'taken-in' })
  const collected = eventsOf(decide(arrived(), command, on)).find(
    ({ type }) => type === 'collected',
  )

  it('relation, name and the tail of the telephone are kept with the signature', () => {
    expect(collected).toEqual({
      ...{ type: 'collected', cardId: 'a-1.1', studentId: 's-1', collector: mother },
      ...{ oldCard: 'taken-in', signature: '1,1 2,2' },
    })
  })

  it('the timeline tells who, and neither how they sign nor their number', () => {
    const step = collected && caseStep(collected)
    const { kind, name, relation } = mother
    const told = { kind, name, relation }
    expect(step).toEqual({ of: 'collected', collector: told, oldCard: 'taken-in' })
  })
})

describe('the old card to be asked about', () => {
  it('is that of the application, else the one in use, else one that is lost, else none', () => {
    expect(oldCardOf(arrived())?.cardId).toBe('old')
    expect(oldCardOf(caseState())?.cardId).toBe('old')
    const inApp = caseState({ cards: [card('old', 'LOST'), card('a-1.1', 'ARRIVED')] })
    expect(oldCardOf(inApp)?.cardId).toBe('old')
    const gone = caseState({ cards: [], applications: [reissue({ state: 'ARRIVED' })] })
    expect(oldCardOf(gone)).toBeNull()
  })
})
