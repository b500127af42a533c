import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReadOutcome } from '../../core/cardRead.ts'
import { createFakeReaders, type FakeReaders } from '../../native/fake.ts'
import type { ReaderEvent } from '../../native/reader.ts'
import { recordedCard } from '../helpers/virtualCardTalk.ts'
import { readerLaw, type ReaderLaw } from './readerLaw.ts'

const READER = 'fake'
const M1: ReadOutcome = { kind: 'card', card: { family: 'm1', uid: 'DE4F2610' } }
const GARBAGE: ReadOutcome = { kind: 'failed', failure: 'garbage' }

let fake: FakeReaders
let law: ReaderLaw
let events: ReaderEvent[]

beforeEach(() => {
  law = readerLaw()
  events = []
  fake = createFakeReaders({ readMs: 0, now: () => 1_000 })
  fake.addReader(READER)
})

afterEach(async () => {
  await fake.stop()
  expect(law.breaches).toEqual([])
})

function start(): void {
  fake.start((event) => {
    law.hear(event)
    events.push(event)
  })
}

const kinds = (): string[] => events.map((event) => event.kind)
const told = (kind: string): Promise<void> => vi.waitFor(() => expect(kinds()).toContain(kind))

describe('the fake readers', () => {
  it('tell the service, then their readers', () => {
    start()
    expect(kinds()).toEqual(['service', 'reader-added'])
  })

  it('read a card as it was given', async () => {
    start()
    fake.place(READER, M1)
    await told('card-read')
    fake.lift(READER)
    expect(events.slice(2)).toEqual([
      { kind: 'card-placed', reader: READER, at: 1_000 },
      {
        ...{ kind: 'card-read', reader: READER, card: M1.kind === 'card' && M1.card },
        ...{ placedAt: 1_000, otherNumber: expect.any(Function) },
      },
      { kind: 'card-gone', reader: READER, at: 1_000 },
    ])
  })

  it('fail as they were told to', async () => {
    start()
    fake.place(READER, GARBAGE)
    await told('card-failed')
    expect(events.at(-1)).toMatchObject({ failure: 'garbage' })
  })

  it('really read a card that talks', async () => {
    start()
    const card = recordedCard('bmac')
    fake.place(READER, { atr: card.atr, answer: (command) => card.answer(command, null as never) })
    await told('card-read')
    expect(events.at(-1)).toMatchObject({ card: { number: '1000751136141285' } })
  })

  it('fail a card that is lifted before it was read', async () => {
    start()
    fake.place(READER, M1)
    fake.lift(READER)
    await sleep(10)
    expect(kinds().slice(2)).toEqual(['card-placed', 'card-failed', 'card-gone'])
    expect(events[3]).toMatchObject({ failure: 'removed' })
  })

  it('take a card away when another is laid on it', async () => {
    start()
    fake.place(READER, GARBAGE)
    await told('card-failed')
    fake.place(READER, M1)
    await told('card-read')
    expect(kinds().slice(2)).toEqual([
      'card-placed',
      'card-failed',
      'card-gone',
      'card-placed',
      'card-read',
    ])
  })

  it('fail a card that never answers after the limit', async () => {
    vi.useFakeTimers()
    start()
    fake.place(READER, { atr: '3B80800101', answer: () => null })
    await vi.advanceTimersByTimeAsync(3_000)
    vi.useRealTimers()
    expect(events.at(-1)).toMatchObject({ kind: 'card-failed', failure: 'mute' })
  })

  it('show a card that was there first as lying', () => {
    fake.place(READER, M1)
    start()
    fake.lift(READER)
    expect(kinds().slice(2)).toEqual(['card-lying', 'card-gone'])
  })

  it('vanish with the service and come back with it, the card lying', async () => {
    start()
    fake.place(READER, M1)
    await told('card-read')
    fake.setService('down')
    fake.setService('up')
    expect(kinds().slice(4)).toEqual([
      'card-gone',
      'reader-removed',
      'service',
      'service',
      'reader-added',
      'card-lying',
    ])
  })

  it('are unplugged with their card', async () => {
    start()
    fake.place(READER, M1)
    await told('card-read')
    fake.removeReader(READER)
    expect(kinds().slice(4)).toEqual(['card-gone', 'reader-removed'])
  })

  it('tell nothing after stop', async () => {
    start()
    fake.place(READER, M1)
    await fake.stop()
    const before = events.length
    fake.lift(READER)
    fake.place(READER, GARBAGE)
    await sleep(10)
    expect(events.length).toBe(before)
  })

  it('refuse a card for a reader that does not exist', () => {
    expect(() => fake.place('nowhere', M1)).toThrow('nowhere')
  })
})
