import { app, Menu, protocol, session } from 'electron'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { createPcscReaders } from '../native/pcsc.ts'
import { rehearsalClock, systemClock } from './clock.ts'
import { createDesk } from './desk.ts'
import { developmentPage, runtimeSupported, sqliteBinding } from './environment.ts'
import { handlersOf } from './handlers.ts'
import { listenToPage, tellPage } from './ipc.ts'
import { lockDownContents, lockDownSession } from './lockdown.ts'
import { fileLog, logged } from './log.ts'
import { readOptions } from './options.ts'
import { ORIGIN, PAGE, SCHEME, servePage } from './protocol.ts'
import { systemVault } from './systemVault.ts'
import { openWindow, type DeskWindow } from './window.ts'
import { seedInWorker } from './workers/runWorker.ts'

const options = readOptions(process.argv.slice(1))
const developing = developmentPage(app.isPackaged)
const page = developing ?? PAGE
const trustedOrigin = developing === null ? ORIGIN : new URL(developing).origin

app.setName('student-card-desk')
if (options.dataFolder !== null) app.setPath('userData', options.dataFolder)
// Root (tests in a container) runs without Chromium's sandbox; asking for it then kills the children.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
Menu.setApplicationMenu(null)
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

const log = fileLog(join(app.getPath('userData'), 'logs', 'desk.log'), systemClock.now)
process.on('uncaughtException', (thrown) => log('uncaught', logged(thrown)))
process.on('unhandledRejection', (thrown) => log('unhandled', logged(thrown)))

if (app.requestSingleInstanceLock()) {
  lockDownContents(trustedOrigin)
  void app.whenReady().then(start)
} else {
  console.log('desk: already open, its window comes to the front')
  app.quit()
}

function start(): void {
  let window: DeskWindow | null = null
  const contents = (): Electron.WebContents | null => window?.contents() ?? null

  const desk = createDesk({
    options,
    home: app.getPath('userData'),
    vault: systemVault,
    nativeBinding: sqliteBinding(),
    runtimeSupported: runtimeSupported(),
    clock: rehearsalClock(systemClock),
    seed: seedInWorker,
    bootId: uuidv7(),
    devices: createPcscReaders({ now: systemClock.now }),
    log,
    onState: (state) => {
      tellPage(contents(), 'desk.state', state)
      window?.setKiosk(desk.settings().kiosk)
    },
    onTap: (tap) => tellPage(contents(), 'tap.verdict', tap),
  })

  lockDownSession(session.defaultSession, developing !== null)
  const root = join(app.getAppPath(), 'out/renderer')
  protocol.handle(SCHEME, (request) => servePage(root, request.url))
  listenToPage({ handlers: handlersOf(desk), contents, trustedOrigin, log })

  window = openWindow({
    page,
    kiosk: () => desk.settings().kiosk,
    log,
    // scripts/start.mjs waits for this line.
    onShown: () => console.log('desk: window shown'),
  })
  void desk.open()

  app.on('second-instance', () => window?.raise())
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', closeFirst)

  let closed = false
  function closeFirst(event: Electron.Event): void {
    if (closed) return
    event.preventDefault()
    void desk.close().finally(() => {
      closed = true
      app.quit()
    })
  }
}
