import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** The folder that an installer would put on a computer; made by the step `package`. */
export function packageFolder(): string {
  const folder = process.env['DESK_PACKAGE']
  if (folder === undefined)
    throw new Error('DESK_PACKAGE names no package: run npm test -- package')
  return folder
}

export const executable = (): string => join(packageFolder(), 'student-card-desk')

/** The packaged program, seen from outside: no driver can enter it, and that is what is tested. */
export interface PackagedDesk {
  /** its data folder */
  readonly data: string
  /** all it said so far, on both of its outputs */
  readonly said: () => string
  /** what came through file descriptor 4, where Chromium's remote control answers */
  readonly piped: () => string
  /** ends it as the system would; rejects unless it ends by itself, well */
  close(): Promise<void>
}

/** Root runs without Chromium's sandbox; without a key store the test can open the data. */
const SWITCHES = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--ozone-platform=x11',
  '--password-store=basic',
]

const ENDS_WITHIN_MS = 15_000

export interface Start {
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** sent through file descriptor 3, where Chromium's remote control listens */
  readonly pipeIn?: string
  readonly shownWithinMs?: number
}

/** Resolves when the window is shown; rejects when the program ends before, with what it said. */
export async function startPackaged({
  args = [],
  env = {},
  pipeIn,
  shownWithinMs = 30_000,
}: Start = {}): Promise<PackagedDesk> {
  const data = mkdtempSync(join(tmpdir(), 'packaged-desk-'))
  const child = spawn(executable(), [...SWITCHES, '--data', data, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  })
  const text = { said: '', piped: '' }
  const [, out, err, , pipeOut] = child.stdio as unknown as readonly Readable[]
  const exited = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  )
  err?.on('data', (chunk: Buffer) => (text.said += chunk.toString()))
  pipeOut?.on('data', (chunk: Buffer) => (text.piped += chunk.toString()))
  pipeOut?.on('error', () => undefined)
  child.stdio[3]?.on('error', () => undefined)

  const shown = new Promise<void>((resolve, reject) => {
    const fail = (why: string): void => {
      child.kill('SIGKILL')
      reject(new Error(`${why}; it said:\n${text.said}`))
    }
    const late = setTimeout(() => fail('no window was shown'), shownWithinMs)
    void exited.then((how) => {
      clearTimeout(late)
      fail(`it ended with ${how} before a window was shown`)
    })
    out?.on('data', (chunk: Buffer) => {
      text.said += chunk.toString()
      if (!text.said.includes('desk: window shown')) return
      clearTimeout(late)
      resolve()
    })
  })
  await shown
  if (pipeIn !== undefined) (child.stdio[3] as NodeJS.WritableStream).write(pipeIn)

  return {
    data,
    said: () => text.said,
    piped: () => text.piped,
    async close() {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS)
      const how = await exited
      clearTimeout(late)
      if (how !== 0) throw new Error(`The desk ended with ${how}; it said:\n${text.said}`)
    },
  }
}

export function forgetData({ data }: PackagedDesk): void {
  rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
