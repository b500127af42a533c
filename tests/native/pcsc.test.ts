import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPcscReaders } from '../../native/pcsc.ts'
import { isTakenByAnother } from '../../native/readFailure.ts'
import type { CardReaders, ReaderEvent } from '../../native/reader.ts'
import { recordedCard } from '../helpers/virtualCardTalk.ts'
import { PcscFailure, type ScriptedCard, ScriptedBinding } from './pcsclite/scriptedBinding.ts'
import { readerLaw, type ReaderLaw } from './readerLaw.ts'

const READER = 'Reader 0'
const CARD_INFO = '00B0840020'

function recorded(name: string): ScriptedCard {
  const { atr, answer } = recordedCard(name)
  return { atr, answer: (command) => answer(command, null as never) }
}

/** A BMAC card that does something else at one command. */
function bmacThat(at: string, act: ScriptedCard['answer']): ScriptedCard {
  const card = recorded('bmac')
  return { ...card, answer: (command) => (command === at ? act(command) : card.answer(command)) }
}

let system: ScriptedBinding
let readers: CardReaders
let law: ReaderLaw
let events: ReaderEvent[]

beforeEach(() => {
  system = new ScriptedBinding()
  law = readerLaw()
  events = []
  readers = createPcscReaders({ now: Date.now, binding: system })
})

afterEach(async () => {
  vi.useRealTimers()
  await readers.stop()
  expect(law.breaches).toEqual([])
})

function start(): void {
  readers.start((event) => {
    law.hear(event)
    events.push(event)
  })
}

const kinds = (): string[] => events.map((event) => event.kind)

/** Until the last event is of this kind. */
async function until(kind: ReaderEvent['kind'], withinMs = 5_000): Promise<ReaderEvent> {
  await vi.waitFor(() => expect(kinds().at(-1)).toBe(kind), { timeout: withinMs, interval: 5 })
  return events.at(-1) as ReaderEvent
}

async function ready(): Promise<void> {
  system.plug(READER)
  start()
  await until('reader-added')
  events.length = 0
}

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

describe('a card', () => {
  it('changed for another between two looks is gone and placed', async () => {
    await ready()
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    system.remove(READER, true)
    system.insert(READER, recorded('t-union'))
    const read = await until('card-read')
    expect(kinds()).toEqual(['card-placed', 'card-read', 'card-gone', 'card-placed', 'card-read'])
    expect(read).toMatchObject({ card: { family: 't-union' } })
  })

  it('counted a moment after it was shown is the same card', async () => {
    await ready()
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    system.count(READER)
    await sleep(20)
    expect(kinds()).toEqual(['card-placed', 'card-read'])
    system.count(READER)
    system.count(READER)
    await until('card-read')
    expect(kinds().slice(2)).toEqual(['card-gone', 'card-placed', 'card-read'])
  })

  it('is not taken for another when only its use changes', async () => {
    await ready()
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    system.tell(READER, 0x100)
    system.tell(READER)
    expect(kinds()).toEqual(['card-placed', 'card-read'])
  })

  it('that cannot be connected to is "mute": the error nfc-pcsc swallows is told', async () => {
    await ready()
    system.connectFails = ['UnresponsiveCard']
    system.insert(READER, recorded('bmac'))
    expect(await until('card-failed')).toMatchObject({ failure: 'mute' })
  })

  it('held by another program for a moment is read after it', async () => {
    await ready()
    system.connectFails = ['SharingViolation', 'SharingViolation']
    system.insert(READER, recorded('bmac'))
    expect(await until('card-read')).toMatchObject({ card: { number: '1000751136141285' } })
  })

  it('held by another program for good is a trouble of the reader', async () => {
    await ready()
    system.connectFails = Array<string>(9).fill('SharingViolation')
    system.insert(READER, recorded('bmac'))
    const failed = await until('card-failed')
    expect(failed).toMatchObject({ failure: 'reader' })
    expect('cause' in failed && isTakenByAnother(failed.cause)).toBe(true)
  })

  it('reset between two commands is read anew from its first command', async () => {
    await ready()
    let resets = 1
    const heard: string[] = []
    const card = bmacThat(CARD_INFO, (command) => {
      if (resets-- > 0) throw new PcscFailure('ResetCard')
      return recorded('bmac').answer(command)
    })
    const answer: ScriptedCard['answer'] = (command) => {
      heard.push(command)
      return card.answer(command)
    }
    system.insert(READER, { ...card, answer })
    await until('card-read')
    expect(heard.filter((command) => command === 'FFCA000000')).toHaveLength(2)
  })

  it('reset at every reading fails as "removed"', async () => {
    await ready()
    system.insert(
      READER,
      bmacThat(CARD_INFO, () => {
        throw new PcscFailure('ResetCard')
      }),
    )
    expect(await until('card-failed')).toMatchObject({ failure: 'removed' })
  })

  it('that answers with no byte has left the field', async () => {
    await ready()
    system.insert(
      READER,
      bmacThat(CARD_INFO, () => ''),
    )
    expect(await until('card-failed')).toMatchObject({ failure: 'removed' })
  })

  it('that fails leaves no byte of itself in the cause', async () => {
    await ready()
    for (const name of ['bmac-not-bcd', 'bmac-short', 'garbage']) {
      system.insert(READER, recorded(name))
      expect(inspect(await until('card-failed'), { depth: 9 })).not.toMatch(/10007511|12345678/)
      system.remove(READER)
    }
  })

  it('taken away before its answer came fails, and the answer is dropped', async () => {
    await ready()
    let answer: (text: string) => void = () => undefined
    system.insert(
      READER,
      bmacThat(CARD_INFO, () => new Promise((resolve) => (answer = resolve))),
    )
    await sleep(30)
    system.remove(READER)
    answer('9000')
    await sleep(30)
    expect(kinds()).toEqual(['card-placed', 'card-failed', 'card-gone'])
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
