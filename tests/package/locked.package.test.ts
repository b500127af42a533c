import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetData, packageFolder, startPackaged, type PackagedDesk } from './packagedDesk.ts'
import { waitToSee } from './waitToSee.ts'

/** Tricks that let somebody in, tried on the packaged desk. That they are tricks was seen on packages without the locks. */
const scratch = mkdtempSync(join(tmpdir(), 'tricks-'))
const sign = (name: string): string => join(scratch, name)

/** A program that leaves a sign that it ran. */
const leaveSign = (name: string): string =>
  `require('node:fs').writeFileSync(${JSON.stringify(sign(name))}, '')`

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe('a packaged desk, started with switches and variables of somebody else', () => {
  let desk: PackagedDesk
  let ports: { readonly node: number; readonly chromium: number }

  beforeAll(async () => {
    ports = { node: await freePort(), chromium: await freePort() }
    writeFileSync(sign('required.cjs'), leaveSign('required'))
    writeFileSync(sign('native.cjs'), leaveSign('native'))
    desk = await startPackaged({
      args: [
        `--inspect=${ports.node}`,
        `--remote-debugging-port=${ports.chromium}`,
        '-e',
        'process.exit(7)',
      ],
      env: {
        ELECTRON_RUN_AS_NODE: '1',
        NODE_OPTIONS: `--require ${sign('required.cjs')}`,
        NAPI_RS_NATIVE_LIBRARY_PATH: sign('native.cjs'),
      },
    })
    await sleep(LISTENS_BY_NOW_MS)
    // By now PINs have been hashed: every native is loaded.
    await waitToSee('the sign-in screen')
  })

  afterAll(async () => {
    await desk.close()
    forgetData(desk)
  })

  it('does not become a plain Node (E2)', () => {
    // Node would have ended with 7 and shown no window.
    expect(desk.said()).toContain('desk: window shown')
  })

  it('opens no door to Node’s inspector (E3)', async () => {
    expect(await listens(ports.node)).toBe(false)
    expect(desk.said()).not.toContain('Debugger listening')
  })

  it('opens no port to Chromium’s remote control (E3)', async () => {
    expect(await listens(ports.chromium)).toBe(false)
    expect(desk.said()).not.toContain('DevTools listening')
  })

  it('loads no code that a variable names (E3)', () => {
    expect(existsSync(sign('required'))).toBe(false)
    expect(existsSync(sign('native'))).toBe(false)
  })
})

it('a packaged desk answers no remote control through a pipe (E3)', async () => {
  const desk = await startPackaged({
    args: ['--remote-debugging-pipe'],
    pipeIn: '{"id":1,"method":"Browser.getVersion"}\0',
  })
  await sleep(LISTENS_BY_NOW_MS)
  expect(desk.piped()).toBe('')
  await desk.close()
  forgetData(desk)
})

it('a packaged desk runs no program that was put in the place of its archive (E5)', async () => {
  const [archive, hidden, planted] = ['app.asar', 'hidden.asar', 'app'].map((name) =>
    join(packageFolder(), 'resources', name),
  ) as [string, string, string]
  mkdirSync(planted)
  writeFileSync(join(planted, 'package.json'), '{ "name": "planted", "main": "main.cjs" }')
  writeFileSync(join(planted, 'main.cjs'), leaveSign('planted'))
  renameSync(archive, hidden)
  try {
    await expect(startPackaged({ shownWithinMs: 4_000 })).rejects.toThrow()
    expect(existsSync(sign('planted'))).toBe(false)
  } finally {
    renameSync(hidden, archive)
    rmSync(planted, { recursive: true })
  }
})

/** Whatever listens has begun so long after the window. */
const LISTENS_BY_NOW_MS = 1_000

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(socket.destroy() !== undefined))
    socket.once('error', () => resolve(false))
  })
}
