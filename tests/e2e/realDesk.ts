import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { driven } from './driven.ts'
import { executable, quitDesk, REPO, SWITCHES, type RunningDesk } from './launch.ts'
import { surroundings } from './surroundings.ts'

/**
 * The built desk that takes this runtime for a supported one: real schools refuse the old Electron tests may
 * run on. The very same build but for one number.
 */
export function realDesksApp(): { readonly folder: string; forget(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'real-desk-'))
  for (const part of ['out/main', 'out/preload', 'out/renderer', 'build/icons', 'package.json'])
    cpSync(join(REPO, part), join(folder, part), { recursive: true })
  symlinkSync(join(REPO, 'node_modules'), join(folder, 'node_modules'), 'dir')
  const line = 'OLDEST_SUPPORTED_ELECTRON = 43'
  // In main.js, or in a chunk that the threads have part in.
  const [file, ...others] = readdirSync(join(folder, 'out/main'), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, 'out/main', name))
    .filter((name) => readFileSync(name, 'utf8').includes(line))
  if (file === undefined || others.length > 0) throw new Error(`Not one line "${line}" is built.`)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(line, 'OLDEST_SUPPORTED_ELECTRON = 33'))
  return { folder, forget: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface RealLaunch {
  readonly app: string
  readonly folder: string
  /** null: the system keeps no keys */
  readonly keyring: Keyring | null
}

/** Starts a real school's desk on a key store, or on none. */
export async function launchRealDesk({ app, folder, keyring }: RealLaunch): Promise<RunningDesk> {
  const store = keyring === null ? 'basic' : 'gnome-libsecret'
  const running = await driven({
    executablePath: executable(),
    args: [...SWITCHES, `--password-store=${store}`, app, '--school', '--data', folder],
    env: { ...surroundings(), ...keyring?.env },
  })
  return {
    app: running,
    page: await running.firstWindow(),
    folder,
    close: () => quitDesk(running),
    async kill() {
      const ended = new Promise((resolve) => running.process().once('exit', resolve))
      running.process().kill('SIGKILL')
      await ended
    },
    forget: () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  }
}

export const hasKeyring =
  process.platform === 'linux' && spawnSync('gnome-keyring-daemon', ['--version']).status === 0

/** gnome-keyring on a session bus of its own, unlocked, as a person's session has it. */
export interface Keyring {
  readonly env: Readonly<Record<string, string>>
  stop(): void
}

/** @param home where it keeps its file: the same folder again is the same keyring */
export async function startKeyring(home: string): Promise<Keyring> {
  mkdirSync(join(home, 'run'), { recursive: true, mode: 0o700 })
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = (await firstLine(bus)).trim()
  const env = {
    DBUS_SESSION_BUS_ADDRESS: address,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_CURRENT_DESKTOP: 'GNOME',
  }
  const daemon = spawn(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets', '--control-directory', join(home, 'run')],
    { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...env } },
  )
  daemon.stdin.end('password of the session')
  await firstLine(daemon)
  return {
    env,
    stop() {
      daemon.kill('SIGTERM')
      bus.kill('SIGTERM')
    },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code}.`)))
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()))
  })
}
