import { createRequire } from 'node:module'
import type * as Addon from 'pcsc-mini/build/addon.node.js'
import type { Binding, Session, Watch, WatchListener } from './binding.ts'
import { DISPOSITION, SHARE } from './constants.ts'

type Native = typeof Addon

/** The binding of the real world. Its traps are listed in native/README.md. */
export const pcscMini: Binding = {
  async watch(listener) {
    const native = load()
    await probe(native)
    return start(native, listener)
  },
}

/**
 * Loaded at the first use, so that a system without a prebuilt addon has "no service" and not a
 * crash at start. The inner module is taken because only it can connect without being started.
 */
function load(): Native {
  return createRequire(import.meta.url)('pcsc-mini/build/addon.node.js') as Native
}

/**
 * A client must outlive every call and every session made with it: the addon frees it with its
 * sessions as soon as nobody holds it.
 *
 * And a client that watches is never stopped: its `stop` waits, on the JavaScript thread, for a
 * lock that the watching thread holds until the next card comes, when it is called just after a
 * card event (2 of 16 trials hung for ever). It is held instead, and no longer listened to: one
 * sleeping thread for each watch given up, which is one for each restart of the readers.
 */
const HELD = new Set<object>()

/**
 * `start` speaks to the service on the JavaScript thread; a service that is just being woken by
 * its socket may take long to answer. So a connect to a reader that cannot be, which runs in a
 * background thread, asks first: any other answer than "no service" means it is awake.
 */
async function probe(native: Native): Promise<void> {
  const client = native.newClient()
  HELD.add(client)
  try {
    const card = await client.connect('?', SHARE.SHARED)
    await card.disconnect(DISPOSITION.LEAVE)
  } catch (error) {
    if (!SERVICE_AWAKE.has(codeOf(error))) throw error
  } finally {
    HELD.delete(client)
  }
}

const SERVICE_AWAKE = new Set(['UnknownReader', 'NoReadersAvailable', 'ReaderUnavailable'])

function start(native: Native, listener: WatchListener): Watch {
  const client = native.newClient()
  let over = false

  client.start(
    (reader, state) => {
      if (!over) listener.status(reader, state)
    },
    (error) => {
      if (over) return
      if (codeOf(error) === 'StatusEventBufferOverflow') return listener.overflowed()
      over = true
      listener.lost(error)
    },
  )
  HELD.add(client)

  return {
    async connect(reader, shareMode, protocol) {
      return sessionOver(await client.connect(reader, shareMode, protocol))
    },
    stop() {
      over = true
    },
  }
}

/**
 * The addon keeps a reference to every output buffer for ever and none to the input while it is
 * being sent. So a session has one output buffer of its own, and holds each input until answered.
 */
function sessionOver(card: Addon.Card): Session {
  const room = new ArrayBuffer(OUTPUT_BYTES)
  const held = new Set<Uint8Array>()

  const holding = async (
    input: Uint8Array,
    send: () => Promise<Uint8Array>,
  ): Promise<Uint8Array> => {
    held.add(input)
    try {
      return Uint8Array.from(await send())
    } finally {
      held.delete(input)
    }
  }

  return {
    protocol: card.protocol(),
    atr: async () => Uint8Array.from((await card.state()).atr),
    transmit: (command, protocol) => holding(command, () => card.transmit(protocol, command, room)),
    control: (code, data) => holding(data, () => card.control(code, data, room)),
    disconnect: (disposition) => card.disconnect(disposition),
  }
}

/** A short APDU's answer is at most 258 bytes; the addon's own limit is 264. */
const OUTPUT_BYTES = 264

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
