import { contextBridge, ipcRenderer } from 'electron'
import { EVENT_NAMES, REQUEST_NAMES, type KioskBridge } from '../core/contract.ts'

/**
 * The only owner of `ipcRenderer`, and the whole surface the page gets: the contract's requests
 * and events, by name. No event object and no channel of Electron's own crosses over.
 */
const kiosk: KioskBridge = {
  request(name, args) {
    if (!REQUEST_NAMES.includes(name))
      return Promise.resolve({
        ok: false,
        code: 'ipc-unknown',
        message: 'There is no such request.',
      })
    return ipcRenderer.invoke(name, args)
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
