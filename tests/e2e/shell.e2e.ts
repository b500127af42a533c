import { expect, test } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import { REQUEST_NAMES } from '../../core/requestNames.ts'
import { deskForTests, withOwnDesk } from './deskForTests.ts'
import { launchAgain } from './launch.ts'

declare const window: Window & { readonly kiosk: KioskBridge }

const desk = deskForTests()

test('the page is served by app:// with the policy as a header (E11, E12)', async () => {
  expect(desk.page.url()).toBe('app://desk/index.html')
  const policy = await desk.page.evaluate(async () => {
    const answer = await fetch('app://desk/index.html')
    return answer.headers.get('content-security-policy')
  })
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
})

test('nothing of Node and nothing of Electron is in the page (E8, E9, E24)', async () => {
  const there = await desk.page.evaluate(() =>
    ['process', 'require', 'Buffer', 'global', 'module', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  )
  expect(there).toEqual([])
  expect(await desk.page.evaluate(() => Object.keys(window.kiosk).sort())).toEqual([
    'on',
    'request',
  ])
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    // Not in the typings of every major, there on all of them.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test('an injected script does not run, and text stays text (E11, E15)', async () => {
  // From a timer: while the driver itself evaluates, Chromium lets eval through.
  const ran = await desk.page.evaluate(async () => {
    const attempts: Record<string, () => void> = {
      script() {
        const script = document.createElement('script')
        script.textContent = 'globalThis.injected = true'
        document.body.append(script)
      },
      html() {
        document.createElement('div').innerHTML = '<img src=x onerror="globalThis.injected = true">'
      },
      eval() {
        ;(0, eval)('globalThis.injected = true')
      },
      policy() {
        const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(n: string): void } }
        trustedTypes?.createPolicy('default')
      },
    }
    await new Promise((resolve) => setTimeout(resolve))
    const refused = Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt()
        return []
      } catch {
        return [name]
      }
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { refused, injected: 'injected' in globalThis }
  })
  expect(ran).toEqual({ refused: ['script', 'html', 'eval', 'policy'], injected: false })
})

test('the page cannot open windows or reach the network (E14, E17, E34)', async () => {
  await desk.page.evaluate(() => {
    window.open('https://example.com/')
    const link = document.createElement('a')
    link.href = 'https://example.com/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.remove()
  })
  const refused = await desk.page.evaluate(async () => {
    const urls = ['https://example.com/', 'file:///etc/passwd', 'http://127.0.0.1:9/', 'data:,x']
    const tries = urls.map((url) =>
      fetch(url).then(
        () => 'reached',
        () => 'refused',
      ),
    )
    return Promise.all(tries)
  })
  expect(refused).toEqual(['refused', 'refused', 'refused', 'refused'])
  expect(desk.app.windows()).toHaveLength(1)
})

test('no way out of the page’s folder (E13)', async () => {
  const answers = await desk.page.evaluate(() =>
    Promise.all(
      ['%2e%2e/main/main.js', '..%2fmain/main.js', '..%5cmain/main.js', '%00', 'nothing.js'].map(
        async (path) => {
          const answer = await fetch(`app://desk/${path}`)
          return [answer.status, (await answer.arrayBuffer()).byteLength]
        },
      ),
    ),
  )
  for (const answer of answers) expect(answer).toEqual([400, 0])
})

test('every permission is denied (E21)', async () => {
  const answers = await desk.page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read']
    const states = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      return state
    })
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    )
    return [...(await Promise.all(states)), camera]
  })
  expect(new Set(answers)).toEqual(new Set(['denied']))
})

test('arguments that are not of the contract are refused in main, for every request (E23)', async () => {
  const answers = await desk.page.evaluate(async (names) => {
    const nonsense: unknown[] = [undefined, 1, 'x', [], { limit: 1e9 }, { sampleId: {} }, { a: 1 }]
    const replies = names.flatMap((name) =>
      nonsense.map((args) => window.kiosk.request(name, args as never)),
    )
    return Promise.all(replies)
  }, REQUEST_NAMES)
  for (const answer of answers) {
    expect(answer.ok).toBe(false)
    expect(answer).toMatchObject({ code: 'ipc-arguments' })
    expect(JSON.stringify(answer)).not.toMatch(/\/|SELECT|sqlite/i)
  }
})

test('a request the contract does not know is refused in the preload', async () => {
  const reply = await desk.page.evaluate(() =>
    window.kiosk.request('app.quit' as never, null as never),
  )
  expect(reply).toMatchObject({ ok: false, code: 'ipc-unknown' })
})

test('the browser’s keys do nothing (E27)', async () => {
  const mark = await desk.page.evaluate(() => {
    document.body.dataset['mark'] = 'here'
    return document.body.dataset['mark']
  })
  for (const key of ['F5', 'Control+R', 'Control+Shift+I', 'Control+W', 'Control+N', 'F11'])
    await desk.page.keyboard.press(key)
  await desk.page.waitForTimeout(200)
  expect(await desk.page.evaluate(() => document.body.dataset['mark'])).toBe(mark)
  expect(desk.app.windows()).toHaveLength(1)
})

test('there is no application menu', async () => {
  expect(await desk.app.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull()
})

test('a second start brings the first to the front and ends (E31)', async () => {
  const second = await launchAgain(desk)
  expect(second.code).toBe(0)
  expect(second.said).toContain('desk: already open')
  expect(desk.app.windows()).toHaveLength(1)
})

test('the page cannot go elsewhere (E16)', async () => {
  await withOwnDesk([], async (own) => {
    const addresses = ['https://example.com/', 'file:///etc/passwd', 'app://other/index.html']
    for (const address of addresses)
      await own.app.evaluate(
        ({ BrowserWindow }, to) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
            `location.href = ${JSON.stringify(to)}; 0`,
          ),
        address,
      )
    await own.page.waitForTimeout(300)
    const there = await own.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((one) => one.webContents.getURL()),
    )
    expect(there).toEqual(['app://desk/index.html'])
  })
})
