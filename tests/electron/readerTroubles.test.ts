import { expect, it } from 'vitest'
import { troublesAfter, type ReaderTroubles } from '../../electron/readerTroubles.ts'
import { PcscError } from '../../native/pcsclite/pcscError.ts'
import type { ReaderEvent } from '../../native/reader.ts'
import { bmac } from '../core/builders.ts'
import { noOther } from '../helpers/noOther.ts'

const SHARED = new PcscError('SCardConnect', 'SharingViolation')
const BROKEN = new PcscError('SCardConnect', 'ReaderUnavailable')

const error = (cause: unknown, reader = 'one'): ReaderEvent => ({
  kind: 'reader-error',
  reader,
  cause,
})
const failed = (failure: 'reader' | 'removed', cause: unknown): ReaderEvent => ({
  kind: 'card-failed',
  reader: 'one',
  failure,
  placedAt: 0,
  cause,
})
const read: ReaderEvent = {
  kind: 'card-read',
  reader: 'one',
  card: bmac(),
  placedAt: 0,
  otherNumber: noOther,
}
const gone: ReaderEvent = { kind: 'card-gone', reader: 'one', at: 0 }

const after = (...events: readonly ReaderEvent[]) => [
  ...events.reduce(troublesAfter, new Map() as ReaderTroubles),
]

it.each<readonly [string, readonly ReaderEvent[], unknown]>([
  ['an error of the driver', [error(BROKEN)], [['one', 'driver-error']]],
  ['another program', [error(SHARED)], [['one', 'in-use']]],
  ['another program, told by a card', [failed('reader', SHARED)], [['one', 'in-use']]],
  ['an error told by a card', [failed('reader', BROKEN)], [['one', 'driver-error']]],
  ['a card pulled away is none', [failed('removed', BROKEN)], []],
  ['the newest counts', [error(BROKEN), error(SHARED)], [['one', 'in-use']]],
  ['it lasts when the card goes', [error(SHARED), gone], [['one', 'in-use']]],
  ['it ends when a card is read', [error(SHARED), read], []],
  ['or the reader comes anew', [error(BROKEN), { kind: 'reader-added', reader: 'one' }], []],
  ['or is gone', [error(BROKEN), { kind: 'reader-removed', reader: 'one' }], []],
  ['at its own reader', [error(BROKEN, 'two'), error(SHARED), read], [['two', 'driver-error']]],
])('%s', (_name, events, expected) => {
  expect(after(...events)).toEqual(expected)
})
