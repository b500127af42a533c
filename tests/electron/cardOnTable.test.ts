import { describe, expect, it, vi } from 'vitest'
import type { TapShown } from '../../core/tapShown.ts'
import type { Verdict } from '../../core/verdict.ts'
import { cardOnTable, type Laid } from '../../electron/cardOnTable.ts'
import { bmac } from '../core/builders.ts'
import { MONDAY } from './builders.ts'

const UNKNOWN: Verdict = { kind: 'unknown-card' }
const CHIP = bmac({ number: '1000751234567890', uid: 'A1B2C3D4' })
const OF_CHIP = [
  { kind: 'bmac', value: '1000751234567890' },
  { kind: 'uid', value: 'A1B2C3D4' },
]
const SECOND = '3104900012345678901'

function aTap(tapId: string, verdict: Verdict = UNKNOWN): TapShown {
  return {
    ...{ tapId, at: MONDAY, placedAt: 0, reader: 'door', verdict, dataAsOf: null },
    ...{ person: null, family: 'bmac', numberTail: '7890', validities: null },
  }
}

const noOther = () => Promise.resolve(null)

async function numbersOf(laid: Laid) {
  if (laid.kind === 'refused') throw new Error(`Refused: ${laid.why}`)
  return laid.numbers
}

describe('the card on the table', () => {
  it('is the one of the tap that is asked about', () => {
    const table = cardOnTable()
    const tap = aTap('t-1')
    table.hear(tap, CHIP, noOther)
    expect(table.laidBy('t-1')).toMatchObject({ kind: 'laid', tap, read: CHIP })
  })

  it('is no more the one of a tap before', () => {
    const table = cardOnTable()
    table.hear(aTap('t-1'), CHIP, noOther)
    table.hear(aTap('t-2'), CHIP, noOther)
    expect(table.laidBy('t-1')).toEqual({ kind: 'refused', why: 'tap-over' })
    expect(table.laidBy('t-2').kind).toBe('laid')
  })

  it('is none before the first and after it was forgotten', () => {
    const table = cardOnTable()
    const over = { kind: 'refused', why: 'tap-over' }
    expect(table.laidBy('t-1')).toEqual(over)
    table.hear(aTap('t-1'), CHIP, noOther)
    table.forget()
    expect(table.laidBy('t-1')).toEqual(over)
  })

  it('that could not be read takes the place of the one before', () => {
    const table = cardOnTable()
    table.hear(aTap('t-1'), CHIP, noOther)
    table.hear(aTap('t-2', { kind: 'two-cards' }), null, noOther)
    expect(table.laidBy('t-2')).toEqual({ kind: 'refused', why: 'not-read' })
    expect(table.laidBy('t-1')).toEqual({ kind: 'refused', why: 'tap-over' })
  })

  it.each<Verdict>([UNKNOWN, { kind: 'not-handed-over', state: 'ARRIVED' }])(
    'is asked once for its other number, and at once, where it is new: $kind',
    async (verdict) => {
      const table = cardOnTable()
      const otherNumber = vi.fn(() => Promise.resolve(SECOND))
      table.hear(aTap('t-1', verdict), CHIP, otherNumber)
      expect(otherNumber).toHaveBeenCalledTimes(1)
      const all = [...OF_CHIP, { kind: 't-union', value: SECOND }]
      expect(await numbersOf(table.laidBy('t-1'))).toEqual(all)
      expect(await numbersOf(table.laidBy('t-1'))).toEqual(all)
      expect(otherNumber).toHaveBeenCalledTimes(1)
    },
  )

  it('is known by what was read of it where it has no other number', async () => {
    const table = cardOnTable()
    table.hear(aTap('t-1'), CHIP, noOther)
    expect(await numbersOf(table.laidBy('t-1'))).toEqual(OF_CHIP)
  })

  it('is not asked for another number where the desk knows it', async () => {
    const table = cardOnTable()
    const otherNumber = vi.fn(() => Promise.resolve(SECOND))
    table.hear(aTap('t-1', { kind: 'lost', since: MONDAY, by: null }), CHIP, otherNumber)
    expect(otherNumber).not.toHaveBeenCalled()
    expect(await numbersOf(table.laidBy('t-1'))).toEqual(OF_CHIP)
  })

  it('has no numbers where it is a phone', async () => {
    const table = cardOnTable()
    table.hear(aTap('t-1', { kind: 'temporary-number' }), { family: 'phone' }, noOther)
    expect(await numbersOf(table.laidBy('t-1'))).toEqual([])
  })
})
