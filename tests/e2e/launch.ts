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

const isRoot = process.getuid?.() === 0

/** Starts the built app in a data folder of its own. */
export async function launchDesk({ folder, args = [] }: Launch = {}): Promise<RunningDesk> {
  const executablePath = process.env['DESK_ELECTRON']
  if (executablePath === undefined)
    throw new Error('DESK_ELECTRON names no runtime: run npm run test:e2e')
  const data = folder ?? mkdtempSync(join(tmpdir(), 'desk-'))
  const app = await _electron.launch({
    executablePath,
    args: [...(isRoot ? ['--no-sandbox'] : []), REPO, '--data', data, ...args],
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
