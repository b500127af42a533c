import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'
import { logged, type Log } from './log.ts'

export interface WindowParts {
  readonly page: string
  readonly kiosk: () => boolean
  readonly log: Log
  /** the first picture is on the screen */
  readonly onShown: () => void
}

/** The one window of the desk: made again when its page dies, in kiosk again if it was. */
export interface DeskWindow {
  readonly contents: () => Electron.WebContents | null
  /** to the front: the desk was started a second time */
  raise(): void
  setKiosk(on: boolean): void
}

const GROUND = '#faf8f4'

export function openWindow(parts: WindowParts): DeskWindow {
  let window = build()

  function build(): BrowserWindow {
    const made = new BrowserWindow({
      width: 1366,
      height: 768,
      minWidth: 1024,
      minHeight: 680,
      show: false,
      backgroundColor: GROUND,
      autoHideMenuBar: true,
      title: '校园学生卡服务台',
      webPreferences: {
        preload: join(app.getAppPath(), 'out/preload/preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        // Verdict sounds come without a click before them.
        autoplayPolicy: 'no-user-gesture-required',
        // The desk listens for cards also when another window is in front.
        backgroundThrottling: false,
        devTools: !app.isPackaged,
      },
    })
    made.removeMenu()
    made.once('ready-to-show', () => {
      made.setKiosk(parts.kiosk())
      made.show()
      parts.onShown()
    })
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return
      parts.log('page-gone', { reason })
      rebuild(made)
    })
    made.on('unresponsive', () => parts.log('page-unresponsive'))
    made
      .loadURL(parts.page)
      .catch((thrown: unknown) => parts.log('page-not-loaded', logged(thrown)))
    return made
  }

  /** A new window before the old one goes, so that the program does not end in between. */
  function rebuild(gone: BrowserWindow): void {
    if (window !== gone) return
    window = build()
    gone.destroy()
  }

  return {
    contents: () => (window.isDestroyed() ? null : window.webContents),
    raise() {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    setKiosk(on) {
      if (!window.isDestroyed() && window.isVisible() && window.isKiosk() !== on)
        window.setKiosk(on)
    },
  }
}
