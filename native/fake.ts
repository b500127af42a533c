import { setTimeout as sleepFor } from 'node:timers/promises'
import type { EpochMs } from '../core/calendarDate.ts'
import type { CardRead, ReadOutcome } from '../core/cardRead.ts'
import type { Transmit } from './apdu.ts'
import { readOtherNumber } from './cards/otherNumber.ts'
import { readCard } from './cards/readCard.ts'
import { CardTrouble } from './cardTrouble.ts'
import { bytes, hex } from './hex.ts'
import { otherAsked } from './otherAsked.ts'
import type { CardReaders, ReaderEvent } from './reader.ts'
import { Seat } from './seat.ts'

/** A card that is really read: its ATR, and its answer to each command (hex, with status word). */
export interface CardTalk {
  readonly atr: string
  /** null: it never answers */
  answer(command: string): string | null | Promise<string | null>
}

/** Readers without hardware, for the rehearsal and for tests; same port, same law. */
export interface FakeReaders extends CardReaders {
  /** Plugs a reader in; one that is there stays as it is. */
  addReader(name: string): void
  /** Unplugs it; its card stays on it. */
  removeReader(name: string): void
  /**
   * Lays a card down, in place of the one that lies there. Throws for a reader never added.
   * @param other the card's other number, where its outcome is given; null: none
   */
  place(reader: string, card: ReadOutcome | CardTalk, other?: string | null): void
  /** Takes the card away; nothing happens when there is none. */
  lift(reader: string): void
  /** The service stops (all readers vanish) or comes back. It is up at first. */
  setService(state: 'up' | 'down'): void
}

export interface FakeOptions {
  readonly now?: () => EpochMs
  /** from the card to its outcome, when the outcome is given */
  readonly readMs?: number
  readonly sleep?: (ms: number) => Promise<unknown>
}

/**
 * About what a good reader takes for the four short commands of a student card: one to the reader
 * itself, three over the air at 106 kbit/s with at most 40 bytes, each with its trip over USB
 * (speed.md: 10–40 ms). The rehearsal then feels like the desk. It is part of every tap that
 * `npm run bench tap` measures here, and printed beside it as `floor`; a slow reader takes longer.
 */
const READ_MS = 25

interface FakeReader {
  plugged: boolean
  card: ReadOutcome | CardTalk | null
  /** null while nobody watches, or it is not to be seen */
  seat: Seat | null
}

export function createFakeReaders(options: FakeOptions = {}): FakeReaders {
  const { now = Date.now, readMs = READ_MS, sleep = sleepFor } = options
  const readers = new Map<string, FakeReader>()
  let service: 'up' | 'down' = 'up'
  let listener: ((event: ReaderEvent) => void) | null = null

  /** Brings what is told of a reader in line with what is so. */
  const show = (name: string, reader: FakeReader): void => {
    const seen = reader.plugged && service === 'up' && listener !== null
    if (seen && !reader.seat) {
      reader.seat = new Seat(name, now, (event) => listener?.(event))
      if (reader.card) reader.seat.lying()
    }
    if (!seen && reader.seat) {
      reader.seat.removed()
      reader.seat = null
    }
  }
  const showAll = (): void => readers.forEach((reader, name) => show(name, reader))

  const outcomeOf = async (card: ReadOutcome | CardTalk): Promise<ReadOutcome> => {
    if ('answer' in card)
      return { kind: 'card', card: await readCard(transmitTo(card), bytes(card.atr)) }
    await sleep(readMs)
    return card
  }

  const read = async (
    seat: Seat,
    card: ReadOutcome | CardTalk,
    given: string | null,
  ): Promise<void> => {
    seat.placed()
    const waiting = seat.waiting()
    const otherOf = (read: CardRead): Promise<string | null> =>
      'answer' in card
        ? readOtherNumber(transmitTo(card), read)
        : Promise.resolve(waiting?.stillThere() === true ? given : null)
    try {
      const outcome = await outcomeOf(card)
      if (outcome.kind === 'card') {
        const other = otherAsked(() => otherOf(outcome.card))
        waiting?.read(outcome.card, other.ask)
        await other.end()
      } else waiting?.failed(new CardTrouble(outcome.failure, 'As the script says.'))
    } catch (cause) {
      waiting?.failed(cause)
    }
  }

  return {
    addReader(name) {
      const reader = readers.get(name) ?? { plugged: true, card: null, seat: null }
      reader.plugged = true
      readers.set(name, reader)
      show(name, reader)
    },
    removeReader(name) {
      const reader = readers.get(name)
      if (!reader) return
      reader.plugged = false
      show(name, reader)
    },
    place(name, card, other = null) {
      const reader = readers.get(name)
      if (!reader) throw new Error(`There is no fake reader named ${name}.`)
      reader.card = card
      if (reader.seat) void read(reader.seat, card, other)
    },
    lift(name) {
      const reader = readers.get(name)
      if (!reader) return
      reader.card = null
      reader.seat?.gone()
    },
    setService(state) {
      if (service === state) return
      service = state
      if (state === 'up') listener?.({ kind: 'service', state })
      showAll()
      if (state === 'down') listener?.({ kind: 'service', state })
    },
    start(told) {
      listener = told
      told({ kind: 'service', state: service })
      showAll()
    },
    stop() {
      listener = null
      // Nobody listens any more: only the seats are cleared.
      showAll()
      return Promise.resolve()
    },
  }
}

function transmitTo(card: CardTalk): Transmit {
  return async (command) => {
    const answer = await card.answer(hex(command))
    return answer === null ? new Promise<never>(() => undefined) : bytes(answer)
  }
}
