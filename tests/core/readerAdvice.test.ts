import { describe, expect, it } from 'vitest'
import type { CardFamily } from '../../core/cardRead.ts'
import type { FamilyFacts } from '../../core/devices.ts'
import { ENOUGH_READINGS, readerAdvice, type ReaderCondition } from '../../core/readerAdvice.ts'

const condition = (change: Partial<ReaderCondition> = {}): ReaderCondition => ({
  service: 'up',
  rehearsal: false,
  state: 'ready',
  trouble: null,
  families: [],
  failedUnknown: 0,
  ...change,
})

const of = (family: CardFamily, read: number, failed: number): FamilyFacts => ({
  family,
  read,
  failed,
})

it.each<readonly [string, Partial<ReaderCondition>, readonly string[]]>([
  ['a reader that does well', {}, []],
  ['a reader that was taken away', { state: null }, []],
  ['no card service', { service: 'down', state: null }, ['service-down']],
  ['a card service that is still starting', { service: 'starting' }, []],
  ['no card service, at the rehearsal reader', { service: 'down', rehearsal: true }, []],
  ['a driver that reports errors', { trouble: 'driver-error' }, ['driver-error']],
  ['another program at the reader', { trouble: 'in-use' }, ['in-use']],
  ['a card that lies there', { state: 'card-lying' }, ['card-lying']],
  ['two things at once', { trouble: 'in-use', state: 'card-lying' }, ['in-use', 'card-lying']],
])('%s', (_name, change, advice) => {
  expect(readerAdvice(condition(change))).toEqual(advice)
})

describe('failed readings', () => {
  it.each<readonly [string, readonly FamilyFacts[], number, readonly string[]]>([
    ['one of two is no sign', [of('bmac', 1, 1)], 0, []],
    ['nor are all of nineteen', [of('bmac', 0, ENOUGH_READINGS - 1)], 0, []],
    ['nor a single one in many', [of('bmac', 500, 10)], 0, []],
    ['a fifth of twenty is', [of('bmac', 16, 4)], 0, ['fails-often']],
    ['those of no known kind count', [of('bmac', 80, 0)], 20, ['fails-often']],
    ['of every kind', [of('bmac', 70, 30), of('m1', 70, 30)], 0, ['fails-often']],
    ['CPU cards fail and M1 cards do not', [of('bmac', 70, 30), of('m1', 98, 2)], 0, ['fails-cpu']],
    [
      'CPU cards count together',
      [of('bmac', 8, 2), of('t-union', 8, 2), of('m1', 20, 0)],
      0,
      ['fails-cpu'],
    ],
    ['M1 cards fail and CPU cards do not', [of('m1', 15, 5), of('bmac', 200, 1)], 0, ['fails-m1']],
    ['too few M1 cards to compare with', [of('bmac', 70, 30), of('m1', 3, 0)], 0, ['fails-often']],
    ['M1 cards fail now and then too', [of('bmac', 60, 40), of('m1', 90, 10)], 0, ['fails-often']],
    ['phones that fail are the phones’ affair', [of('phone', 10, 40), of('bmac', 90, 2)], 0, []],
  ])('%s', (_name, families, failedUnknown, advice) => {
    expect(readerAdvice(condition({ families, failedUnknown }))).toEqual(advice)
  })
})
