import { describe, expect, it } from 'vitest'
import type { CardRead } from '../../core/cardRead.ts'
import { tapsFrom } from '../../electron/taps.ts'
import { bmac } from '../core/builders.ts'
import { noOther } from '../helpers/noOther.ts'

const A = bmac({ number: '1000751136141285' })
const B = bmac({ number: '1000751132009883' })

/** A reader to lay cards on, and the list of what became of them. */
function aDoor() {
  const seen: string[] = []
  const tell = tapsFrom<string>({
    taken({ outcome, reader }) {
      const what = outcome.kind === 'card' && 'number' in outcome.card ? outcome.card.number : '?'
      seen.push(`tap ${reader} ${what.slice(-4)}`)
      return what
    },
    repeated: (what) => void seen.push(`again ${what.slice(-4)}`),
  })
  return {
    seen,
    lay: (card: CardRead, at: number, reader = 'one') =>
      tell({ kind: 'card-read', reader, card, placedAt: at, otherNumber: noOther }),
    fail: (at: number, reader = 'one') =>
      tell({ kind: 'card-failed', reader, failure: 'removed', placedAt: at, cause: null }),
    lift: (at: number, reader = 'one') => tell({ kind: 'card-gone', reader, at }),
    unplug: (reader = 'one') => tell({ kind: 'reader-removed', reader }),
  }
}

describe('duplicate taps (5.7-5)', () => {
  it('a card that bounces at the edge of the field is one tap, shown again', () => {
    const door = aDoor()
    door.lay(A, 0)
    door.lift(300)
    door.lay(A, 400)
    door.lift(700)
    door.lay(A, 2_600)
    expect(door.seen).toEqual(['tap one 1285', 'again 1285', 'again 1285'])
  })

  it('two seconds after its last removal it is a new tap', () => {
    const door = aDoor()
    door.lay(A, 0)
    door.lift(300)
    door.lay(A, 2_300)
    expect(door.seen).toEqual(['tap one 1285', 'tap one 1285'])
  })

  it('another number is never held back, and does not end the damping of the first', () => {
    const door = aDoor()
    door.lay(A, 0)
    door.lift(100)
    door.lay(B, 200)
    door.lift(300)
    door.lay(A, 400)
    expect(door.seen).toEqual(['tap one 1285', 'tap one 9883', 'again 1285'])
  })

  it('on another reader it is a new tap', () => {
    const door = aDoor()
    door.lay(A, 0)
    door.lift(100)
    door.lay(A, 200, 'two')
    expect(door.seen).toEqual(['tap one 1285', 'tap two 1285'])
  })

  it('a failed read is a tap each time, and does not lengthen the damping of a card', () => {
    const door = aDoor()
    door.lay(A, 0)
    door.lift(100)
    door.fail(1_500)
    door.lift(1_900)
    door.lay(A, 2_200)
    expect(door.seen).toEqual(['tap one 1285', 'tap one ?', 'tap one 1285'])
  })

  it('phones are never held back: each has another number', () => {
    const door = aDoor()
    door.lay({ family: 'phone' }, 0)
    door.lift(100)
    door.lay({ family: 'phone' }, 200)
    expect(door.seen).toEqual(['tap one ?', 'tap one ?'])
  })

  it('a reader that came back remembers nothing', () => {
    const door = aDoor()
    door.lay(A, 0)
    door.lift(100)
    door.unplug()
    door.lay(A, 500)
    expect(door.seen).toEqual(['tap one 1285', 'tap one 1285'])
  })
})

it('a tap that could not be stored is not remembered: the next try counts', () => {
  let stored = 0
  const tell = tapsFrom<string>({
    taken: () => (++stored === 1 ? null : 'stored'),
    repeated: () => expect.unreachable(),
  })
  tell({ kind: 'card-read', reader: 'one', card: A, placedAt: 0, otherNumber: noOther })
  tell({ kind: 'card-gone', reader: 'one', at: 100 })
  tell({ kind: 'card-read', reader: 'one', card: A, placedAt: 200, otherNumber: noOther })
  expect(stored).toBe(2)
})
