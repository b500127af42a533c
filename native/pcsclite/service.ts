import type { Binding, Session, Watch } from './binding.ts'
import { PcscError, pcscError } from './pcscError.ts'

export interface ServiceListener {
  up(): void
  /** Once for each outage. */
  down(cause: unknown): void
  status(reader: string, state: number): void
  /** A new watch takes the old one's place: every reader's status comes anew. */
  renewed(eventsLost: boolean): void
}

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 2_000

/** Connections the system would not close, of four (cards.md 3.5), before a new watch is made. */
const STUCK_LIMIT = 2

/** Keeps one living watch on the PC/SC service, for as long as it takes. */
export class Service {
  readonly #binding: Binding
  readonly #listener: ServiceListener
  #watch: Watch | null = null
  /** null before the first answer */
  #isUp: boolean | null = null
  #retryMs = FIRST_RETRY_MS
  #timer: ReturnType<typeof setTimeout> | undefined
  #stuck = 0
  #closed = false
  /** Events of older watches are dropped. */
  #epoch = 0

  constructor(binding: Binding, listener: ServiceListener) {
    this.#binding = binding
    this.#listener = listener
  }

  async connect(reader: string, shareMode: number, protocol: number): Promise<Session> {
    if (!this.#watch) throw new PcscError('SCardConnect', 'NoService')
    try {
      return await this.#watch.connect(reader, shareMode, protocol)
    } catch (error) {
      const wrapped = pcscError('SCardConnect', error)
      if (wrapped.code === 'TooManyCardConnections') this.#renew(false)
      throw wrapped
    }
  }

  /** To be told of every connection that could not be closed. */
  countStuck(): void {
    this.#stuck += 1
    if (this.#stuck >= STUCK_LIMIT) this.#renew(false)
  }

  start(): void {
    void this.#look()
  }

  close(): void {
    this.#closed = true
    this.#epoch += 1
    clearTimeout(this.#timer)
    this.#watch?.stop()
    this.#watch = null
  }

  #renew(eventsLost: boolean): void {
    if (this.#closed || !this.#watch) return
    this.#watch.stop()
    this.#watch = null
    this.#listener.renewed(eventsLost)
    void this.#look()
  }

  async #look(): Promise<void> {
    const epoch = ++this.#epoch
    const current = (): boolean => !this.#closed && epoch === this.#epoch
    try {
      const watch = await this.#binding.watch({
        status: (reader, state) => {
          if (current()) this.#listener.status(reader, state)
        },
        overflowed: () => {
          if (current()) this.#renew(true)
        },
        lost: (cause) => {
          if (current()) this.#fail(cause)
        },
      })
      if (!current()) return watch.stop()
      this.#watch = watch
      this.#stuck = 0
      this.#retryMs = FIRST_RETRY_MS
      if (this.#isUp !== true) {
        this.#isUp = true
        this.#listener.up()
      }
    } catch (cause) {
      if (current()) this.#fail(cause)
    }
  }

  #fail(cause: unknown): void {
    this.#watch = null
    this.#epoch += 1
    this.#timer = setTimeout(() => void this.#look(), this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS)
    if (this.#isUp === false) return
    this.#isUp = false
    this.#listener.down(pcscError('SCardEstablishContext', cause))
  }
}
