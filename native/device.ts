import { setTimeout as sleep } from 'node:timers/promises'
import type { Reader } from 'nfc-pcsc'
import type { Transmit } from './apdu.ts'
import { readOtherNumber } from './cards/otherNumber.ts'
import { readCard } from './cards/readCard.ts'
import { CardTrouble } from './cardTrouble.ts'
import { otherAsked } from './otherAsked.ts'
import { isWorthAnother } from './readFailure.ts'
import type { Presence } from './pcsclite/cardReader.ts'
import type { Seat, Waiting } from './seat.ts'

/** Pauses before a further, whole reading of a card whose connection broke (cards.md 2.5). */
const PAUSES_MS = [100, 300]

/** The most a short command is answered with: 256 bytes and the status word. */
const ANSWER_BYTES = 258

/** One reader of nfc-pcsc, its traps closed (native/README.md), speaking through its seat. */
export function attend(device: Reader, seat: Seat): void {
  device.autoProcessing = false
  nameErrors(device)

  device.reader.on('presence', ({ present, first }: Presence) => {
    if (!present) seat.gone()
    else if (first) seat.lying()
    else seat.placed()
  })
  device.on('card', () => {
    const waiting = seat.waiting()
    if (waiting) void read(device, waiting, null)
    else letGo(device)
  })
  device.on('error', (error) => {
    const waiting = seat.waiting()
    if (!isAboutCard(error)) seat.error(error)
    else if (waiting) void read(device, waiting, error)
  })
  device.on('end', () => seat.removed())
}

/** nfc-pcsc tells failed connections by `emit(error)`: an event nobody can listen to. */
function nameErrors(device: Reader): void {
  const emit = device.emit.bind(device)
  device.emit = (name: unknown, ...args: unknown[]) =>
    name instanceof Error ? emit('error', name) : emit(name as string, ...args)
}

/** A connection failed: the waiting card's trouble, and nobody's when none is waiting. */
function isAboutCard(error: unknown): boolean {
  return error instanceof Error && ['ConnectError', 'DisconnectError'].includes(error.name)
}

/** @param trouble the connection failed already, before anything was sent */
async function read(device: Reader, waiting: Waiting, trouble: unknown): Promise<void> {
  let last = trouble
  for (const pause of [0, ...PAUSES_MS]) {
    if (last !== null) {
      if (!isWorthAnother(last)) break
      await sleep(pause)
    }
    if (!waiting.stillWaiting()) return
    try {
      if (!device.connection) await device.connect()
      const card = await readCard(transmitOver(device, waiting.stillWaiting), await atrNow(device))
      const again = transmitOver(device, waiting.stillThere)
      const other = otherAsked(() => readOtherNumber(again, card))
      waiting.read(card, other.ask)
      await other.end()
      return letGo(device)
    } catch (error) {
      last = error
      if (!waiting.stillWaiting()) return
      letGo(device)
    }
  }
  waiting.failed(last)
}

/** Of the connection in use: nfc-pcsc's own is of the first one, perhaps of another card. */
function atrNow(device: Reader): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    device.reader.get_status((error, status) => (status ? resolve(status.atr) : reject(error))),
  )
}

/** Refuses to go on with a card that is not it any more: what now lies there is another one. */
function transmitOver(device: Reader, isIt: () => boolean): Transmit {
  return async (command) => {
    if (!isIt()) throw new CardTrouble('removed', 'The card has left.')
    return device.transmit(Buffer.from(command), ANSWER_BYTES)
  }
}

/** The card is free for other programs as soon as it is read; nfc-pcsc would hold it till it leaves. */
function letGo(device: Reader): void {
  if (device.connection) device.disconnect().catch(() => undefined)
}
