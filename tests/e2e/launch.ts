import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KioskBridge, Reply } from '../../core/contract.ts'
import type { PinAnswer } from '../../core/signIn.ts'
import { systemClock } from '../../electron/clock.ts'
import { readOptions } from '../../electron/options.ts'
import { rehearsalPin } from '../../electron/rehearsal/staff.ts'
import { USUAL_STUDENTS } from '../../electron/school.ts'
import { putRehearsal } from '../helpers/rehearsalTemplate.ts'
import { expect, type ElectronApplication, type Page } from 'playwright/test'
import { driven } from './driven.ts'
import { surroundings } from './surroundings.ts'

declare const window: { readonly kiosk: KioskBridge }

export const REPO = join(import.meta.dirname, '../..')

/** The desk, running for a test. */
export interface RunningDesk {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  /** ends it as a person would; the folder stays until `forget` */
  close(): Promise<void>
  /** kill -9 */
  kill(): Promise<void>
  forget(): void
}

export interface Launch {
  /** kept over several starts; left out: a new one, with a school in it unless `--fresh` is said */
  readonly folder?: string
  readonly args?: readonly string[]
  /** the scaling of the screen, as the system would set it; 1 when left out */
  readonly scale?: number
}

/** Root runs without Chromium's sandbox; a Wayland session must not show the tests on its screen. */
export const SWITCHES = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...(process.platform === 'linux' ? ['--ozone-platform=x11'] : []),
]

/** The runtime at hand. */
export function executable(): string {
  const path = process.env['DESK_ELECTRON']
  if (path === undefined) throw new Error('DESK_ELECTRON names no runtime: run npm run test:e2e')
  return path
}

/** A second start on the same data, without a driver. */
export function launchAgain({
  folder,
}: Pick<RunningDesk, 'folder'>): Promise<{ readonly code: number | null; readonly said: string }> {
  const second = spawn(executable(), [...SWITCHES, REPO, '--data', folder], {
    env: surroundings(),
  })
  let said = ''
  second.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return new Promise((resolve) => second.once('exit', (code) => resolve({ code, said })))
}

/** Starts the built app in a data folder of its own. */
export async function launchDesk({
  folder,
  args = [],
  scale = 1,
}: Launch = {}): Promise<RunningDesk> {
  const data = folder ?? mkdtempSync(join(tmpdir(), 'desk-'))
  const { mode, fresh, students } = readOptions(args)
  if (folder === undefined && mode === 'rehearsal' && !fresh)
    await putRehearsal(data, students ?? USUAL_STUDENTS, systemClock)
  const app = await driven({
    executablePath: executable(),
    args: [...SWITCHES, `--force-device-scale-factor=${scale}`, REPO, '--data', data, ...args],
    env: surroundings(),
  })
  const page = await app.firstWindow()
  return {
    app,
    page,
    folder: data,
    close: () => quitDesk(app),
    async kill() {
      const ended = new Promise((resolve) => app.process().once('exit', resolve))
      app.process().kill('SIGKILL')
      await ended
    },
    // Chromium's children may still be writing their last.
    forget: () => rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  }
}

const QUIT_LIMIT_MS = 15_000

/** Ends the desk as the system would, and insists that it ends by itself. */
export async function quitDesk(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const ended = new Promise<boolean>((resolve) => child.once('exit', () => resolve(true)))
  if (child.exitCode !== null || child.signalCode !== null) return
  // Its answer may be lost with the process.
  void app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined)
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), QUIT_LIMIT_MS))
  if (await Promise.race([ended, late])) return
  const threads = threadsOf(child.pid)
  child.kill('SIGKILL')
  throw new Error(`The desk did not end within ${QUIT_LIMIT_MS} ms. Its threads:\n${threads}`)
}

/** What each thread of a process that hangs is waiting for; empty where the system does not say. */
function threadsOf(pid: number | undefined): string {
  const tasks = `/proc/${pid}/task`
  if (pid === undefined || !existsSync(tasks)) return ''
  const said = (task: string, of: string): string =>
    readFileSync(join(tasks, task, of), 'utf8').trim()
  return readdirSync(tasks)
    .map((task) => `${said(task, 'comm')}: ${said(task, 'wchan')}`)
    .join('\n')
}

/** Somebody of the rehearsal school, as the tiles of its locked screen name them. */
export type Who = 'clerk' | 'supervisor' | 'teacher' | 'helper' | 'administrator' | 'everything'

/** Waits for the school, signs somebody in, and waits until the desk waits for cards. */
export async function deskReady({ page }: Pick<RunningDesk, 'page'>): Promise<void> {
  await signIn(page)
  await expect(page.locator('[data-test="waiting"]')).toBeVisible({ timeout: 30_000 })
}

/** Signs in without the screen; a page that was made anew may have somebody signed in already. */
export async function signIn(page: Page, who: Who = 'everything'): Promise<void> {
  const reply = await trySignIn(page, who)
  if (reply !== null) expect(reply).toEqual({ ok: true, value: { kind: 'right' } })
}

/** @returns what main answers; null: somebody is signed in already */
export async function trySignIn(
  page: Page,
  who: Who = 'everything',
): Promise<Reply<PinAnswer> | null> {
  const operatorId = `rehearsal-${who}`
  const pin = rehearsalPin(operatorId) ?? ''
  const tile = page.locator(`[data-test="staff-tile-${operatorId}"]`)
  const nav = page.locator('nav [data-test^="nav-"]').first()
  await expect(tile.or(nav)).toBeVisible({ timeout: 30_000 })
  if (await nav.isVisible()) return null
  return page.evaluate((wish) => window.kiosk.request('session.signIn', wish), {
    operatorId,
    pin,
    purpose: 'desk' as const,
  })
}

/** A picture for people to look at, under out/screens: `npm run test:e2e` asks for them, `npm test` takes none. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['DESK_PICTURES'] === undefined) return
  await page.screenshot({ path: join(REPO, 'out/screens', `${name}.png`), animations: 'disabled' })
}

/**
 * Looks at the verdict that is there now, so that the next one can be told from it.
 * @returns what waits for a new verdict of a kind
 */
export async function nextVerdict(page: Page): Promise<(kind: string) => Promise<void>> {
  const verdict = page.locator('[data-test="verdict"]')
  const before = (await verdict.count()) > 0 ? await verdict.getAttribute('data-tap-id') : null
  return async (kind) => {
    if (before !== null)
      await expect(verdict).not.toHaveAttribute('data-tap-id', before, { timeout: 10_000 })
    await expect(verdict).toHaveAttribute('data-kind', kind, { timeout: 10_000 })
  }
}

/** Does something and waits for the verdict it leads to. */
export async function verdictAfter(
  page: Page,
  kind: string,
  act: () => Promise<unknown>,
): Promise<void> {
  const seen = await nextVerdict(page)
  await act()
  await seen(kind)
}
