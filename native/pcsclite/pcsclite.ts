import { EventEmitter } from 'node:events'
import type { Binding } from './binding.ts'
import { CardReader } from './cardReader.ts'
import { STATE } from './constants.ts'
import { Service } from './service.ts'

/** Beyond pcsclite's own surface: the service, also when there is no reader to tell of. */
export interface ServiceChange {
  readonly state: 'up' | 'down'
  readonly cause?: unknown
}

/** After a new watch, a reader that is not told of within this time is gone. */
const RETOLD_WITHIN_MS = 1_000

/** What `pcsclite()` returns: `reader`, `error` and, beyond the original, `service`. */
export class PCSCLite extends EventEmitter {
  readonly readers: Record<string, CardReader> = {}
  readonly #service: Service
  #leaving: readonly CardReader[] = []
  /** Readers not told of since the watch was renewed; were events lost with the old one? */
  #expected = new Map<string, boolean>()
  #retold: ReturnType<typeof setTimeout> | undefined

  constructor(binding: Binding) {
    super()
    this.#service = new Service(binding, {
      up: () => this.emit('service', { state: 'up' } satisfies ServiceChange),
      down: (cause) => this.#down(cause),
      status: (name, state) => this.#status(name, state),
      renewed: (eventsLost) => this.#renewed(eventsLost),
    })
    // Listeners attached right after the call miss nothing.
    process.nextTick(() => this.#service.start())
  }

  close(): number {
    this.#service.close()
    this.#leaving = Object.values(this.readers)
    this.#endAll()
    return 0
  }

  /** After `close`: when every connection is closed. A mute card can hold this up. */
  async idle(): Promise<void> {
    await Promise.all(this.#leaving.map((reader) => reader.idle()))
  }

  #status(name: string, state: number): void {
    const eventsLost = this.#expected.get(name) ?? false
    this.#expected.delete(name)

    if ((state & (STATE.UNKNOWN | STATE.UNAVAILABLE)) !== 0) return this.#end(name)
    this.#reader(name).tell(state, eventsLost)
  }

  #reader(name: string): CardReader {
    const known = this.readers[name]
    if (known) return known
    const reader = new CardReader(name, this.#service)
    this.readers[name] = reader
    reader.once('end', () => {
      if (this.readers[name] === reader) Reflect.deleteProperty(this.readers, name)
    })
    this.emit('reader', reader)
    return reader
  }

  #renewed(eventsLost: boolean): void {
    this.#expected = new Map(Object.keys(this.readers).map((name) => [name, eventsLost]))
    clearTimeout(this.#retold)
    this.#retold = setTimeout(() => {
      for (const name of this.#expected.keys()) this.#end(name)
      this.#expected.clear()
    }, RETOLD_WITHIN_MS)
  }

  #down(cause: unknown): void {
    this.#endAll()
    this.emit('service', { state: 'down', cause } satisfies ServiceChange)
    if (this.listenerCount('error') > 0) this.emit('error', cause)
  }

  #end(name: string): void {
    this.readers[name]?.end()
  }

  #endAll(): void {
    clearTimeout(this.#retold)
    this.#expected.clear()
    for (const name of Object.keys(this.readers)) this.#end(name)
  }
}
