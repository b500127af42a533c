import { BrowserWindow, session, type Session, type WebContents } from 'electron'
import { lockDownSession } from '../lockdown.ts'
import { SCHEME } from '../protocol.ts'

export interface HiddenDocument {
  /** complete in itself: whatever it asks for is refused */
  readonly html: string
  /** its Content-Security-Policy */
  readonly policy: string
}

/** A document while it is loaded. */
export interface HiddenPage {
  readonly contents: WebContents
  /** loads it once more, at an element of its own (`p2`), and nothing before it is remembered */
  at(element: string): Promise<void>
}

export interface HiddenPages {
  with<T>(document: HiddenDocument, act: (page: HiddenPage) => Promise<T>): Promise<T>
}

/** Size of the window in CSS pixels, drawn without a screen; left out: as the system makes one. */
export interface Drawn {
  readonly width: number
  readonly height: number
}

/**
 * Documents in a window nobody sees, one at a time. A document is a page like any other and treated as
 * hostile: no script, no preload, Chromium's sandbox, a session of its own in memory whose only answer is
 * this document, and gone when the act is done.
 *
 * @param name of the session: Chromium keeps it until the program ends, so each use has one
 */
export function hiddenPages(name: string, drawn: Drawn | null = null): HiddenPages {
  let own: Session | null = null
  /** They share the session. */
  let last: Promise<unknown> = Promise.resolve()
  // Another host than the desk's page, in a session in which that page does not exist.
  const address = `${SCHEME}://${name}/document.html`

  async function shown<T>(
    document: HiddenDocument,
    act: (page: HiddenPage) => Promise<T>,
  ): Promise<T> {
    own ??= lockedSession(name)
    serveOnly(own, address, document)
    const window = hiddenWindow(own, drawn)
    const { webContents: contents } = window
    try {
      await window.loadURL(address)
      return await act({
        contents,
        at: (element) => window.loadURL(`${address}?${element}#${element}`),
      })
    } finally {
      window.destroy()
      own.protocol.unhandle(SCHEME)
    }
  }

  return {
    with(document, act) {
      const turn = last.then(() => shown(document, act))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

/** In memory only: its name does not begin with `persist:`. */
function lockedSession(name: string): Session {
  const made = session.fromPartition(name, { cache: false })
  lockDownSession(made, false)
  return made
}

function hiddenWindow(own: Session, drawn: Drawn | null): BrowserWindow {
  return new BrowserWindow({
    show: false,
    ...(drawn === null ? {} : { ...drawn, useContentSize: true, frame: false }),
    webPreferences: {
      session: own,
      offscreen: drawn !== null,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  })
}

function serveOnly(own: Session, address: string, { html, policy }: HiddenDocument): void {
  own.protocol.handle(SCHEME, ({ url }) =>
    url.split('?')[0] === address
      ? new Response(html, {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': policy,
            'x-content-type-options': 'nosniff',
            'referrer-policy': 'no-referrer',
            'cache-control': 'no-store',
          },
        })
      : new Response(null, { status: 400 }),
  )
}
