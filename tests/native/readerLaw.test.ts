import { describe, expect, it } from 'vitest'
import type { ReaderEvent } from '../../native/reader.ts'
import { readerLaw } from './readerLaw.ts'
import { noOther } from '../helpers/noOther.ts'

const reader = 'one'
const up: ReaderEvent = { kind: 'service', state: 'up' }
const added: ReaderEvent = { kind: 'reader-added', reader }
const removed: ReaderEvent = { kind: 'reader-removed', reader }
const lying: ReaderEvent = { kind: 'card-lying', reader }
const placed: ReaderEvent = { kind: 'card-placed', reader, at: 1 }
const read: ReaderEvent = {
  kind: 'card-read',
  reader,
  card: { family: 'phone' },
  placedAt: 1,
  otherNumber: noOther,
}
const gone: ReaderEvent = { kind: 'card-gone', reader, at: 2 }

function breaches(...events: ReaderEvent[]): readonly string[] {
  const law = readerLaw()
  events.forEach((event) => law.hear(event))
  return law.breaches
}

describe('the law of readers', () => {
  it.each([
    ['a whole tap', [up, added, placed, read, gone, removed]],
    ['a lying card and a tap', [up, added, lying, gone, placed, read, gone]],
  ])('is kept by %s', (_, events) => {
    expect(breaches(...events)).toEqual([])
  })

  it.each([
    ['a reader before the service', [added]],
    ['a read without a card', [up, added, read]],
    ['two outcomes', [up, added, placed, read, read]],
    ['a removal without an outcome', [up, added, placed, gone]],
    ['a second card on the first', [up, added, placed, read, placed]],
    ['a reader that leaves with its card on', [up, added, placed, read, removed]],
    ['a lying card that is read', [up, added, lying, read]],
    ['a lying card after a tap', [up, added, placed, read, gone, lying]],
    ['an outcome of another time', [up, added, placed, { ...read, placedAt: 9 } as ReaderEvent]],
    ['a reader added twice', [up, added, added]],
  ])('is broken by %s', (_, events) => {
    expect(breaches(...events)).not.toEqual([])
  })
})
