import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A private PC/SC service with two empty slots for virtual cards. */
export interface Pcscd {
  readonly kind: 'running'
  /** TCP ports of the slots, see virtualCard.ts */
  readonly ports: readonly [number, number]
  /** The service goes away; its slots with it. */
  down(): Promise<void>
  /** … and comes back. Rejects when it does not answer. */
  up(): Promise<void>
  /** For good. */
  stop(): Promise<void>
}

export interface NoPcscd {
  readonly kind: 'unavailable'
  /** in words, for whoever runs the tests */
  readonly why: string
  /** it cannot be had for this user on this system: a skip; else something is to be put right */
  readonly impossible: boolean
}

/** Virtual cards are a thing of Linux, and a daemon of one's own a thing of root's. */
const IMPOSSIBLE = process.platform !== 'linux' || process.getuid?.() !== 0

export const SLOT_PORTS = [35963, 35964] as const

const DRIVER = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so'
const DAEMON = '/usr/sbin/pcscd'
const PID_FILE = '/run/pcscd/pcscd.pid'
const ANSWERS_WITHIN_MS = 5_000

/** The daemon ends with us, however we end: an orphan would be in everybody's way. */
const LEASH = ['setpriv', '--pdeathsig', 'TERM'] as const

const config = (name: string): string => `FRIENDLYNAME "${name}"
DEVICENAME   /dev/null:0x8C7B
LIBPATH      ${DRIVER}
CHANNELID    0x8C7B
`

let started = false

/** Whether this process has started the service: a desk of another one must not see its cards. */
export const cardServiceHere = (): boolean => started

/**
 * Never throws: what is missing comes as words.
 * @param name of both readers; the service puts 00 00 and 00 01 behind it
 */
export async function startPcscd(name = 'Virtual PCD'): Promise<Pcscd | NoPcscd> {
  const why = await missing()
  if (why !== null) return { kind: 'unavailable', why, impossible: IMPOSSIBLE }

  const folder = await mkdtemp(join(tmpdir(), 'pcscd-'))
  let daemon: ChildProcess | null = null

  const up = async (): Promise<void> => {
    if (daemon) return
    const [program, ...leash] = LEASH
    daemon = spawn(program, [...leash, DAEMON, '--foreground', '--config', folder], {
      stdio: 'ignore',
    })
    await Promise.race([
      answers(),
      // A daemon that ends by itself has refused to start.
      ended(daemon).then(() => Promise.reject(new Error('pcscd ended at once'))),
    ])
  }
  const down = async (): Promise<void> => {
    const running = daemon
    daemon = null
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    running.kill('SIGTERM')
    await ended(running)
  }
  const stop = async (): Promise<void> => {
    started = false
    await down()
    await rm(folder, { recursive: true, force: true })
  }

  try {
    await writeFile(join(folder, 'vpcd'), config(name))
    await up()
    started = true
    return { kind: 'running', ports: SLOT_PORTS, up, down, stop }
  } catch (error) {
    await stop()
    const why = `pcscd does not start: ${String(error)}`
    return { kind: 'unavailable', why, impossible: IMPOSSIBLE }
  }
}

async function missing(): Promise<string | null> {
  if (process.platform !== 'linux') return 'virtual cards need Linux'
  if (!existsSync(DAEMON)) return 'pcscd is not installed (Debian: apt install pcscd)'
  if (!existsSync(DRIVER)) return 'vpcd is not installed (Debian: apt install vsmartcard-vpcd)'
  if (process.getuid?.() !== 0) return 'a private pcscd needs root'
  const other = await livingDaemon()
  if (other !== null) return `another pcscd is running (process ${other}); stop it first`
  return null
}

/** Its process id. pcscd ends its file with a NUL byte, which parseInt stops at. */
async function livingDaemon(): Promise<number | null> {
  try {
    const pid = Number.parseInt(await readFile(PID_FILE, 'utf8'), 10)
    return existsSync(`/proc/${pid}`) ? pid : null
  } catch {
    return null
  }
}

/** Its slots listen: then its readers are there too. */
async function answers(): Promise<void> {
  const until = Date.now() + ANSWERS_WITHIN_MS
  while (Date.now() < until) {
    if (existsSync('/run/pcscd/pcscd.comm') && (await listens('/run/pcscd/pcscd.comm'))) return
    await sleep(20)
  }
  throw new Error(`pcscd did not answer within ${ANSWERS_WITHIN_MS} ms`)
}

function listens(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket.destroy() !== undefined))
    socket.once('error', () => resolve(false))
  })
}

function ended(daemon: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (daemon.exitCode !== null || daemon.signalCode !== null) resolve()
    else daemon.once('exit', () => resolve())
  })
}
