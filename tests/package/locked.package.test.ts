import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetData, packageFolder, startPackaged, type PackagedDesk } from './packagedDesk.ts'

/**
 * One start under every trick at once: each of them would have shown itself. That the tricks themselves work
 * is proved by the unpacked desk, which Playwright drives through two of them.
 */
const scratch = mkdtempSync(join(tmpdir(), 'tricks-'))
const sign = (name: string): string => join(scratch, name)
const planted = (): string => join(packageFolder(), 'resources', 'app')

/** A program that leaves a sign that it ran. */
const leaveSign = (name: string): string =>
  `require('node:fs').writeFileSync(${JSON.stringify(sign(name))}, '')`

let desk: PackagedDesk
let ports: { readonly node: number; readonly chromium: number }

beforeAll(async () => {
  ports = { node: await freePort(), chromium: await freePort() }
  writeFileSync(sign('required.cjs'), leaveSign('required'))
  mkdirSync(planted(), { recursive: true })
  writeFileSync(join(planted(), 'package.json'), '{ "name": "planted", "main": "main.cjs" }')
  writeFileSync(join(planted(), 'main.cjs'), leaveSign('planted'))
  desk = await startPackaged({
    args: [
      `--inspect=${ports.node}`,
      `--remote-debugging-port=${ports.chromium}`,
      '--remote-debugging-pipe',
      '-e',
      'process.exit(7)',
    ],
    env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${sign('required.cjs')}` },
    pipeIn: '{"id":1,"method":"Browser.getVersion"}\0',
  })
  await sleep(1_000) // whatever listens has begun by now
})

afterAll(async () => {
  rmSync(planted(), { recursive: true, force: true })
  rmSync(scratch, { recursive: true, force: true })
  await desk.close()
  forgetData(desk)
})

describe('a packaged desk', () => {
  it('does not become a plain Node (E2)', () => {
    // That it has a window says so: Node would have ended with 7.
    expect(desk.said()).toContain('desk: window shown')
  })

  it('opens no door to Node’s inspector (E3)', async () => {
    expect(await listens(ports.node)).toBe(false)
    expect(desk.said()).not.toContain('Debugger listening')
  })

  it('opens no door to Chromium’s remote control, neither port nor pipe (E3)', async () => {
    expect(await listens(ports.chromium)).toBe(false)
    expect(desk.said()).not.toContain('DevTools listening')
    expect(desk.piped()).toBe('')
  })

  it('loads no code that a variable names (E3)', () => {
    expect(existsSync(sign('required'))).toBe(false)
  })

  it('takes no program that was laid beside its archive (E5)', () => {
    expect(existsSync(planted())).toBe(true)
    expect(existsSync(sign('planted'))).toBe(false)
  })
})

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
