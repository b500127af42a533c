import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TestTap } from '../../core/devices.ts'
import { TEST_LIMIT_MS, testTaps } from '../../electron/testTap.ts'
import type { ReaderEvent } from '../../native/reader.ts'
import { bmac } from '../core/builders.ts'
import { MONDAY, stoppedClock } from './builders.ts'
import { noOther } from '../helpers/noOther.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aTest() {
  const clock = stoppedClock()
  const told: TestTap[] = []
  const onOver = vi.fn()
  const tests = testTaps({ clock, onTested: (tap) => told.push(tap), onOver })
  let placedAt = clock.steady()
  return {
    clock,
    told,
    onOver,
    tests,
    place(reader = 'one') {
      placedAt = clock.steady()
      tests.takes({ kind: 'card-placed', reader, at: placedAt })
    },
    /** @returns whether the test took it */
    read: (reader = 'one') =>
      tests.takes({
        kind: 'card-read',
        reader,
        card: bmac(),
        placedAt,
        otherNumber: noOther,
      } satisfies ReaderEvent),
    fail: (reader = 'one') =>
      tests.takes({ kind: 'card-failed', reader, failure: 'mute', placedAt, cause: null }),
  }
}

it('tries one card, measures it by the steady clock, and is over', () => {
  const { tests, clock, told, place, read } = aTest()
  tests.begin()
  clock.pass(1_000)
  place()
  clock.pass(72)
  expect(tests.waiting).toBe(true)
  expect(read()).toBe(true)
  expect(tests.waiting).toBe(false)
  expect(told).toEqual([
    {
      at: MONDAY + 1_000,
      reader: 'one',
      tookMs: 72,
      result: { kind: 'card', family: 'bmac', numberTail: '1285', uid: 'fixed', advice: 'good' },
    },
  ])
  place()
  expect(read()).toBe(false)
  expect(told).toHaveLength(1)
})

it('tells why a card was not read', () => {
  const { tests, told, place, fail } = aTest()
  tests.begin()
  place()
  expect(fail()).toBe(true)
  expect(told[0]?.result).toEqual({ kind: 'failed', failure: 'mute' })
})

it('takes nothing while nobody has asked', () => {
  const { place, read, told } = aTest()
  place()
  expect(read()).toBe(false)
  expect(told).toEqual([])
})

it('leaves alone a card that was laid down before', () => {
  const { tests, place, read } = aTest()
  place()
  tests.begin()
  expect(read()).toBe(false)
  expect(tests.waiting).toBe(true)
})

it('tries the first of two cards at two readers, whichever is read first', () => {
  const { tests, told, place, read } = aTest()
  tests.begin()
  place('one')
  place('two')
  expect(read('two')).toBe(false)
  expect(read('one')).toBe(true)
  expect(told.map((tap) => tap.reader)).toEqual(['one'])
})

it('taken back takes nothing', () => {
  const { tests, place, read, onOver } = aTest()
  tests.begin()
  tests.end()
  place()
  expect(read()).toBe(false)
  vi.advanceTimersByTime(TEST_LIMIT_MS)
  expect(onOver).not.toHaveBeenCalled()
})

it('taken back while a card is being read leaves the outcome to the taps', () => {
  const { tests, told, place, read, fail } = aTest()
  for (const outcome of [read, fail]) {
    tests.begin()
    place()
    tests.end()
    expect(tests.waiting).toBe(false)
    expect(outcome()).toBe(false)
  }
  expect(told).toEqual([])
})

it('ends by itself when no card comes, and says so once', () => {
  const { tests, place, read, onOver } = aTest()
  tests.begin()
  vi.advanceTimersByTime(TEST_LIMIT_MS - 1)
  expect(tests.waiting).toBe(true)
  vi.advanceTimersByTime(1)
  expect([tests.waiting, onOver.mock.calls.length]).toEqual([false, 1])
  place()
  expect(read()).toBe(false)
})

it('asked for again waits its whole time again', () => {
  const { tests } = aTest()
  tests.begin()
  vi.advanceTimersByTime(TEST_LIMIT_MS - 1)
  tests.begin()
  vi.advanceTimersByTime(TEST_LIMIT_MS - 1)
  expect(tests.waiting).toBe(true)
})
