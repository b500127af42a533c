import { connect, type Socket } from 'node:net'

/**
 * A card as a small program: what it answers to a command. `null`: it never answers (mute).
 * Throw nothing; use the hands of `VirtualCard` to be pulled away or reset.
 */
export interface CardProgram {
  readonly atr: string
  /** command → answer with status word, both hex without spaces */
  answer(command: string, card: VirtualCard): string | null | Promise<string | null>
  /** power on or reset: back to the master file */
  reset?(): void
}

/** A card in a slot of vpcd (cards.md 4.1): a TCP client that is asked, and answers. */
export interface VirtualCard {
  /** taken out; `hard` breaks the connection (RST) instead of ending it (FIN) */
  pull(how?: 'soft' | 'hard'): Promise<void>
  /** commands answered so far, without power and ATR requests */
  readonly heard: readonly string[]
  readonly inSlot: boolean
}

/** Resolves when vpcd has taken the connection: the card is in the slot. */
export async function insertCard(port: number, program: CardProgram): Promise<VirtualCard> {
  const socket = await connected(port)
  const heard: string[] = []
  let inSlot = true
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  void gone.then(() => {
    inSlot = false
  })

  const card: VirtualCard = {
    async pull(how = 'soft') {
      if (how === 'hard') socket.resetAndDestroy()
      else socket.destroy()
      await gone
    },
    heard,
    get inSlot() {
      return inSlot
    },
  }

  const answer = async (asked: Buffer): Promise<void> => {
    if (asked.length === 1) {
      if (asked[0] === GET_ATR) reply(socket, program.atr)
      else program.reset?.()
      return
    }
    const command = asked.toString('hex').toUpperCase()
    heard.push(command)
    const answered = await program.answer(command, card)
    if (answered !== null) reply(socket, answered)
  }
  messages(socket, (asked) => void answer(asked))
  return card
}

const GET_ATR = 0x04

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      socket.on('error', () => socket.destroy())
      resolve(socket)
    })
  })
}

/** Length (two bytes, big-endian) and body, which vpcd sends apart. */
function messages(socket: Socket, take: (message: Buffer) => void): void {
  let waiting: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length >= 2 && waiting.length >= 2 + waiting.readUInt16BE(0)) {
      const length = waiting.readUInt16BE(0)
      take(waiting.subarray(2, 2 + length))
      waiting = waiting.subarray(2 + length)
    }
  })
}

function reply(socket: Socket, hex: string): void {
  if (socket.destroyed) return
  const body = Buffer.from(hex, 'hex')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length)
  socket.write(Buffer.concat([length, body]))
}
