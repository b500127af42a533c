import { EventEmitter } from 'node:events'
import { DISPOSITION, PROTOCOL, SHARE, STATE } from './constants.ts'
import { PcscError, pcscError } from './pcscError.ts'
import type { Service } from './service.ts'
import { SURFACE } from './surface.ts'
import { countOf, wasSwapped } from './swap.ts'
import { Talk } from './talk.ts'

type Callback<T> = (error: Error | null, result?: T) => void

export interface ConnectOptions {
  readonly share_mode?: number
  readonly protocol?: number
}

/** Beyond pcsclite's own surface: told at once, before any connection is tried. */
export interface Presence {
  readonly present: boolean
  /** the first thing known of this reader: a card lying there is not a card laid down */
  readonly first: boolean
}

const NO_ATR = Buffer.alloc(0)
const NO_LIMIT = Number.POSITIVE_INFINITY

/**
 * A reader with the surface of @pokusew/pcsclite (cards.md 3.4) and without its traps:
 * - a card that came is connected to first, because only the connection knows its ATR;
 *   the caller's `connect` then takes that connection over
 * - a removal ends the running commands at once, and `connected` never stays true
 * - out and in again between two looks is told as EMPTY, then PRESENT
 */
export class CardReader extends EventEmitter {
  readonly name: string
  /** What the last `status` told; still the one before while its listeners run. */
  state: number | undefined = undefined
  readonly #service: Service
  #raw: number | undefined = undefined
  #lying = false
  #countAtArrival = 0
  #ended = false
  /** Counts arrivals and removals: what began before the last one is void. */
  #turn = 0
  #talk: Talk | null = null
  /** made by us, not yet asked for */
  #prepared: Talk | null = null
  #refusal: PcscError | null = null
  #closing: Promise<unknown> = Promise.resolve()

  constructor(name: string, service: Service) {
    super()
    this.name = name
    this.#service = service
  }

  get connected(): boolean {
    return this.#talk !== null
  }

  /** @param eventsLost other states may have come before this one */
  tell(state: number, eventsLost = false): void {
    if (this.#ended) return
    const bits = state & ~STATE.CHANGED
    const before = this.#raw
    const first = before === undefined
    const was = ((before ?? 0) & STATE.PRESENT) !== 0
    const is = (bits & STATE.PRESENT) !== 0
    const [countAtArrival, lying] = [this.#countAtArrival, this.#lying]
    const swapped = was && is && wasSwapped({ state: bits, countAtArrival, eventsLost, lying })

    this.#raw = bits
    if (first) this.#lying = is
    if (swapped) this.#left(STATE.EMPTY, false)
    if (!is && (was || first)) this.#left(bits, first)
    if (is && (!was || swapped)) {
      this.#countAtArrival = countOf(bits)
      void this.#came(first)
    }
  }

  connect(options: ConnectOptions | Callback<number>, callback?: Callback<number>): void {
    const done = typeof options === 'function' ? options : callback
    const { share_mode = SHARE.EXCLUSIVE, protocol = PROTOCOL.ANY } =
      typeof options === 'function' ? {} : options
    this.#connect(share_mode, protocol).then(
      (talk) => done?.(null, talk.protocol),
      (error: unknown) => done?.(error as Error),
    )
  }

  /** Never fails and never waits: what the system makes of it is watched by the service. */
  disconnect(disposition: number | Callback<void>, callback?: Callback<void>): void {
    const done = typeof disposition === 'function' ? disposition : callback
    this.#drop('NotConnected', typeof disposition === 'number' ? disposition : DISPOSITION.UNPOWER)
    process.nextTick(() => done?.(null))
  }

  transmit(data: Uint8Array, room: number, protocol: number, callback: Callback<Buffer>): void {
    this.#run('SCardTransmit', room, callback, (talk) =>
      talk.run((session) => session.transmit(data, protocol)),
    )
  }

