import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleared, countTry, locked, mayTry, type Tries } from '../../core/tries.ts'

const after = (wrong: number): Tries =>
  Array.from({ length: wrong }).reduce<Tries>((tries) => countTry(tries), cleared())

const SECOND = 1_000

describe('the door of the PIN', () => {
  it('is open for five tries', () => {
    for (const wrong of [0, 1, 2, 3, 4]) expect(mayTry(after(wrong), 0, 0)).toEqual({ kind: 'yes' })
  })

  it.each([
    [5, 30],
    [6, 60],
    [7, 120],
    [8, 240],
    [9, 480],
  ])('after %i wrong ones is shut for %i seconds', (wrong, seconds) => {
    const until = seconds * SECOND
    expect(mayTry(after(wrong), 0, until - 1)).toEqual({ kind: 'wait', ms: 1 })
    expect(mayTry(after(wrong), 0, until)).toEqual({ kind: 'yes' })
  })

  it('after ten is lifted by no waiting, only by a supervisor', () => {
    for (const tries of [after(10), after(11), locked()])
      expect(mayTry(tries, 0, Number.MAX_SAFE_INTEGER)).toEqual({ kind: 'needs-supervisor' })
    expect(mayTry(cleared(), 0, 0)).toEqual({ kind: 'yes' })
  })

  it('never owes more than a quarter of an hour', () => {
    expect(after(40).owedMs).toBe(15 * 60 * SECOND)
  })

  it('takes a clock that ran backwards for no waiting at all', () => {
    expect(mayTry(after(5), 90 * SECOND, 0)).toEqual({ kind: 'wait', ms: 30 * SECOND })
  })
})

/** What a guesser can do who has the desk for himself. */
type Act = { readonly kind: 'try' } | { readonly kind: 'restart' } | Wait
interface Wait {
  readonly kind: 'wait'
  readonly ms: number
}

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Act>({ kind: 'try' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'restart' }) },
  {
    weight: 4,
    arbitrary: fc
      .oneof(fc.nat(60_000), fc.constantFrom(30_000, 60_000, 120_000, 240_000, 480_000))
      .map<Act>((ms) => ({ kind: 'wait', ms })),
  },
)

it('gives no guesser more than ten tries, nor more than five without an unbroken wait', () => {
  let most = 0
  fc.assert(
    fc.property(fc.array(act, { maxLength: 120, size: 'max' }), fc.nat(), (acts, start) => {
      let [tries, now, since, unbroken, given] = [cleared(), start, start, 0, 0]
      for (const one of acts) {
        if (one.kind === 'wait') {
          now += one.ms
          unbroken += one.ms
        } else if (one.kind === 'restart') {
          // a steady clock begins anywhere; what is on the disk stays
          now = start
          since = start
          unbroken = 0
        } else if (mayTry(tries, since, now).kind === 'yes') {
          given += 1
          if (given > 5) expect(unbroken).toBeGreaterThanOrEqual(30_000 * 2 ** (given - 6))
          tries = countTry(tries)
          since = now
          unbroken = 0
        }
      }
      most = Math.max(most, given)
      expect(given).toBeLessThanOrEqual(10)
    }),
    { numRuns: 3_000, seed: 20_260_901 },
  )
  // else the property would have seen no locked door
  expect(most).toBe(10)
})
