import { CardTrouble } from './cardTrouble.ts'
import { bytes } from './hex.ts'

/** Sends one command and gives the whole answer, status word included. */
export type Transmit = (command: Uint8Array) => Promise<Uint8Array>

/** What is sent, with a name for messages. There is no command here that changes a card. */
export interface Command {
  readonly name: string
  readonly header: Uint8Array
  readonly data: Uint8Array
  /** expected length: 0 = all there is; null = none asked for */
  readonly le: number | null
}

export interface Answer {
  readonly data: Uint8Array
  readonly sw: number
}

/** FF CA 00 00 00: the UID; answered by the reader itself. */
export const GET_UID: Command = {
  name: 'GET UID',
  // class of the reader's own commands, GET DATA, P1 00 = UID, P2 00
  header: bytes('FF CA 00 00'),
  data: bytes(''),
  // all bytes of it
  le: 0x00,
}

/** 00 A4 00 00 02 3F 00: another program may have left another file selected. */
export const SELECT_MF: Command = {
  name: 'SELECT MF',
  // interindustry class, SELECT, P1 00 = by file identifier, P2 00 = first or only one
  header: bytes('00 A4 00 00'),
  // the master file
  data: bytes('3F 00'),
  le: null,
}

/** 00 A4 04 00 Lc <AID> 00 */
export function selectApplication(name: string, aid: string): Command {
  return {
    name: `SELECT ${name}`,
    // interindustry class, SELECT, P1 04 = by application name, P2 00 = first or only one
    header: bytes('00 A4 04 00'),
    data: bytes(aid),
    // its whole description (FCI)
    le: 0x00,
  }
}

/** 00 B0 8x oo nn: `length` bytes from `offset` of the file with short identifier `sfi`. */
export function readFile(name: string, sfi: number, offset: number, length: number): Command {
  return {
    name: `READ ${name}`,
    // interindustry class, READ BINARY, P1 = 0x80 | short file identifier, P2 = offset
    header: Uint8Array.of(0x00, 0xb0, 0x80 | sfi, offset),
    data: bytes(''),
    le: length,
  }
}

/** 00 C0 00 00 nn: the rest of an answer that a card announced with 61 nn. */
function getResponse(length: number): Command {
  return {
    name: 'GET RESPONSE',
    // interindustry class, GET RESPONSE, P1 00, P2 00
    header: bytes('00 C0 00 00'),
    data: bytes(''),
    le: length,
  }
}

export const SW_OK = 0x9000

/**
 * Sends a command, and once each what a card may ask for before it answers:
 * 6C nn "ask for nn bytes", 67 00 "wrong length" (then all bytes), 61 nn "fetch nn more bytes".
 */
export async function send(transmit: Transmit, command: Command): Promise<Answer> {
  const first = await exchange(transmit, command)
  const lengthSaid = first.sw === 0x6700 ? { ...command, le: 0x00 } : null
  const second = lengthSaid ? await exchange(transmit, lengthSaid) : first
  const third =
    second.sw >> 8 === 0x6c
      ? await exchange(transmit, { ...command, le: second.sw & 0xff })
      : second
  if (third.sw >> 8 !== 0x61) return third
  const rest = await exchange(transmit, getResponse(third.sw & 0xff))
  return { data: Uint8Array.of(...third.data, ...rest.data), sw: rest.sw }
}

/**
 * Is this status word a plain "there is no such thing here"? Then the card is of another family.
 * Memory and execution errors (64 nn, 65 nn, 6F nn) say nothing about the family: a card in
 * trouble must not be taken for a card of another kind.
 */
export function isAbsent(sw: number): boolean {
  return ![0x64, 0x65, 0x6f].includes(sw >> 8)
}

async function exchange(transmit: Transmit, command: Command): Promise<Answer> {
  const answer = await transmit(encode(command))
  if (answer.length === 0) {
    throw new CardTrouble(
      'removed',
      `${command.name}: an empty answer, the card has left the field`,
    )
  }
  const sw = ((answer.at(-2) ?? 0) << 8) | (answer.at(-1) ?? 0)
  if (answer.length < 2 || !(sw === SW_OK || (sw >= 0x6100 && sw < 0x7000))) {
    throw new CardTrouble('garbage', `${command.name}: the answer has no status word`)
  }
  return { data: answer.slice(0, -2), sw }
}

function encode({ header, data, le }: Command): Uint8Array {
  const lc = data.length > 0 ? [data.length] : []
  return Uint8Array.of(...header, ...lc, ...data, ...(le === null ? [] : [le]))
}