  control(data: Uint8Array, code: number, room: number, callback: Callback<Buffer>): void {
    this.#run('SCardControl', room, callback, (talk) =>
      talk.run((session) => session.control(code, data)),
    )
  }

  /** The state, and the ATR of the card that is connected now. */
  get_status(callback: Callback<{ readonly state: number; readonly atr: Buffer }>): void {
    const state = this.#raw ?? STATE.UNAWARE
    this.#run(
      'SCardStatus',
      NO_LIMIT,
      (error, atr) => callback(error, atr && { state, atr }),
      (talk) => talk.run((session) => session.atr()),
    )
  }

  close(): number {
    process.nextTick(() => this.end())
    return 0
  }

  /** The reader is gone: its card first, then itself. */
  end(): void {
    if (this.#ended) return
    if (((this.#raw ?? 0) & STATE.PRESENT) !== 0) this.tell(STATE.EMPTY)
    this.#ended = true
    this.#drop('NotConnected', DISPOSITION.LEAVE)
    this.emit('end')
  }

  /** When every connection that was let go of is closed. */
  async idle(): Promise<void> {
    await this.#closing
  }

  #left(state: number, first: boolean): void {
    this.#turn += 1
    this.#lying = false
    this.#refusal = null
    this.#drop('RemovedCard', DISPOSITION.LEAVE)
    this.emit('presence', { present: false, first } satisfies Presence)
    this.#emitStatus(state, NO_ATR)
  }

  async #came(first: boolean): Promise<void> {
    const turn = (this.#turn += 1)
    this.emit('presence', { present: true, first } satisfies Presence)
    const atr = await this.#prepare(turn)
    if (turn === this.#turn) this.#emitStatus(this.#raw ?? STATE.PRESENT, atr)
  }

  async #prepare(turn: number): Promise<Buffer> {
    try {
      const talk = await this.#open(SHARE.SHARED, PROTOCOL.ANY, turn)
      this.#prepared = talk
      return Buffer.from(await talk.run((session) => session.atr()))
    } catch (error) {
      if (turn === this.#turn) this.#refusal = pcscError('SCardConnect', error)
      return NO_ATR
    }
  }

  async #connect(shareMode: number, protocol: number): Promise<Talk> {
    if (this.#talk) return this.#talk
    if (this.#refusal) {
      const refusal = this.#refusal
      this.#refusal = null
      this.#drop('NotConnected', DISPOSITION.LEAVE)
      throw refusal
    }
    if (this.#prepared && shareMode === SHARE.SHARED) {
      this.#talk = this.#prepared
      this.#prepared = null
      return this.#talk
    }
    this.#drop('NotConnected', DISPOSITION.LEAVE)
    const talk = await this.#open(shareMode, protocol, this.#turn)
    this.#talk = talk
    return talk
  }

  async #open(shareMode: number, protocol: number, turn: number): Promise<Talk> {
    await this.#closing
    if (turn !== this.#turn) throw new PcscError('SCardConnect', 'RemovedCard')
    const opening = this.#service.connect(this.name, shareMode, protocol)
    const talk = opening.then((session) => new Talk(session))
    // Whoever opens next waits for this one, even when nobody wants it any more.
    this.#closing = talk.then(
      async (opened) => {
        if (turn !== this.#turn) await this.#shut(opened, DISPOSITION.LEAVE)
      },
      () => undefined,
    )
    await this.#closing
    if (turn !== this.#turn) throw new PcscError('SCardConnect', 'RemovedCard')
    return talk
  }

  #drop(code: 'RemovedCard' | 'NotConnected', disposition: number): void {
    for (const talk of [this.#talk, this.#prepared]) {
      if (!talk) continue
      talk.abandon(code)
      this.#closing = Promise.all([this.#closing, this.#shut(talk, disposition)])
    }
    this.#talk = null
    this.#prepared = null
  }

  async #shut(talk: Talk, disposition: number): Promise<void> {
    if (!(await talk.close(disposition))) this.#service.countStuck()
  }

  #run(
    call: string,
    room: number,
    callback: Callback<Buffer>,
    send: (talk: Talk) => Promise<Uint8Array>,
  ): void {
    const talk = this.#talk
    if (!talk) {
      process.nextTick(() => callback(new PcscError(call, 'NotConnected')))
      return
    }
    send(talk).then(
      (answer) =>
        answer.length > room
          ? callback(new PcscError(call, 'InsufficientBuffer'))
          : callback(null, Buffer.from(answer)),
      (error: unknown) => callback(pcscError(call, error)),
    )
  }

  #emitStatus(state: number, atr: Buffer): void {
    this.emit('status', { state, atr })
    this.state = state
  }
}

Object.assign(CardReader.prototype, SURFACE)
