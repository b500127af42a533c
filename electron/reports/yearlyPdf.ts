import { BrowserWindow, session, type Session } from 'electron'
import type { Language } from '../../core/settings.ts'
import type { YearlyPack } from '../../core/yearlyPack.ts'
import { lockDownSession } from '../lockdown.ts'
import { SCHEME } from '../protocol.ts'
import { escaped } from './markup.ts'
import { summary } from './summary.ts'
import { when } from './when.ts'
import { REPORT_WORDS } from './words.ts'
import { REPORT_POLICY, yearlyHtml } from './yearlyHtml.ts'

/** The printed form of the yearly pack. Main is free while Chromium draws it. */
export function yearlyPdf(pack: YearlyPack, language: Language): Promise<Buffer> {
  const words = REPORT_WORDS[language]
  const { watermark } = summary(pack, words, when(language))
  const page = words.page(number('pageNumber'), number('totalPages'))
  return printPdf({
    html: yearlyHtml(pack, language),
    policy: REPORT_POLICY,
    footer: footer(watermark, page),
  })
}

/** Chromium fills in the elements of these classes. */
const number = (name: 'pageNumber' | 'totalPages'): string => `<span class="${name}"></span>`

const FOOT =
  "display:flex;justify-content:space-between;width:100%;margin:0 16mm;color:#6b6b66;font:7.5pt 'Microsoft YaHei UI','Microsoft YaHei','Noto Sans CJK SC',sans-serif"

/** At the foot of each page: who made it, and what stands at the right. @param right markup */
export function footer(madeBy: string, right = ''): string {
  return `<div style="${FOOT}"><span>${escaped(madeBy)}</span><span>${right}</span></div>`
}

export interface PrintedDocument {
  /** complete in itself: whatever it asks for is refused */
  readonly html: string
  /** its Content-Security-Policy */
  readonly policy: string
  /** Chromium's own template (webContents.printToPDF), outside the document and its policy */
  readonly footer: string
}

/**
 * Prints a document on A4 in a window nobody sees. It is a page like any other and treated as hostile:
 * no script, no preload, Chromium's sandbox, a session of its own in memory whose only answer is this
 * document, and gone when it is printed.
 */
export async function printPdf(document: PrintedDocument): Promise<Buffer> {
  const turn = last.then(() => printed(document))
  last = turn.catch(() => undefined)
  return turn
}

/** One at a time: they share the session. */
let last: Promise<unknown> = Promise.resolve()

/** Made at the first print: Chromium keeps a session until the program ends. */
let own: Session | null = null

/** In memory only: its name does not begin with `persist:`. */
function lockedSession(): Session {
  const made = session.fromPartition('report', { cache: false })
  lockDownSession(made, false)
  return made
}

/** Another host than the desk's page, in a session in which that page does not exist. */
const ADDRESS = `${SCHEME}://report/document.html`

async function printed({ html, policy, footer }: PrintedDocument): Promise<Buffer> {
  own ??= lockedSession()
  serveOnly(own, html, policy)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
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
  try {
    await window.loadURL(ADDRESS)
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
    })
  } finally {
    window.destroy()
    own.protocol.unhandle(SCHEME)
  }
}

function serveOnly(own: Session, html: string, policy: string): void {
  own.protocol.handle(SCHEME, ({ url }) =>
    url === ADDRESS
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
