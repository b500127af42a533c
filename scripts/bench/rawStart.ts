import { spawn, type ChildProcess } from 'node:child_process'
import type { Duplex } from 'node:stream'
import { executable, SWITCHES } from '../../tests/e2e/launch.ts'
import { atTheEnd } from '../setup/ending.mjs'

/** A program started as a person would start it: no driver waits for it or holds it up. */
export interface RawStart {
  readonly pid: number
  /** the program's output has this in it */
  said(text: string): Promise<void>
  /** Ends it as the system would, and waits for its end. */
  end(): Promise<void>
}

export interface RawProgram {
  /** Electron's app folder, then its arguments */
  readonly args: readonly string[]
  /** added to our own environment */
  readonly env?: Readonly<Record<string, string>>
}

const QUIT_LIMIT_MS = 15_000

/**
 * Starts a program with a script in each of its pages before their own: what the script tells by
 * `benchTold(word)` comes out here. Over Chromium's debugging pipe, which is there from the first moment.
 */
export function startTelling(
  { args, env }: RawProgram,
  script: string,
  told: (word: string) => void,
): RawStart {
  const child = spawn(executable(), [...SWITCHES, '--remote-debugging-pipe', ...args], {
    stdio: ['ignore', 'pipe', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const [, , , to, from] = child.stdio as unknown as readonly Duplex[]
  if (to === undefined || from === undefined) throw new Error('The program has no pipes.')
  let id = 0
  const send = (method: string, params: object, sessionId?: string): void => {
    to.write(`${JSON.stringify({ id: ++id, method, params, sessionId })}\0`)
  }
  // When the program ends, its pipes break: that is no news.
  to.on('error', () => undefined)
  from.on('error', () => undefined)
  messages(from, ({ method, params }) => {
    if (method === 'Runtime.bindingCalled') told(String(params?.['payload']))
    if (method !== 'Target.attachedToTarget') return
    const sessionId = String(params?.['sessionId'])
    send('Runtime.enable', {}, sessionId)
    send('Runtime.addBinding', { name: 'benchTold' }, sessionId)
    send('Page.enable', {}, sessionId)
    send('Page.addScriptToEvaluateOnNewDocument', { source: script }, sessionId)
    // One start in twenty, the page is there before the word of it: then it runs now.
    send('Runtime.evaluate', { expression: script }, sessionId)
    send('Runtime.runIfWaitingForDebugger', {}, sessionId)
  })
  send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
  return rawStart(child)
}

interface Message {
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
}

/** Each ends with a zero byte. */
function messages(from: Duplex, take: (message: Message) => void): void {
  let text = ''
  from.setEncoding('utf8').on('data', (chunk: string) => {
    const whole = (text + chunk).split('\0')
    text = whole.pop() ?? ''
    for (const one of whole) take(JSON.parse(one) as Message)
  })
}

function rawStart(child: ChildProcess): RawStart {
  const forget = atTheEnd(() => void child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let output = ''
  let heard = (): void => undefined
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
    heard()
  })
  return {
    pid: child.pid ?? 0,
    said: (text) =>
      new Promise((resolve) => {
        heard = () => {
          if (output.includes(text)) resolve()
        }
        heard()
      }),
    async end() {
      child.kill('SIGTERM')
      const impatience = setTimeout(() => child.kill('SIGKILL'), QUIT_LIMIT_MS)
      await ended
      clearTimeout(impatience)
      forget()
    },
  }
}
