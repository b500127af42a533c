import type { Binding, Session, WatchListener } from '../../../native/pcsclite/binding.ts'
import { bytes, hex } from '../../../native/hex.ts'
import type { CardProgram } from '../../helpers/virtualCard.ts'

const EMPTY = 0x10
const PRESENT = 0x20
const CHANGED = 0x02
const UNAVAILABLE = 0x08

/** A card for the script: `null` never answers; a thrown PcscFailure is the system's error. */
export type ScriptedCard = Pick<CardProgram, 'atr'> & {
  answer(command: string): string | null | Promise<string | null>
}

export class PcscFailure extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

interface Reader {
  card: ScriptedCard | null
  /** cards that came and left, as pcsc-lite counts them */
  count: number
}

/** The system's PC/SC, played: what it does is said by the test, word by word. */
export class ScriptedBinding implements Binding {
  isUp = true
  /** codes for the next connections; then they succeed */
  connectFails: string[] = []
  disconnectFails = false
  watchesMade = 0
  sessionsOpen = 0
  readonly readers = new Map<string, Reader>()
  #listener: WatchListener | null = null

  watch(listener: WatchListener): ReturnType<Binding['watch']> {
    if (!this.isUp) return Promise.reject(new PcscFailure('NoService'))
    this.watchesMade += 1
    this.#listener = listener
    // As the real one: the first states come in a later turn.
    setImmediate(() => {
      if (this.#listener === listener) for (const name of this.readers.keys()) this.tell(name)
    })
    return Promise.resolve({
      connect: (reader: string) => this.#connect(reader),
      stop: () => {
        if (this.#listener === listener) this.#listener = null
      },
    })
  }

  plug(name: string, card: ScriptedCard | null = null): void {
    this.readers.set(name, { card, count: 0 })
    this.tell(name)
  }

  unplug(name: string): void {
    this.readers.delete(name)
    this.#listener?.status(name, CHANGED | UNAVAILABLE)
  }

  insert(name: string, card: ScriptedCard, silently = false): void {
    this.#put(name, card, silently)
  }

  remove(name: string, silently = false): void {
    this.#put(name, null, silently)
  }

  tell(name: string, extra = 0): void {
    const reader = this.#reader(name)
    const bits = (reader.card ? PRESENT : EMPTY) | CHANGED | extra
    this.#listener?.status(name, (reader.count << 16) | bits)
  }

  /** Counts one arrival or removal more, and shows the reader as it is. */
  count(name: string): void {
    this.#reader(name).count += 1
    this.tell(name)
  }

  overflow(): void {
    this.#listener?.overflowed()
  }

  lose(): void {
    this.isUp = false
    const listener = this.#listener
    this.#listener = null
    listener?.lost(new PcscFailure('ServiceStopped'))
  }

  #put(name: string, card: ScriptedCard | null, silently: boolean): void {
    const reader = this.#reader(name)
    reader.card = card
    reader.count += 1
    if (!silently) this.tell(name)
  }

  #reader(name: string): Reader {
    const reader = this.readers.get(name)
    if (!reader) throw new Error(`no reader ${name} in this script`)
    return reader
  }

  #connect(name: string): Promise<Session> {
    const failure = this.connectFails.shift()
    if (failure !== undefined) return Promise.reject(new PcscFailure(failure))
    const card = this.readers.get(name)?.card
    if (!card) return Promise.reject(new PcscFailure('NoSmartCard'))
    this.sessionsOpen += 1
    let busy = false
    const still = (): boolean => this.readers.get(name)?.card === card

    return Promise.resolve({
      protocol: 2,
      atr: () => Promise.resolve(bytes(card.atr)),
      control: () => Promise.reject(new PcscFailure('UnsupportedFeature')),
      transmit: async (command: Uint8Array) => {
        if (busy) throw new PcscFailure('CardIsBusy')
        busy = true
        try {
          if (!still()) throw new PcscFailure('RemovedCard')
          const answer = await card.answer(hex(command))
          if (!still()) throw new PcscFailure('RemovedCard')
          return answer === null ? await new Promise<never>(() => undefined) : bytes(answer)
        } finally {
          busy = false
        }
      },
      disconnect: () => {
        if (this.disconnectFails) return Promise.reject(new PcscFailure('InvalidHandle'))
        this.sessionsOpen -= 1
        return Promise.resolve()
      },
    })
  }
}
