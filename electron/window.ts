import { BrowserWindow, screen } from 'electron'
import { logged, type Log } from './log.ts'
import { rebuildDelay } from './rebuildDelay.ts'
import { firstSize, LEAST_SIZE } from './windowSize.ts'

export interface WindowParts {
  readonly page: string
  /** the picture of window and task bar */
  readonly icon: string
  /** the file of electron/preload.ts */
  readonly preload: string
  readonly devTools: boolean
  readonly kiosk: () => boolean
  /** the whole program is ending: now a kiosk may close */
  readonly ending: () => boolean
  readonly uptimeMs: () => number
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
  /** The desk was locked: a page made anew has no memory of what it showed (hardening.md A10). */
  renew(stillLocked: () => boolean): void
  readonly shown: () => BrowserWindow | null
}

const GROUND = '#faf8f4'

const RENEW_AFTER_MS = 150

/** A page that has not answered for so long will not come back. */
const UNRESPONSIVE_MS = 10_000

export function openWindow(parts: WindowParts): DeskWindow {
  const deaths: number[] = []
  let window = build()

  function build(): BrowserWindow {
    const made = new BrowserWindow({
      ...firstSize(screen.getPrimaryDisplay().workAreaSize),
      ...LEAST_SIZE,
      show: false,
      backgroundColor: GROUND,
      autoHideMenuBar: true,
      title: '校园学生卡服务台',
      icon: parts.icon,
      webPreferences: {
        preload: parts.preload,
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
        devTools: parts.devTools,
      },
    })
    made.removeMenu()
    made.once('ready-to-show', () => {
      made.setKiosk(parts.kiosk())
      made.show()
      parts.onShown()
    })
    // Alt+F4 and the like: a kiosk is left through its settings.
    made.on('close', (event) => {
      if (made.isKiosk() && !parts.ending()) event.preventDefault()
    })
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return
      parts.log('page-gone', { reason })
      rebuild(made)
    })
    watchForHang(made)
    made
      .loadURL(parts.page)
      .catch((thrown: unknown) => parts.log('page-not-loaded', logged(thrown)))
    return made
  }

  function watchForHang(made: BrowserWindow): void {
    let patience: NodeJS.Timeout | undefined
    made.on('unresponsive', () => {
      parts.log('page-unresponsive')
      patience = setTimeout(() => {
        if (!made.isDestroyed()) made.webContents.forcefullyCrashRenderer()
      }, UNRESPONSIVE_MS)
    })
    made.on('responsive', () => clearTimeout(patience))
    made.on('closed', () => clearTimeout(patience))
  }

  /** A new window before the old one goes, so that the program does not end in between. */
  function rebuild(gone: BrowserWindow): void {
    if (window !== gone || parts.ending()) return
    deaths.push(parts.uptimeMs())
    setTimeout(() => {
      if (window !== gone || parts.ending()) return
      window = build()
      // In a turn of its own: each of the two holds main up for some 25 ms, and a tap may be waiting.
      setImmediate(() => gone.destroy())
    }, rebuildDelay(deaths))
  }

  return {
    contents: () => (window.isDestroyed() ? null : window.webContents),
    raise() {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    renew(stillLocked) {
      // After the locked screen is drawn: the person sees it at once, and nothing flickers.
      setTimeout(() => {
        if (!window.isDestroyed() && stillLocked()) window.webContents.reload()
      }, RENEW_AFTER_MS)
    },
    shown: () => (window.isDestroyed() ? null : window),
    setKiosk(on) {
      if (!window.isDestroyed() && window.isVisible() && window.isKiosk() !== on)
        window.setKiosk(on)
    },
  }
}
