import { app, dialog, Menu, powerMonitor, protocol, session } from 'electron'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { createPcscReaders } from '../native/pcsc.ts'
import { rehearsalClock, systemClock } from './clock.ts'
import { refuseDebugging } from './debugging.ts'
import { createDesk } from './desk.ts'
import { endHard, endNow } from './endNow.ts'
import { developmentPage, runtimeSupported, sqliteBinding } from './environment.ts'
import { handlersOf } from './handlers.ts'
import { desksHands } from './hands.ts'
import { listenToPage, tellPage } from './ipc.ts'
import { lockDownContents, lockDownSession } from './lockdown.ts'
import { fileLog, logged } from './log.ts'
import { readOptions } from './options.ts'
import { ORIGIN, PAGE, SCHEME, servePage } from './protocol.ts'
import { otherSchoolIsOpen, type SecondStart } from './secondStart.ts'
import { supportFactsOf } from './supportFacts.ts'
import { systemVault } from './systemVault.ts'
import { openWindow, type DeskWindow } from './window.ts'
import { endThreads, seedInWorker, workInWorkers } from './workers/runWorker.ts'

const options = readOptions(process.argv.slice(1))
const developing = developmentPage(options, app.isPackaged)
const page = developing ?? PAGE
const trustedOrigin = developing === null ? ORIGIN : new URL(developing).origin

if (app.isPackaged) refuseDebugging(app.commandLine)
app.setName('student-card-desk')
if (options.dataFolder !== null) app.setPath('userData', options.dataFolder)
// Root (tests in a container) runs without Chromium's sandbox; asking for it then kills the children.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
// A page that lives for weeks: its short-lived memory stays small, instead of growing to 16 MB and more.
app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=2')
Menu.setApplicationMenu(null)
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

const logs = join(app.getPath('userData'), 'logs')
const log = fileLog(join(logs, 'desk.log'), systemClock.now)
process.on('uncaughtException', (thrown) => log('uncaught', logged(thrown)))
process.on('unhandledRejection', (thrown) => log('unhandled', logged(thrown)))

const thisStart: SecondStart = { mode: options.mode }
if (app.requestSingleInstanceLock(thisStart)) {
  lockDownContents(trustedOrigin)
  void app.whenReady().then(start).catch(giveUp)
} else {
  console.log('desk: already open, its window comes to the front')
  app.quit()
}

/** Nothing can be shown without a window: said in the system's own box, and ended. */
function giveUp(thrown: unknown): void {
  log('not-started', logged(thrown))
  dialog.showErrorBox(
    '校园学生卡服务台',
    '服务台没有启动。请重启电脑再试；仍不行，请把 logs 文件夹交给管理员。\nThe desk did not start. Restart the computer; if that does not help, give the logs folder to your administrator.',
  )
  app.exit(1)
}

function start(): void {
  let window: DeskWindow | null = null
  let ending = false
  /** the page has shown something of the desk since it was last made */
  let wasOpen = false
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
    devices: createPcscReaders({ now: systemClock.steady }),
    log,
    onState: (state) => {
      tellPage(contents(), 'desk.state', state)
      window?.setKiosk(desk.settings().kiosk)
      if (state.kind === 'locked' && wasOpen) window?.renew(() => desk.session() === null)
      wasOpen = state.kind === 'open' || (wasOpen && state.kind !== 'locked')
    },
    onTap: (tap) => tellPage(contents(), 'tap.verdict', tap),
    onTested: (tap) => tellPage(contents(), 'devices.tested', tap),
    onProgress: (progress) => tellPage(contents(), 'roll.progress', progress),
    work: workInWorkers,
    hands: desksHands(() => window?.shown() ?? null),
    supportFacts: (school, readers, language) =>
      supportFactsOf(school, { mode: options.mode, readers, language, logs }),
    logFiles: [join(logs, 'desk.log.1'), join(logs, 'desk.log')],
  })

  lockDownSession(session.defaultSession, developing !== null)
  const root = join(app.getAppPath(), 'out/renderer')
  protocol.handle(SCHEME, (request) => servePage(root, request.url))
  listenToPage({
    handlers: handlersOf(desk),
    contents,
    trustedOrigin,
    asking: desk.asking,
    log,
  })

  window = openWindow({
    page,
    icon: join(app.getAppPath(), 'build/icons/256x256.png'),
    preload: join(app.getAppPath(), 'out/preload/preload.cjs'),
    devTools: developing !== null,
    kiosk: () => desk.settings().kiosk,
    ending: () => ending,
    uptimeMs: systemClock.uptimeMs,
    log,
    onShown() {
      // A page made anew knows of no test: it must not swallow a tap.
      desk.devices.endTest()
      // scripts/start.mjs waits for this line.
      console.log('desk: window shown')
    },
  })
  void desk.open()

  // Whoever comes back to the computer may be somebody else.
  powerMonitor.on('suspend', () => desk.lock('system'))
  powerMonitor.on('lock-screen', () => desk.lock('system'))

  app.on('second-instance', (_event, _argv, _folder, second) => {
    window?.raise()
    if ((second as SecondStart).mode !== options.mode) void otherSchoolIsOpen(options.mode)
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (ending) return
    event.preventDefault()
    ending = true
    void closeDesk()
  })

  /** Whatever fails or hangs on the way must not keep the program: what counts is on the disk already. */
  async function closeDesk(): Promise<void> {
    try {
      const closed = desk.close().then(endThreads)
      const patience = new Promise((resolve) => setTimeout(resolve, CLOSE_LIMIT_MS, LATE))
      if ((await Promise.race([closed, patience])) === LATE) endHard()
    } catch (thrown) {
      log('not-closed', logged(thrown))
    }
    endNow(0)
  }
}

const LATE = 'late'
const CLOSE_LIMIT_MS = 3_000
