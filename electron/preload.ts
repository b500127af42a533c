import { contextBridge, ipcRenderer } from 'electron'
import type { KioskBridge, Reply } from '../core/contract.ts'
import { EVENT_NAMES, REQUEST_NAMES } from '../core/requestNames.ts'
import type { DeskState } from '../core/deskState.ts'

/**
 * The only owner of `ipcRenderer`, and the whole surface the page gets: the contract's requests
 * and events, by name. No event object and no channel of Electron's own crosses over.
 */
let session: string | null = null

/** A request carries the token of the sign-in its page was showing when it was made. */
function remember(state: DeskState): void {
  session = state.kind === 'open' ? state.session : null
}

ipcRenderer.on('desk.state', (_event, state: DeskState) => remember(state))

const kiosk: KioskBridge = {
  async request(name, args) {
    if (!REQUEST_NAMES.includes(name))
      return { ok: false, code: 'ipc-unknown', message: 'There is no such request.' }
    const reply = (await ipcRenderer.invoke(name, args, session)) as Reply<never>
    if (name === 'desk.state' && reply.ok) remember(reply.value as DeskState)
    return reply
  },
  on(name, listener) {
    if (!EVENT_NAMES.includes(name)) return () => undefined
    const pass = (_event: unknown, event: Parameters<typeof listener>[0]): void => listener(event)
    ipcRenderer.on(name, pass)
    return () => {
      ipcRenderer.removeListener(name, pass)
    }
  },
}

contextBridge.exposeInMainWorld('kiosk', kiosk)
