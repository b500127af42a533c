import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import {
  bmacThat,
  CARD_INFO,
  events,
  kinds,
  READER,
  ready,
  recorded,
  scriptedSystem,
  start,
  system,
  until,
} from './scriptedReader.ts'

scriptedSystem()

describe('the PC/SC service', () => {
  it('that is not there is told once, and looked for at 0.5, 1, 2, 2 s', async () => {
    vi.useFakeTimers()
    system.isUp = false
    const looks = vi.spyOn(system, 'watch')
    start()
    const counts: number[] = []
    for (const ms of [0, 499, 1, 1_000, 2_000, 2_000]) {
      await vi.advanceTimersByTimeAsync(ms)
      counts.push(looks.mock.calls.length)
    }
    expect(counts).toEqual([1, 1, 2, 3, 4, 5])
    expect(kinds()).toEqual(['service'])
  })

  it('that comes back is found, and its readers with it', async () => {
    await ready()
    system.lose()
    expect(kinds()).toEqual(['reader-removed', 'service'])
    system.isUp = true
    await until('reader-added')
    expect(kinds().slice(2)).toEqual(['service', 'reader-added'])
  })

  it('lost while a card lies there ends the card, the reader, then itself', async () => {
    await ready()
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    system.lose()
    expect(kinds().slice(2)).toEqual(['card-gone', 'reader-removed', 'service'])
  })
})

describe('a reader', () => {
  it('gone and back reads again', async () => {
    await ready()
    system.unplug(READER)
    system.plug(READER)
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    expect(kinds()).toEqual(['reader-removed', 'reader-added', 'card-placed', 'card-read'])
  })

  it('unplugged in the middle of a read fails it, and takes the card with it', async () => {
    await ready()
    system.insert(
      READER,
      bmacThat(CARD_INFO, () => null),
    )
    await until('card-placed')
    await sleep(20)
    system.unplug(READER)
    expect(kinds()).toEqual(['card-placed', 'card-failed', 'card-gone', 'reader-removed'])
  })

  it('that comes with a card on it tells of a lying card and does not read it', async () => {
    const answer = vi.fn(recorded('bmac').answer)
    system.plug(READER, { ...recorded('bmac'), answer })
    start()
    await until('card-lying')
    await sleep(30)
    expect(answer).not.toHaveBeenCalled()
    expect(kinds()).toEqual(['service', 'reader-added', 'card-lying'])
  })

  it('frees the card as soon as it is read', async () => {
    await ready()
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    await vi.waitFor(() => expect(system.sessionsOpen).toBe(0))
  })
})

describe('the limits of the binding', () => {
  it('dropped events bring a new watch, and a card that stayed is not read twice', async () => {
    await ready()
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    system.overflow()
    await sleep(30)
    expect(system.watchesMade).toBe(2)
    expect(kinds()).toEqual(['card-placed', 'card-read'])
  })

  it('a card that came among dropped events is read', async () => {
    await ready()
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    events.length = 0
    system.remove(READER, true)
    system.insert(READER, recorded('t-union'), true)
    system.overflow()
    expect(await until('card-read')).toMatchObject({ card: { family: 't-union' } })
    expect(kinds()).toEqual(['card-gone', 'card-placed', 'card-read'])
  })

  it('a reader that left among dropped events is removed', async () => {
    await ready()
    system.readers.delete(READER)
    system.overflow()
    await until('reader-removed')
  })

  it('connections that cannot be closed bring a new watch before they fill it', async () => {
    await ready()
    system.disconnectFails = true
    for (const name of ['bmac', 't-union', 'bmac', 't-union', 'bmac']) {
      system.insert(READER, recorded(name))
      await until('card-read')
      system.remove(READER)
      await until('card-gone')
      await sleep(5)
    }
    expect(kinds().filter((kind) => kind === 'card-read')).toHaveLength(5)
    expect(system.watchesMade).toBeGreaterThan(1)
  })

  it('a full table of connections brings a new watch, and the card is read', async () => {
    await ready()
    system.connectFails = ['TooManyCardConnections']
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    expect(system.watchesMade).toBe(2)
  })
})
