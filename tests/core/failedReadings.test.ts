import { expect, it } from 'vitest'
import { failuresOf, SAME_CARD_MS, type Reading } from '../../core/failedReadings.ts'

const NOW = 1_000_000
const failed = (ago: number, reader = 'one'): Reading => ({
  reader,
  at: NOW - ago,
  family: null,
  failed: true,
})
const read = (ago: number, reader = 'one'): Reading => ({
  reader,
  at: NOW - ago,
  family: 'm1',
  failed: false,
})
const twoCards = (ago: number): Reading => ({ ...failed(ago), failed: false })

/** How long ago the failures were that count for a card read now at reader one. */
const counted = (...before: readonly Reading[]): readonly number[] =>
  failuresOf({ reader: 'one', at: NOW }, before).map((one) => NOW - one.at)

it.each<readonly [string, readonly Reading[], readonly number[]]>([
  ['nothing before it', [], []],
  ['every failure just before it', [failed(500), failed(1_500)], [500, 1_500]],
  ['a failure up to ten seconds old', [failed(SAME_CARD_MS)], [SAME_CARD_MS]],
  ['no older one', [failed(SAME_CARD_MS + 1)], []],
  ['no failure from before another card', [failed(500), read(800), failed(900)], [500]],
  ['only failures at its own reader', [failed(500, 'two'), failed(800)], [800]],
  ['failures across a card read elsewhere', [read(500, 'two'), failed(800)], [800]],
  ['no two cards at once, but what failed before them', [twoCards(300), failed(800)], [800]],
  ['none from the time ahead: the clock was set back', [failed(-1), failed(800)], []],
])('a card that is read takes %s', (_name, before, expected) => {
  expect(counted(...before)).toEqual(expected)
})

it('asks no further back than it must', () => {
  let asked = 0
  function* before(): Generator<Reading> {
    for (let ago = 1_000; ; ago += 1_000) {
      asked += 1
      yield failed(ago)
    }
  }
  expect(failuresOf({ reader: 'one', at: NOW }, before())).toHaveLength(10)
  expect(asked).toBe(11)
})
