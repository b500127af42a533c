import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createPcscReaders } from '../../native/pcsc.ts'
import type { CardReaders, ReaderEvent } from '../../native/reader.ts'
import { readerLaw, type ReaderLaw } from '../native/readerLaw.ts'
import { type Pcscd, startPcscd } from './pcscd.ts'
import { type CardProgram, insertCard, type VirtualCard } from './virtualCard.ts'

export type Told<K extends ReaderEvent['kind']> = Extract<ReaderEvent, { readonly kind: K }>

/** Real readers on a real pcscd, every event of theirs under the law. */
export interface Bench {
  readonly pcscd: Pcscd
  readonly readers: CardReaders
  readonly law: ReaderLaw
  readonly events: readonly ReaderEvent[]
  insert(slot: 0 | 1, card: CardProgram): Promise<VirtualCard>
  /** The next event of a kind (of a slot, when given) after those that were waited for. */
  next<K extends ReaderEvent['kind']>(kind: K, slot?: 0 | 1, withinMs?: number): Promise<Told<K>>
  /** Starts the watch anew after `readers.stop()`. */
  restart(): void
  /** longest delay of the event loop since the last call, in ms */
  loopDelay(): { readonly p99: number; readonly max: number }
  close(): Promise<void>
}

export const SLOTS = ['Virtual PCD 00 00', 'Virtual PCD 00 01'] as const

export async function openBench(): Promise<Bench> {
  const pcscd = await startPcscd()
  if (pcscd.kind !== 'running') throw new Error(pcscd.why)
  const readers = createPcscReaders({ now: Date.now })
  const law = readerLaw()
  const events: ReaderEvent[] = []
  const waiting = new Set<() => void>()
  const taken = new Set<ReaderEvent>()
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()

  const listen = (event: ReaderEvent): void => {
    law.hear(event)
    events.push(event)
    for (const look of waiting) look()
  }

  /** What came before it at the same reader is not waited for any more. */
  const take = (found: ReaderEvent): void => {
    const at = events.indexOf(found)
    const isSame = (event: ReaderEvent): boolean =>
      'reader' in event && 'reader' in found && event.reader === found.reader
    events.filter((event, i) => i < at && isSame(event)).forEach((event) => taken.add(event))
    taken.add(found)
  }

  const next: Bench['next'] = (kind, slot, withinMs = 8_000) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`no ${kind} within ${withinMs} ms; told so far:\n${story(events)}`))
      }, withinMs)
      const look = (): void => {
        const found = events.find(
          (event) =>
            event.kind === kind &&
            !taken.has(event) &&
            (slot === undefined || ('reader' in event && event.reader === SLOTS[slot])),
        )
        if (!found) return
        clearTimeout(late)
        waiting.delete(look)
        take(found)
        resolve(found as never)
      }
      waiting.add(look)
      look()
    })

  readers.start(listen)
  await Promise.all([next('reader-added', 0), next('reader-added', 1)])

  return {
    pcscd,
    readers,
    law,
    events,
    next,
    insert: (slot, card) => insertCard(pcscd.ports[slot], card),
    restart: () => readers.start(listen),
    loopDelay() {
      const seen = { p99: loop.percentile(99) / 1e6, max: loop.max / 1e6 }
      loop.reset()
      return seen
    },
    async close() {
      loop.disable()
      await readers.stop()
      await pcscd.stop()
    },
  }
}

function story(events: readonly ReaderEvent[]): string {
  return events
    .slice(-20)
    .map((event) => `${event.kind} ${'reader' in event ? event.reader : event.state}`)
    .join('\n')
}
