/**
 * A process of its own: the least that reads a card, pcsc-mini and the commands it is given. It tells
 * how long each card took, from the PC/SC event to the last answer.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { CardDisposition, CardMode, Client, ReaderStatus, type Reader } from 'pcsc-mini'

/** hex, one a command: of the card that will lie there next */
export interface NextCard {
  readonly reader: string
  readonly commands: readonly string[]
}

export interface CardTook {
  readonly reader: string
  readonly ms: number
}

export type BareNews =
  { readonly ready: readonly string[] } | CardTook | { readonly trouble: string }

const next = new Map<string, readonly string[]>()
const present = new Set<string>()
const known: string[] = []
const READERS = 2

const tell = (news: BareNews): void => void process.send?.(news)

async function read(reader: Reader, placedAt: number): Promise<void> {
  const card = await reader.connect(CardMode.SHARED)
  for (const command of next.get(reader.name()) ?? [])
    await card.transmit(Uint8Array.from(Buffer.from(command, 'hex')))
  const ms = performance.now() - placedAt
  await card.disconnect(CardDisposition.LEAVE)
  tell({ reader: reader.name(), ms })
}

function attend(reader: Reader): void {
  known.push(reader.name())
  reader.on('change', (status) => {
    const placedAt = performance.now()
    const here = status.has(ReaderStatus.PRESENT)
    const before = present.has(reader.name())
    if (here === before) return
    if (!here) return void present.delete(reader.name())
    present.add(reader.name())
    read(reader, placedAt).catch((thrown: unknown) => tell({ trouble: String(thrown) }))
  })
  if (known.length === READERS) tell({ ready: known })
}

process.on('message', ({ reader, commands }: NextCard) => next.set(reader, commands))
// The end of our parent is ours.
process.on('disconnect', () => process.exit())
const client = new Client()
  .on('reader', attend)
  .on('error', (thrown: unknown) => tell({ trouble: String(thrown) }))
await sleep(0)
client.start()
