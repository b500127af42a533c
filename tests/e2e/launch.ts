import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, type ElectronApplication, type Page } from 'playwright/test'

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
  /** kept over several starts; made when left out */
  readonly folder?: string
  readonly args?: readonly string[]
}

/** Root runs without Chromium's sandbox; a Wayland session must not show the tests on its screen. */
const SWITCHES = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...(process.platform === 'linux' ? ['--ozone-platform=x11'] : []),
]

function executable(): string {
  const path = process.env['DESK_ELECTRON']
  if (path === undefined) throw new Error('DESK_ELECTRON names no runtime: run npm run test:e2e')
  return path
}

/** A second start on the same data, without a driver. */
export function launchAgain({
  folder,
}: RunningDesk): Promise<{ readonly code: number | null; readonly said: string }> {
  const second = spawn(executable(), [...SWITCHES, REPO, '--data', folder])
  let said = ''
  second.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return new Promise((resolve) => second.once('exit', (code) => resolve({ code, said })))
}

/** Starts the built app in a data folder of its own. */
export async function launchDesk({ folder, args = [] }: Launch = {}): Promise<RunningDesk> {
  const data = folder ?? mkdtempSync(join(tmpdir(), 'desk-'))
  const app = await _electron.launch({
    executablePath: executable(),
    args: [...SWITCHES, REPO, '--data', data, ...args],
  })
  const page = await app.firstWindow()
  return {
    app,
    page,
    folder: data,
    close: () => app.close(),
    async kill() {
      const ended = new Promise((resolve) => app.process().once('exit', resolve))
      app.process().kill('SIGKILL')
      await ended
    },
    forget: () => rmSync(data, { recursive: true, force: true }),
  }
}

/** Waits until the school is open and the desk waits for cards. */
export async function deskReady({ page }: Pick<RunningDesk, 'page'>): Promise<void> {
  await expect(page.locator('[data-test="waiting"]')).toBeVisible({ timeout: 30_000 })
}

/** A picture for people to look at, under out/screens. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(REPO, 'out/screens', `${name}.png`), animations: 'disabled' })
}

/**
 * The verdict on the screen after an act: not the one that was there before.
 * @returns when it has the wanted kind and is painted
 */
export async function verdictAfter(
  page: Page,
  kind: string,
  act: () => Promise<unknown>,
): Promise<void> {
  const verdict = page.locator('[data-test="verdict"]')
  const before = (await verdict.count()) > 0 ? await verdict.getAttribute('data-tap-id') : null
  await act()
  if (before !== null) await expect(verdict).not.toHaveAttribute('data-tap-id', before)
  await expect(verdict).toHaveAttribute('data-kind', kind, { timeout: 10_000 })
}
