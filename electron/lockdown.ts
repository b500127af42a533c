import { app, type Session, type WebContents } from 'electron'
import { isForbiddenKey } from './forbiddenKeys.ts'

/**
 * What the page may never do (hardening.md E14, E16–E21, E27, E30). Every web content of the
 * program goes through here, also one nobody meant to create.
 */
export function lockDownContents(trustedOrigin: string): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents, trustedOrigin))
}

function lockDown(contents: WebContents, trustedOrigin: string): void {
  const keepHome = (event: { readonly url: string; preventDefault(): void }): void => {
    if (originOf(event.url) !== trustedOrigin) event.preventDefault()
  }
  contents.on('will-navigate', keepHome)
  contents.on('will-frame-navigate', keepHome)
  contents.on('will-redirect', keepHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('before-input-event', (event, input) => {
    if (input.type === 'keyDown' && isForbiddenKey(input)) event.preventDefault()
  })
  contents.on('context-menu', (event) => event.preventDefault())
  contents.on('zoom-changed', () => contents.setZoomFactor(1))
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1)
    void contents.setVisualZoomLevelLimits(1, 1)
  })
}

/** `app://desk/x` has the opaque origin `null` in the URL standard, so it is read by hand. */
function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]+/i.exec(url)?.[0] ?? ''
}

/** No permission, no device, no download, no spell check, no network: the page asks main. */
export function lockDownSession(session: Session, developing: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const)
    session.on(event as 'select-hid-device', (select) => select.preventDefault())
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  if (developing) return
  session.webRequest.onBeforeRequest((details, answer) => {
    const ours = details.url.startsWith('app://') || details.url.startsWith('blob:app://')
    answer({ cancel: !ours })
  })
}
