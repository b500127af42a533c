import { afterEach, beforeEach, expect, vi } from 'vitest'
import { createPcscReaders } from '../../native/pcsc.ts'
import type { CardReaders, ReaderEvent } from '../../native/reader.ts'
import { recordedCard } from '../helpers/virtualCardTalk.ts'
import { type ScriptedCard, ScriptedBinding } from './pcsclite/scriptedBinding.ts'
import { readerLaw, type ReaderLaw } from './readerLaw.ts'

export const READER = 'Reader 0'
export const CARD_INFO = '00B0840020'

export function recorded(name: string): ScriptedCard {
  const { atr, answer } = recordedCard(name)
  return { atr, answer: (command) => answer(command, null as never) }
}

/** A BMAC card that does something else at one command. */
export function bmacThat(at: string, act: ScriptedCard['answer']): ScriptedCard {
  const card = recorded('bmac')
  return { ...card, answer: (command) => (command === at ? act(command) : card.answer(command)) }
}

export let system: ScriptedBinding
let readers: CardReaders
let law: ReaderLaw
export let events: ReaderEvent[]

/** Each test has a system of its own; at its end the readers have kept the law. */
export function scriptedSystem(): void {
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
}

export function start(): void {
  readers.start((event) => {
    law.hear(event)
    events.push(event)
  })
}

export const kinds = (): string[] => events.map((event) => event.kind)

/** Until the last event is of this kind. */
export async function until(kind: ReaderEvent['kind'], withinMs = 5_000): Promise<ReaderEvent> {
  await vi.waitFor(() => expect(kinds().at(-1)).toBe(kind), { timeout: withinMs, interval: 5 })
  return events.at(-1) as ReaderEvent
}

export async function ready(): Promise<void> {
  system.plug(READER)
  start()
  await until('reader-added')
  events.length = 0
}
